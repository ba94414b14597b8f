package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ChartSpec.ChartKind;
import io.depinsim.reports.chart.ComparisonChart;
import io.depinsim.reports.chart.ComparisonChart.Dot;
import io.depinsim.reports.chart.ComparisonChart.Front;
import io.depinsim.reports.chart.ComparisonChart.HeatMap;
import io.depinsim.reports.chart.ComparisonChart.Point;
import io.depinsim.reports.chart.ComparisonChart.Standing;
import io.depinsim.reports.chart.ComparisonChart.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndChartsTest {
  private static final List<String> REGIMES = List.of("calm");

  private final Map<String, MetricDefinition> metrics = new LinkedHashMap<>();
  private final List<SummaryRow> summary = new ArrayList<>();

  @TempDir Path folder;

  private void metric(String key, String label, String unit, Direction better) {
    metrics.put(key, new MetricDefinition(key, label, unit, "f", "F", better));
  }

  private void end(String policy, String metric, double mean, double half, int replicates) {
    String unit = metrics.get(metric).unit();
    summary.add(
        replicates == 1
            ? SummaryRow.ofOneReplicate(policy, "calm", metric, unit, "last", mean)
            : new SummaryRow(
                policy,
                "calm",
                metric,
                unit,
                "last",
                mean,
                OptionalDouble.of(half / 2),
                OptionalDouble.of(mean - half),
                OptionalDouble.of(mean + half),
                replicates));
    summary.add(SummaryRow.ofOneReplicate(policy, "calm", metric, unit, "mean", -1));
  }

  private ComparisonChart chart(
      ChartKind kind, int replicates, List<String> policies, String... drawn) {
    FilecoinLikeRun demo = new FilecoinLikeRun(replicates, 30, policies, REGIMES);
    try (RunDirectory run = demo.write(folder)) {
      RunRecord record =
          new RunRecord(run.manifest(), run.series(), summary, List.of(), List.of(), metrics);
      return new EndCharts(record, demo.input())
          .chart("c", new ChartSpec("t", kind, List.of(drawn), null, null, null, null));
    }
  }

  @Test
  void cellsOfAHeatMapAreMeansInPercentByTheEndsOfKeys() {
    for (String region : List.of("east", "west")) {
      for (String hour : List.of("00", "01")) {
        metric("n.busyShare." + region + "." + hour, "Busy", "1", Direction.NEITHER);
      }
    }
    end("base", "n.busyShare.east.00", 0.25, 0.04, 2);
    end("base", "n.busyShare.west.00", 0.5, 0.08, 2);
    end("base", "n.busyShare.west.01", 0.75, 0, 2);
    HeatMap heat = (HeatMap) chart(ChartKind.heatMap, 2, List.of("base"), "n.busyShare");
    assertEquals(List.of("east", "west"), heat.yLabels());
    assertEquals(List.of("00", "01"), heat.xLabels());
    assertEquals("%", heat.unit());
    double[][] values = heat.panels().get(0).values();
    assertArrayEquals(new double[] {25, Double.NaN}, values[0]);
    assertArrayEquals(new double[] {50, 75}, values[1]);
    assertTrue(heat.spread().endsWith("at most 4 points."), heat.spread());
    assertTrue(heat.description().contains("25 to 75"), heat.description());
  }

  @Test
  void aHeatMapOfOneRegionHasARowOfItsNetworkAndEachPolicyAPanel() {
    metric("n.busyShare.00", "Busy", "1", Direction.NEITHER);
    end("a", "n.busyShare.00", 0.25, 0, 1);
    end("b", "n.busyShare.00", 0.5, 0, 1);
    HeatMap heat = (HeatMap) chart(ChartKind.heatMap, 1, List.of("a", "b"), "n.busyShare");
    assertEquals(List.of("n"), heat.yLabels());
    assertEquals(List.of("a", "b"), heat.panels().stream().map(p -> p.heading()).toList());
    assertEquals("", heat.spread());
  }

  @Test
  void dotsStandInTheRowOfTheirOriginWithTheirInterval() {
    metric("n.meanWait", "Mean wait", "h", Direction.LOWER);
    metric("n.meanWait.east.gold", "Mean wait, east, gold", "h", Direction.LOWER);
    metric("n.meanWaiting", "Other", "h", Direction.LOWER);
    metric("n.completedShare.east.gold", "Share completed, east, gold", "1", Direction.HIGHER);
    end("a", "n.meanWait", 3, 1, 4);
    end("b", "n.meanWait", 5, 1, 4);
    end("b", "n.meanWait.east.gold", 6, 2, 4);
    end("a", "n.completedShare.east.gold", 0.5, 0.125, 4);
    Values values =
        (Values) chart(ChartKind.dots, 4, List.of("a", "b"), "n.meanWait", "n.completedShare");
    assertEquals(List.of("all", "east, gold"), values.rows());
    assertEquals(
        List.of("Mean wait", "Share completed"),
        values.panels().stream().map(panel -> panel.heading()).toList());
    List<List<Dot>> waits = values.panels().get(0).dots();
    assertEquals(List.of(-1, 0), waits.get(0).stream().map(Dot::colour).toList());
    Dot east = waits.get(1).get(0);
    assertEquals(1, east.place(), "of the second policy");
    assertEquals(4, east.value().low());
    assertEquals(8, east.value().high());
    Dot share = values.panels().get(1).dots().get(1).get(0);
    assertEquals(37.5, share.value().low());
    assertEquals("%", values.panels().get(1).unit());
  }

  private Front front(int replicates) {
    metric("n.nakamoto", "Nakamoto coefficient", "providers", Direction.HIGHER);
    metric("n.latency", "Latency", "ms", Direction.LOWER);
    end("a", "n.nakamoto", 10, 0.5, replicates);
    end("a", "n.latency", 50, 1, replicates);
    end("b", "n.nakamoto", 20, 0.5, replicates);
    end("b", "n.latency", 60, 1, replicates);
    end("c", "n.nakamoto", 5, 0.5, replicates);
    end("c", "n.latency", 70, 1, replicates);
    return (Front)
        chart(ChartKind.frontier, replicates, List.of("a", "b", "c"), "n.nakamoto", "n.latency");
  }

  @Test
  void aFrontierJudgesByIntervalsThatHoldAtOnce() {
    List<Point> points = front(30).panels().get(0).points();
    assertEquals(
        List.of(Standing.FRONT, Standing.FRONT, Standing.DOMINATED),
        points.stream().map(Point::standing).toList());
    // Six intervals: quantiles of Student's t with 29 degrees at 1 - 0.05/12 and 0.975.
    double wider = 2.8294 / 2.0452;
    assertEquals(10 - 0.5 * wider, points.get(0).x().low(), 1e-3);
    assertEquals("Nakamoto coefficient, providers (higher is better)", front(30).xAxis());
  }

  @Test
  void nothingIsBeyondDoubtByOneReplicate() {
    assertEquals(
        List.of(Standing.PERHAPS, Standing.PERHAPS, Standing.BEHIND),
        front(1).panels().get(0).points().stream().map(Point::standing).toList());
  }

  @Test
  void aMetricThatWasNotRecordedIsNamed() {
    metric("n.latency", "Latency", "ms", Direction.LOWER);
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> chart(ChartKind.heatMap, 1, List.of("base"), "n.latency"));
    assertTrue(refused.getMessage().contains("n.latency"), refused.getMessage());
  }
}
