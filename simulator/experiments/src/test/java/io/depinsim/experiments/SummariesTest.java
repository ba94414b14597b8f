package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.run.SummaryRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SummariesTest {
  private static final List<Instant> TIMES =
      List.of(
          Instant.parse("2025-01-01T00:00:00Z"),
          Instant.parse("2025-01-02T00:00:00Z"),
          Instant.parse("2025-01-03T00:00:00Z"));
  private static final MetricDefinition PRICE = metric("price");
  private static final MetricDefinition FEE = metric("fee");

  private static MetricDefinition metric(String key) {
    return new MetricDefinition(key, key, "USD", "stated", "Test", Direction.NEITHER);
  }

  private static RunResult result(double[]... replicates) {
    SeriesTable.Builder series =
        SeriesTable.builder(
            List.of("base"), List.of("base"), List.of("price"), replicates.length, TIMES);
    for (int r = 0; r < replicates.length; r++) {
      series.put("base", "base", "price", r, replicates[r]);
    }
    return new RunResult(List.of(PRICE), series.build(), List.of(), List.of(), Map.of());
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
        Summaries.of(
            result(
                new double[] {9, 9, 2},
                new double[] {9, 9, 4},
                new double[] {9, 9, 4},
                new double[] {9, 9, 6}),
            0);
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
    List<SummaryRow> rows =
        Summaries.of(result(new double[] {0, 10, 0}, new double[] {10, 0, 0}), 0);
    assertEquals(10, row(rows, "max").mean(), "the mean path never exceeds 5");
    assertEquals(0, row(rows, "max").sd().getAsDouble());
    assertEquals(10.0 / 3, row(rows, "mean").mean(), 1e-15);
  }

  @Test
  void warmUpIsLeftOut() {
    List<SummaryRow> rows =
        Summaries.of(result(new double[] {100, 1, 3}, new double[] {200, 3, 5}), 1);
    assertEquals(4, row(rows, "max").mean());
    assertEquals(3, row(rows, "mean").mean());
    assertEquals(4, row(rows, "last").mean());
  }

  @Test
  void oneReplicateHasNoInterval() {
    SummaryRow only = row(Summaries.of(result(new double[] {1, 2, 6}), 0), "mean");
    assertEquals(3, only.mean());
    assertEquals(OptionalDouble.empty(), only.sd());
    assertEquals(OptionalDouble.empty(), only.ci95Low());
    assertEquals(1, only.replicates());
  }

  @Test
  void aMetricThatAPolicyLacksHasNoRowThere() {
    SeriesTable series =
        SeriesTable.builder(
                List.of("with", "without"), List.of("base"), List.of("price", "fee"), 1, TIMES)
            .put("with", "base", "price", 0, new double[] {1, 1, 1})
            .put("with", "base", "fee", 0, new double[] {2, 2, 2})
            .put("without", "base", "price", 0, new double[] {3, 3, 3})
            .build();
    List<String> rows =
        Summaries.of(new RunResult(List.of(PRICE, FEE), series, List.of(), List.of(), Map.of()), 0)
            .stream()
            .filter(r -> r.statistic().equals("last"))
            .map(r -> r.policy() + " " + r.metric() + " " + r.mean())
            .toList();
    assertEquals(List.of("with price 1.0", "with fee 2.0", "without price 3.0"), rows);
  }
}
