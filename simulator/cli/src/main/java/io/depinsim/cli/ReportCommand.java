package io.depinsim.cli;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim report}. */
@Command(
    name = "report",
    description = "Draw charts and page of a run again, without running.",
    footer = {
      "",
      "Examples:",
      "  depinsim report runs/filecoin-replay-history",
      "  depinsim report runs/new --base runs/old"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Run directory.")
  private Path folder;

  @Option(
      names = "--base",
      paramLabel = "OTHER",
      description = "Draw every chart as a difference, RUN less OTHER.")
  private Path base;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  @Override
  public Integer call() throws IOException {
    RunDirectory.open(folder).close();
    Scenario scenario =
        new ScenarioReader(Catalogues.join()).read(folder.resolve("scenario.yaml"), List.of());
    String page = "report.html";
    if (base == null) {
      Reports.write(folder, scenario);
    } else {
      Reports.writeDifference(folder, base, scenario);
      page = "report-difference.html";
    }
    spec.commandLine().getOut().println("Report: " + folder.resolve(page));
    return ExitCodes.SUCCESS;
  }
}
