package io.depinsim.core.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * A statement about a run that is checked after it: exit code 1 if it fails.
 *
 * @param name what the report calls it
 * @param basis whether the quantity was put in, fitted, or is predicted
 * @param metric key of the metric
 * @param statistic what is computed from the metric's series, per replicate
 * @param history name of the {@code history} entry compared with; null for none
 * @param from first day of the window, null for the start of the run
 * @param to last day of the window, null for its end
 * @param step length of the increments for {@code worstIncrementError}, in days; null otherwise
 * @param within lowest and highest value allowed: bare numbers in the unit of the statistic, or
 *     {@code %} for errors and shares; null to report without judging
 * @param policy policy it speaks of; null for the base
 * @param regime regime it speaks of; null for the base
 * @param across what of the replicates must lie within: each, their mean or their median
 */
public record ExpectSpec(
    String name,
    Basis basis,
    String metric,
    Statistic statistic,
    @Omittable String history,
    @Omittable LocalDate from,
    @Omittable LocalDate to,
    @InRange(atLeast = "1") @Omittable @InUnit("1") Integer step,
    @Omittable @InUnit("1|%") List<Double> within,
    @Omittable String policy,
    @Omittable String regime,
    @Omittable("each") Across across) {

  /** Checks the window and the limits; an empty list of limits is the same as none. */
  public ExpectSpec {
    within = within == null || within.isEmpty() ? null : List.copyOf(within);
    if (within != null && (within.size() != 2 || within.get(0) > within.get(1))) {
      throw new IllegalArgumentException("within: must be [lowest, highest]");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("to: must not be before `from`");
    }
    boolean increments = statistic == Statistic.worstIncrementError;
    if (increments != (step != null)) {
      throw new IllegalArgumentException(
          "step: belongs to worstIncrementError and must be given with it");
    }
    if (statistic.isError() != (history != null)) {
      throw new IllegalArgumentException("history: belongs to errors and must be given with them");
    }
  }

  /** What of the replicates is judged. */
  public enum Across {
    /** Every one of them. */
    each,
    /** Their mean. */
    mean,
    /** Their median. */
    median
  }

  /** Where a quantity comes from. */
  public enum Basis {
    /** The scenario states it. */
    input,
    /** Values of the scenario were chosen so that it fits. */
    fitted,
    /** Nothing was chosen for it. */
    predicted
  }

  /**
   * What is computed from the values of a series in a window. Errors are relative, signed, and the
   * worst is the largest in absolute value.
   */
  public enum Statistic {
    /** The last value. */
    last,
    /** The mean of the values. */
    mean,
    /** The highest value. */
    max,
    /** The lowest value. */
    min,
    /**
     * Standard deviation of successive differences of the natural logarithm, over neighbours that
     * are both above 0; a pure number per measurement, 0 if there are fewer than two differences.
     */
    volatility,
    /** Largest relative fall from an earlier highest value above 0; 0 to 1. */
    drawdown,
    /** Last value over first, less 1; undefined if the first is 0. */
    growth,
    /** Error farthest from 0 against the history. */
    worstError,
    /** Mean error against the history. */
    meanError,
    /** Error farthest from 0 of what was added in each {@code step} days. */
    worstIncrementError;

    /** Whether it compares with a history. */
    public boolean isError() {
      return this == worstError || this == meanError || this == worstIncrementError;
    }

    /** Whether it is a pure number, whatever the unit of the metric. */
    public boolean isRelative() {
      return isError() || this == volatility || this == drawdown || this == growth;
    }
  }
}
