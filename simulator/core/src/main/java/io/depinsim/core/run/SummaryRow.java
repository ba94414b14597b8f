package io.depinsim.core.run;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One row of {@code summary.csv}: a statistic of a metric's series, computed per replicate and then
 * summarised over replicates.
 *
 * @param policy name of the policy
 * @param regime name of the regime
 * @param metric key of the metric
 * @param unit unit of the numbers in this row
 * @param statistic what is computed from one replicate's series ({@code last}, {@code mean}, …)
 * @param mean mean over replicates
 * @param sd standard deviation over replicates; empty for one replicate
 * @param ci95Low lower end of the 95 % interval of the mean; empty for one replicate
 * @param ci95High upper end of the 95 % interval of the mean; empty for one replicate
 * @param replicates number of replicates, at least 1
 */
public record SummaryRow(
    String policy,
    String regime,
    String metric,
    String unit,
    String statistic,
    double mean,
    OptionalDouble sd,
    OptionalDouble ci95Low,
    OptionalDouble ci95High,
    int replicates) {

  /**
   * Checks that spread is given exactly when there is more than one replicate.
   *
   * @throws IllegalArgumentException if not
   */
  public SummaryRow {
    Objects.requireNonNull(policy);
    Objects.requireNonNull(regime);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(statistic);
    boolean several = replicates > 1;
    if (replicates < 1
        || sd.isPresent() != several
        || ci95Low.isPresent() != several
        || ci95High.isPresent() != several) {
      throw new IllegalArgumentException(
          statistic + " of " + metric + ": sd and interval go with two or more replicates.");
    }
  }

  /** A row of a run with one replicate: the value and no spread. */
  public static SummaryRow ofOneReplicate(
      String policy, String regime, String metric, String unit, String statistic, double value) {
    OptionalDouble none = OptionalDouble.empty();
    return new SummaryRow(policy, regime, metric, unit, statistic, value, none, none, none, 1);
  }
}
