package io.depinsim.cli;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.HistorySpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.reports.ReportInput;
import io.depinsim.reports.ReportWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the charts and the page of a run directory. */
final class Reports {
  private Reports() {}

  static void write(Path folder, Scenario scenario) {
    try (RunDirectory run = RunDirectory.open(folder)) {
      Set<String> recorded =
          run.manifest().metrics().stream().map(MetricDefinition::key).collect(Collectors.toSet());
      Map<String, HistorySpec> history = new LinkedHashMap<>(scenario.history());
      history.values().removeIf(h -> !recorded.contains(h.metric()));
      ReportWriter.write(
          run,
          new ReportInput(
              scenario.name(),
              scenario.question(),
              scenario.description().orElse(""),
              charts(scenario, recorded, history.keySet()),
              history,
              scenario.evidence(),
              scenario.notes().leavesOut(),
              run.manifest().commandLine()));
    }
  }

  /** The scenario's charts, without metrics that were not recorded; empty charts are left out. */
  private static Map<String, ChartSpec> charts(
      Scenario scenario, Set<String> recorded, Set<String> histories) {
    Map<String, ChartSpec> charts = new LinkedHashMap<>();
    scenario
        .charts()
        .forEach(
            (name, chart) -> {
              List<String> metrics = chart.metrics().stream().filter(recorded::contains).toList();
              if (!metrics.isEmpty()) {
                charts.put(
                    name,
                    new ChartSpec(
                        chart.title(),
                        chart.kind(),
                        metrics,
                        chart.history().stream().filter(histories::contains).toList(),
                        chart.caption(),
                        chart.fittedUntil(),
                        chart.logarithmic()));
              }
            });
    return charts;
  }
}
