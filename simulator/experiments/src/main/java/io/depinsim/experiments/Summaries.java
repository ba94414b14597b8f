package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.run.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Summarises a run: one statistic per replicate first, then mean, standard deviation and a 95 %
 * Student interval of the mean over replicates.
 */
final class Summaries {
  private static final double CONFIDENCE = 0.95;
  private static final List<String> STATISTICS = List.of("last", "mean", "max");

  private Summaries() {}

  /**
   * Rows for every policy, regime, metric and statistic, in that order; none for a metric that a
   * policy does not have.
   *
   * @param firstPoint first measurement point that counts; earlier ones are warm-up
   */
  static List<SummaryRow> of(RunResult result, int firstPoint) {
    List<SummaryRow> rows = new ArrayList<>();
    SeriesTable series = result.series();
    for (String policy : series.policies()) {
      for (String regime : series.regimes()) {
        for (MetricDefinition metric : result.metrics()) {
          if (series.find(policy, regime, metric.key(), 0).isPresent()) {
            for (String statistic : STATISTICS) {
              rows.add(row(series, policy, regime, metric, statistic, firstPoint));
            }
          }
        }
      }
    }
    return rows;
  }

  private static SummaryRow row(
      SeriesTable series,
      String policy,
      String regime,
      MetricDefinition metric,
      String statistic,
      int firstPoint) {
    double[] values = new double[series.replicates()];
    for (int r = 0; r < values.length; r++) {
      values[r] = statistic(series.values(policy, regime, metric.key(), r), statistic, firstPoint);
    }
    double mean = StatUtils.mean(values);
    if (values.length == 1) {
      return SummaryRow.ofOneReplicate(
          policy, regime, metric.key(), metric.unit(), statistic, values[0]);
    }
    double sd = StrictMath.sqrt(StatUtils.variance(values));
    double half =
        new TDistribution(null, values.length - 1)
                .inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2)
            * sd
            / StrictMath.sqrt(values.length);
    return new SummaryRow(
        policy,
        regime,
        metric.key(),
        metric.unit(),
        statistic,
        mean,
        OptionalDouble.of(sd),
        OptionalDouble.of(mean - half),
        OptionalDouble.of(mean + half),
        values.length);
  }

  private static double statistic(double[] values, String statistic, int firstPoint) {
    int length = values.length - firstPoint;
    return switch (statistic) {
      case "last" -> values[values.length - 1];
      case "mean" -> StatUtils.mean(values, firstPoint, length);
      default -> StatUtils.max(values, firstPoint, length);
    };
  }
}
