package io.depinsim.cli;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.reports.ReportInput;
import io.depinsim.reports.ReportWriter;
import java.nio.file.Path;

/** Draws the charts and the page of a run directory. */
final class Reports {
  private Reports() {}

  static void write(Path folder, Scenario scenario) {
    try (RunDirectory run = RunDirectory.open(folder)) {
      ReportWriter.write(
          run,
          new ReportInput(
              scenario.name(),
              scenario.question(),
              scenario.description().orElse(""),
              scenario.charts(),
              scenario.history(),
              scenario.evidence(),
              scenario.notes().leavesOut(),
              run.manifest().commandLine()));
    }
  }
}
