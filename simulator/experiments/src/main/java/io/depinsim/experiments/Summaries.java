package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.core.scenario.ExpectSpec.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * Summarises a run: one statistic per replicate first, then mean, standard deviation and a 95 %
 * Student interval of the mean over replicates.
 */
final class Summaries {
  private static final List<Statistic> ALL =
      List.of(Statistic.last, Statistic.mean, Statistic.max, Statistic.min);
  private static final List<Statistic> OF_PRICES =
      List.of(
          Statistic.last,
          Statistic.mean,
          Statistic.max,
          Statistic.min,
          Statistic.volatility,
          Statistic.drawdown);

  /** Family of the metrics whose swings are summarised too. */
  private static final String PRICE = "Price";

  private Summaries() {}

  /** What is computed of a metric, in the order of the rows. */
  static List<Statistic> statistics(MetricDefinition metric) {
    return metric.family().equals(PRICE) ? OF_PRICES : ALL;
  }

  /**
   * The statistics of one replicate, in the order of {@link #statistics}.
   *
   * @param firstPoint first measurement that counts; earlier ones are warm-up
   */
  static double[] ofReplicate(MetricDefinition metric, double[] values, int firstPoint) {
    return statistics(metric).stream()
        .mapToDouble(s -> WindowStatistic.of(s, values, firstPoint, values.length))
        .toArray();
  }

  /**
   * The rows of one metric of a policy under a regime.
   *
   * @param columns what {@link #ofReplicate} gave, by statistic and then by replicate
   */
  static List<SummaryRow> rows(
      String policy, String regime, MetricDefinition metric, List<double[]> columns) {
    List<SummaryRow> rows = new ArrayList<>();
    List<Statistic> statistics = statistics(metric);
    for (int s = 0; s < statistics.size(); s++) {
      StudentInterval over = StudentInterval.of(columns.get(s));
      rows.add(
          new SummaryRow(
              policy,
              regime,
              metric.key(),
              statistics.get(s).isRelative() ? "1" : metric.unit(),
              statistics.get(s).name(),
              over.mean(),
              over.sd(),
              over.low(),
              over.high(),
              columns.get(s).length));
    }
    return rows;
  }
}
