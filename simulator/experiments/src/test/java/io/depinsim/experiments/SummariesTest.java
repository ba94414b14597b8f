package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.SummaryRow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {
  @TempDir Path folder;

  private static final MetricDefinition FEE = metric("fee", "Test");

  private static MetricDefinition metric(String key, String family) {
    return new MetricDefinition(key, key, "USD", "stated", family, Direction.NEITHER);
  }

  private static List<SummaryRow> rows(int firstPoint, double[]... replicates) {
    return rows(FEE, firstPoint, replicates);
  }

  private static List<SummaryRow> rows(
      MetricDefinition metric, int firstPoint, double[]... replicates) {
    return Summaries.rows(
        "base",
        "base",
        metric,
        IntStream.range(0, Summaries.statistics(metric).size())
            .mapToObj(s -> column(metric, firstPoint, s, replicates))
            .toList());
  }

  private static double[] column(
      MetricDefinition metric, int firstPoint, int statistic, double[]... replicates) {
    return Arrays.stream(replicates)
        .mapToDouble(values -> Summaries.ofReplicate(metric, values, firstPoint)[statistic])
        .toArray();
  }

  private static SummaryRow row(List<SummaryRow> rows, String statistic) {
    return rows.stream().filter(r -> r.statistic().equals(statistic)).findFirst().orElseThrow();
  }

  /**
   * Last values 2, 4, 4, 6: mean 4, variance 8/3, Student's t of 3 degrees of freedom at 97.5 % is
   * 3.182446 in any printed table, so half the interval is 3.182446 times sqrt(8/3)/2.
   */
  @Test
  void theIntervalIsStudentsOverReplicates() {
    List<SummaryRow> rows =
        rows(
            0,
            new double[] {9, 9, 2},
            new double[] {9, 9, 4},
            new double[] {9, 9, 4},
            new double[] {9, 9, 6});
    SummaryRow last = row(rows, "last");
    assertEquals(4, last.mean());
    assertEquals(1.632993161855452, last.sd().getAsDouble(), 1e-14);
    assertEquals(4 - 2.598456, last.ci95Low().getAsDouble(), 1e-6);
    assertEquals(4 + 2.598456, last.ci95High().getAsDouble(), 1e-6);
    assertEquals(4, last.replicates());
    assertEquals("USD", last.unit());
  }

  @Test
  void statisticsArePerReplicateFirstNotOfTheMeanPath() {
    List<SummaryRow> rows = rows(0, new double[] {0, 10, 0}, new double[] {10, 0, 0});
    assertEquals(10, row(rows, "max").mean(), "the mean path never exceeds 5");
    assertEquals(0, row(rows, "max").sd().getAsDouble());
    assertEquals(10.0 / 3, row(rows, "mean").mean(), 1e-15);
  }

  @Test
  void warmUpIsLeftOut() {
    List<SummaryRow> rows = rows(1, new double[] {100, 1, 3}, new double[] {200, 3, 5});
    assertEquals(4, row(rows, "max").mean());
    assertEquals(3, row(rows, "mean").mean());
    assertEquals(4, row(rows, "last").mean());
  }

  @Test
  void oneReplicateHasNoInterval() {
    SummaryRow only = row(rows(0, new double[] {1, 2, 6}), "mean");
    assertEquals(3, only.mean());
    assertEquals(OptionalDouble.empty(), only.sd());
    assertEquals(OptionalDouble.empty(), only.ci95Low());
    assertEquals(1, only.replicates());
  }

  @Test
  void swingsAreSummarisedOfPricesAlone() {
    List<String> names =
        rows(0, new double[] {1, 2, 1}).stream().map(SummaryRow::statistic).toList();
    assertEquals(List.of("last", "mean", "max", "min"), names);
    List<SummaryRow> prices = rows(metric("price", "Price"), 0, new double[] {4, 2, 1});
    assertEquals(6, prices.size());
    assertEquals(1, row(prices, "min").mean());
    assertEquals("USD", row(prices, "min").unit());
    assertEquals(0, row(prices, "volatility").mean(), 1e-16, "two equal steps");
    assertEquals(0.75, row(prices, "drawdown").mean());
    assertEquals("1", row(prices, "drawdown").unit());
  }

  @Test
  void aMetricThatAPolicyLacksHasNoRowThere() throws Exception {
    String policies =
        """
        policies:
          plan:
            flat: {}
            decaying:
              replace:
                first.emission:
                  simplePlusBaseline:
                    genesis: 2025-01-01T00:00:00Z
                    simple: 1000 TOKEN
                    baseline: 1000 TOKEN
                    halfLife: 6
                    baselineAtGenesis: 1 EB
                    baselineGrowth: 100 %
                    realisedAtStart: 0
        """;
    List<String> having =
        Samples.run(Samples.parse(folder, SmallScenario.TEXT + policies), 1).summary().stream()
            .filter(r -> r.metric().equals("first.baselinePower"))
            .map(r -> r.policy() + " " + r.statistic())
            .toList();
    assertEquals(List.of("decaying last", "decaying mean", "decaying max", "decaying min"), having);
  }
}
