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
 * @param step length of the increments for {@link Statistic#worstIncrementError}, in days; null
 *     otherwise
 * @param within lowest and highest value allowed, in the unit of the statistic; null to report
 *     without judging
 */
public record ExpectSpec(
    String name,
    Basis basis,
    String metric,
    Statistic statistic,
    String history,
    LocalDate from,
    LocalDate to,
    Integer step,
    List<Double> within) {

  /** Where a quantity comes from. */
  public enum Basis {
    input,
    fitted,
    predicted
  }

  /**
   * What is computed from a series. Errors are relative, signed, and the worst is the largest in
   * absolute value.
   */
  public enum Statistic {
    last,
    mean,
    max,
    worstError,
    meanError,
    worstIncrementError
  }
}
