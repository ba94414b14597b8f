package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ChartSpec.ChartKind;
import io.depinsim.reports.chart.Chart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunChartsTest {
  private static final double[] VALUES = {0, 0, 0.5, 0, 0.25};
  private static final Map<String, String> UNITS =
      Map.of(
          "n.price",
          "USD/FIL",
          "n.payback",
          "months",
          "n.paidShare",
          "1",
          "n.cap",
          "USD",
          "m.cap",
          "USD");

  @TempDir Path folder;

  private Chart chart(ChartKind kind, String metric, List<String> policies, List<String> regimes) {
    return chart(kind, List.of(metric), policies, regimes);
  }

  private Chart chart(
      ChartKind kind, List<String> drawn, List<String> policies, List<String> regimes) {
    FilecoinLikeRun demo = new FilecoinLikeRun(1, 300, policies, regimes);
    try (RunDirectory run = demo.write(folder)) {
      Manifest manifest = run.manifest();
      List<Instant> times = run.series().times().subList(0, VALUES.length);
      SeriesTable.Builder table =
          SeriesTable.builder(policies, regimes, List.copyOf(UNITS.keySet()), 1, times);
      Map<String, MetricDefinition> metrics = new LinkedHashMap<>();
      UNITS.forEach(
          (key, unit) -> {
            metrics.put(
                key, new MetricDefinition(key, title(key), unit, "f", "F", Direction.NEITHER));
            for (String policy : policies) {
              regimes.forEach(regime -> table.put(policy, regime, key, 0, VALUES.clone()));
            }
          });
      RunRecord record =
          new RunRecord(manifest, table.build(), List.of(), List.of(), List.of(), metrics);
      return new RunCharts(record, demo.input())
          .chart("c", new ChartSpec("t", kind, drawn, null, null, null, null));
    }
  }

  /** Metrics of the first network are called by their key, of the second as those of the first. */
  private static String title(String key) {
    return key.replace("m.", "n.");
  }

  private double[] drawn(ChartKind kind, String metric) {
    return chart(kind, metric, List.of("base"), List.of("base")).lines().get(0).values()[0];
  }

  @Test
  void pricesAndMonthsAreDrawnFromTheirFirstValueAboveZero() {
    double[] expected = {Double.NaN, Double.NaN, 0.5, 0, 0.25};
    assertArrayEquals(expected, drawn(ChartKind.lines, "n.price"));
    assertArrayEquals(expected, drawn(ChartKind.lines, "n.payback"));
    assertArrayEquals(VALUES, drawn(ChartKind.lines, "n.cap"), "an amount may be zero");
    assertArrayEquals(VALUES, drawn(ChartKind.stacked, "n.payback"));
  }

  @Test
  void theFooterSaysSo() {
    List<String> base = List.of("base");
    assertTrue(
        chart(ChartKind.lines, "n.price", base, base)
            .footer()
            .contains("1 replicate · drawn from the first value above 0 ·"));
    assertFalse(chart(ChartKind.lines, "n.cap", base, base).footer().contains("above 0"));
  }

  @Test
  void sharesAreDrawnInPercent() {
    List<String> base = List.of("base");
    Chart.Line line = chart(ChartKind.lines, "n.paidShare", base, base).lines().get(0);
    assertEquals("%", line.unit());
    assertArrayEquals(new double[] {0, 0, 50, 0, 25}, line.values()[0]);
  }

  @Test
  void casesTooManyForOnePlotGetAPanelPerRegimeAndKeepTheColourOfTheirPolicy() {
    List<String> regimes = List.of("calm", "crash");
    Chart chart = chart(ChartKind.lines, "n.cap", List.of("a", "b", "c", "d"), regimes);
    assertEquals(8, chart.lines().size());
    for (Chart.Line line : chart.lines()) {
      assertTrue(regimes.contains(line.panel()), line.panel());
      assertEquals("n.cap", line.axis());
      assertEquals(List.of("a", "b", "c", "d").indexOf(line.label()) - 1, line.colour());
      assertEquals(0, line.dash());
    }
  }

  @Test
  void morePoliciesThanOnePlotHoldsGetAPanelEachBesideTheBase() {
    List<String> policies = List.of("a", "b", "c", "d", "e", "f", "g");
    Chart chart = chart(ChartKind.lines, "n.cap", policies, List.of("calm"));
    assertEquals(12, chart.lines().size());
    for (int p = 1; p < policies.size(); p++) {
      Chart.Line base = chart.lines().get(2 * p - 2);
      Chart.Line own = chart.lines().get(2 * p - 1);
      assertEquals(policies.get(p), own.panel());
      assertEquals(policies.get(p), base.panel());
      assertEquals("a", base.label());
      assertEquals("", own.label(), "the heading names it");
      assertEquals(-1, base.colour());
      assertEquals(p - 1, own.colour());
    }
  }

  @Test
  void metricsOfOneUnitStandTogetherInThePanelOfEachPolicy() {
    List<String> policies = List.of("a", "b", "c", "d", "e", "f", "g");
    Chart chart = chart(ChartKind.lines, List.of("n.cap", "m.cap"), policies, List.of("calm"));
    assertEquals(14, chart.lines().size());
    assertEquals(policies, chart.lines().stream().map(Chart.Line::panel).distinct().toList());
    assertEquals(
        List.of(0, 1), chart.lines().subList(0, 2).stream().map(Chart.Line::colour).toList());
    assertEquals(1, chart.lines().stream().map(Chart.Line::axis).distinct().count());
    Chart units = chart(ChartKind.lines, List.of("n.cap", "n.price"), policies, List.of("calm"));
    assertEquals(24, units.lines().size(), "units differ: a panel for each, beside the base");
  }

  @Test
  void linesOfSeveralNetworksSayWhose() {
    List<String> base = List.of("base");
    Chart both = chart(ChartKind.lines, List.of("n.cap", "m.cap"), base, base);
    assertEquals(
        List.of("n.cap", "n.cap, m"), both.lines().stream().map(Chart.Line::label).toList());
    Chart one = chart(ChartKind.lines, List.of("n.cap", "n.price"), base, base);
    assertEquals(List.of("n.cap", "n.price"), one.lines().stream().map(Chart.Line::label).toList());
  }
}
