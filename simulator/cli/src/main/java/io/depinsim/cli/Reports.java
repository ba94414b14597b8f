package io.depinsim.cli;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.OutsidePrices;
import io.depinsim.reports.DifferenceReport;
import io.depinsim.reports.ReportInput;
import io.depinsim.reports.ReportWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the charts and the page of a run directory. */
final class Reports {
  private Reports() {}

  static void write(Path folder, Scenario scenario) {
    try (RunDirectory run = RunDirectory.open(folder)) {
      ReportWriter.write(run, input(run, scenario));
    }
  }

  /** Draws what a run has more than another one, into the folder of the first. */
  static void writeDifference(Path folder, Path base, Scenario scenario) {
    try (RunDirectory run = RunDirectory.open(folder);
        RunDirectory other = RunDirectory.open(base)) {
      DifferenceReport.write(run, other, input(run, scenario));
    }
  }

  private static ReportInput input(RunDirectory run, Scenario scenario) {
    return new ReportInput(
        scenario.name(),
        scenario.question(),
        scenario.description().orElse(""),
        OutsidePrices.notice(scenario, run.manifest().policies()),
        List.copyOf(scenario.metrics().keySet()),
        scenario.changes(),
        drawable(scenario, run.manifest().metricKeys()),
        scenario.history(),
        scenario.evidence(),
        scenario.notes().leavesOut(),
        run.manifest().commandLine(),
        uncertain(scenario));
  }

  private static Map<String, String> uncertain(Scenario scenario) {
    Map<String, String> paths = new LinkedHashMap<>();
    scenario.uncertainties().forEach((name, input) -> paths.put(name, input.path()));
    return paths;
  }

  /** Charts all of whose metrics the run recorded. */
  private static Map<String, ChartSpec> drawable(Scenario scenario, List<String> recorded) {
    Map<String, ChartSpec> charts = new LinkedHashMap<>();
    scenario
        .charts()
        .forEach(
            (name, chart) -> {
              if (!chart.drawn(recorded).isEmpty()) {
                charts.put(name, chart);
              }
            });
    return charts;
  }
}
