package io.depinsim.core.run;

import io.depinsim.core.scenario.ExpectSpec;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One row of {@code expectations.csv}: a statement of the scenario about its run, and how it came
 * out.
 *
 * @param name what the scenario calls it
 * @param basis whether the quantity was put in, fitted, or is predicted
 * @param metric key of the metric
 * @param statistic what was computed from the series
 * @param history name of the history compared with; empty for none
 * @param from first day of the window, as resolved
 * @param to last day of the window, as resolved
 * @param value what came out
 * @param low lowest value allowed; empty if the statement only reports
 * @param high highest value allowed; empty if the statement only reports
 * @param outcome whether it holds
 * @param policy policy it speaks of
 * @param regime regime it speaks of
 * @param across what of the replicates the value is: of each, the one farthest from the middle of
 *     the bounds
 */
public record ExpectationRow(
    String name,
    ExpectSpec.Basis basis,
    String metric,
    String statistic,
    String history,
    LocalDate from,
    LocalDate to,
    double value,
    OptionalDouble low,
    OptionalDouble high,
    Outcome outcome,
    String policy,
    String regime,
    ExpectSpec.Across across) {

  /** How a statement came out; written as it stands here. */
  public enum Outcome {
    passed,
    failed,
    /** Shown without a judgement: the scenario gives no bounds. */
    reported
  }

  /**
   * Checks that bounds are given exactly when there is a judgement.
   *
   * @throws IllegalArgumentException if not
   */
  public ExpectationRow {
    Objects.requireNonNull(name);
    Objects.requireNonNull(basis);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(statistic);
    Objects.requireNonNull(history);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(policy);
    Objects.requireNonNull(regime);
    Objects.requireNonNull(across);
    boolean judged = outcome != Outcome.reported;
    if (low.isPresent() != judged || high.isPresent() != judged) {
      throw new IllegalArgumentException(
          "Expectation " + name + " is " + outcome + ": bounds go with passed and failed only.");
    }
  }
}
