package io.depinsim.core.run;

import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of {@code comparison.csv}: a policy against the base under one regime, replicate by
 * replicate.
 *
 * @param metric key of the metric
 * @param policy name of the policy
 * @param base name of the policy compared with
 * @param regime name of the regime
 * @param meanDifference mean over replicates of policy less base; empty if it is undefined in one
 * @param ci95Low lower end of its interval; intervals of all rows with a question hold at once with
 *     95 %, those of one metric without likewise; empty as the mean
 * @param ci95High upper end
 * @param verdict what the interval says against {@code matters}
 * @param correlation of the two policies over replicates; empty if either never changes
 * @param varianceReduction how many times the replicates the interval would take if policies met
 *     different luck; empty if the difference never changes
 * @param question what the scenario calls the question; empty for a metric it asks nothing of
 * @param statistic what is computed from a replicate's series
 * @param unit unit of the numbers in this row; {@code 1} for a pure number
 * @param baseMean mean under the base; empty if undefined
 * @param policyMean mean under the policy; empty if undefined
 * @param matters smallest difference worth talking about; empty without a question
 * @param better which way is better
 * @param replicates number of replicates
 * @param needed where the verdict is undecided: how many replicates would decide; empty if no
 *     feasible number would
 */
public record ComparisonRow(
    String metric,
    String policy,
    String base,
    String regime,
    OptionalDouble meanDifference,
    OptionalDouble ci95Low,
    OptionalDouble ci95High,
    Verdict verdict,
    OptionalDouble correlation,
    OptionalDouble varianceReduction,
    String question,
    String statistic,
    String unit,
    OptionalDouble baseMean,
    OptionalDouble policyMean,
    OptionalDouble matters,
    Direction better,
    int replicates,
    OptionalLong needed) {

  /** What an interval says; written as it stands here. */
  public enum Verdict {
    /** All of it lies beyond what matters, on the better side. */
    better,
    /** All of it lies beyond what matters, on the worse side. */
    worse,
    /** All of it lies above what matters, where neither side is better. */
    higher,
    /** All of it lies below what matters, where neither side is better. */
    lower,
    /** All of it lies within what matters. */
    equivalent,
    /** It reaches across the limit, so more replicates are needed. */
    undecided,
    /** The metric is about a price from outside, which no policy can move. */
    refused,
    /** The scenario asks nothing of this metric. */
    none;

    /** Whether it answers a question. */
    public boolean decided() {
      return this != undecided && this != refused && this != none;
    }
  }

  /** Checks what goes together. */
  public ComparisonRow {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(better);
    if (meanDifference.isPresent() != ci95Low.isPresent()
        || meanDifference.isPresent() != ci95High.isPresent()) {
      throw new IllegalArgumentException(metric + ": a mean goes with its interval.");
    }
  }
}
