package io.depinsim.core.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What {@code compare} adds to a run: answers to the questions of a scenario.
 *
 * @param rows every policy against the base, {@code comparison.csv}
 * @param arms every policy by itself, {@code arms.csv}
 * @param best which policies may be best, {@code best.csv}
 * @param variance what the variance of differences comes from, {@code variance.csv}
 * @param inputs how differences go with uncertain inputs, {@code inputs.csv}
 * @param map which policy is best where in a plane of two uncertain inputs, {@code map.csv}
 */
public record ComparisonRecord(
    List<ComparisonRow> rows,
    List<ArmRow> arms,
    List<BestRow> best,
    List<VarianceRow> variance,
    List<InputRow> inputs,
    List<MapRow> map) {

  /** Fewer replicates are judged by nothing: two that agree may do so by chance. */
  public static final int FEWEST = 5;

  /** Fewer replicates are too few to resample. */
  public static final int RESAMPLED = 20;

  /** Copies the lists. */
  public ComparisonRecord {
    rows = List.copyOf(rows);
    arms = List.copyOf(arms);
    best = List.copyOf(best);
    variance = List.copyOf(variance);
    inputs = List.copyOf(inputs);
    map = List.copyOf(map);
  }

  /**
   * One row of {@code arms.csv}: a question, a policy and a regime.
   *
   * @param question what the scenario calls the question; empty for a metric it asks nothing of
   * @param metric key of the metric
   * @param statistic what is computed from a replicate's series
   * @param policy name of the policy
   * @param regime name of the regime
   * @param unit unit of the numbers; {@code 1} for a pure number
   * @param mean mean over replicates; empty if the statistic is undefined in one
   * @param sd standard deviation over replicates; empty as the mean
   * @param ci95Low lower end of Student's 95 % interval of the mean, of this row alone
   * @param ci95High upper end
   * @param q05 5 % quantile over replicates
   * @param q50 median over replicates
   * @param q95 95 % quantile over replicates
   * @param replicates number of replicates
   */
  public record ArmRow(
      String question,
      String metric,
      String statistic,
      String policy,
      String regime,
      String unit,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble ci95Low,
      OptionalDouble ci95High,
      OptionalDouble q05,
      OptionalDouble q50,
      OptionalDouble q95,
      int replicates) {}

  /**
   * One row of {@code best.csv}: whether a policy may be the best one for a question.
   *
   * @param question what the scenario calls the question
   * @param regime name of the regime
   * @param policy name of the policy
   * @param mean mean over replicates
   * @param lead mean by which it is better than the best of the others; below 0 if one is better
   * @param leadLow lower end of its interval; those of one question and regime hold at once with 95
   *     %
   * @param leadHigh upper end
   * @param amongBest whether no other policy is better beyond doubt
   * @param selected whether a sequential selection chose it: with 95 % it is the best, or less than
   *     what matters behind the best; false without such a selection
   */
  public record BestRow(
      String question,
      String regime,
      String policy,
      double mean,
      double lead,
      double leadLow,
      double leadHigh,
      boolean amongBest,
      boolean selected) {}

  /**
   * One row of {@code variance.csv}: how much of the variance of a difference is luck, the rest
   * being uncertain inputs and what both do together.
   *
   * @param question what the scenario calls the question
   * @param policy name of the policy compared with the base
   * @param regime name of the regime
   * @param luckShare share of luck, 0 to 1; empty if the difference never changes
   * @param low lower end of its bootstrap 95 % interval; empty likewise
   * @param high upper end
   * @param pairs pairs of replicates with the same inputs and different luck
   */
  public record VarianceRow(
      String question,
      String policy,
      String regime,
      OptionalDouble luckShare,
      OptionalDouble low,
      OptionalDouble high,
      int pairs) {}

  /**
   * One row of {@code inputs.csv}: how a difference to the base goes with an uncertain input.
   *
   * @param question what the scenario calls the question
   * @param policy name of the policy compared with the base
   * @param regime name of the regime
   * @param input name of the uncertain input
   * @param spearman rank correlation over replicates, -1 to 1; empty if either never changes
   */
  public record InputRow(
      String question, String policy, String regime, String input, OptionalDouble spearman) {}

  /**
   * One row of {@code map.csv}: a policy at one point of a plane of two uncertain inputs, under the
   * base regime.
   *
   * @param question what the scenario calls the question
   * @param xInput name of the first input
   * @param x its value, with unit
   * @param yInput name of the second input
   * @param y its value, with unit
   * @param policy name of the policy
   * @param mean mean over replicates
   * @param lead mean by which it is better than the best of the others
   * @param leadLow lower end of its interval; those of one point hold at once with 95 %
   * @param leadHigh upper end
   * @param amongBest whether no other policy is better beyond doubt
   */
  public record MapRow(
      String question,
      String xInput,
      String x,
      String yInput,
      String y,
      String policy,
      double mean,
      double lead,
      double leadLow,
      double leadHigh,
      boolean amongBest) {}
}
