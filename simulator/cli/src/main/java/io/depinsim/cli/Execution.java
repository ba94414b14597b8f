package io.depinsim.cli;

import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.RunService;
import io.depinsim.experiments.RunService.Verdicts;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** Runs one scenario into one folder, from progress and resumption to the report. */
final class Execution {
  private final CommandLine command;
  private final Depinsim program;
  private final WorkOptions work;
  private final KeepingOptions keepingOptions;

  Execution(
      CommandLine command, Depinsim program, WorkOptions work, KeepingOptions keepingOptions) {
    this.command = command;
    this.program = program;
    this.work = work;
    this.keepingOptions = keepingOptions;
  }

  /** Makes options of how progress is told and how an unfinished run is kept. */
  interface Options {
    RunOptions with(RunOptions.Progress progress, Keeping keeping);
  }

  /**
   * Runs, or finds the run complete where it is to be gone on with.
   *
   * @param checkpointSeconds time between two states kept of a replicate
   * @param commandLine what to type to get this run again
   * @throws InterruptedException with how to go on
   * @throws RunDirectoryException if the folder cannot be written; with how to go on
   */
  Verdicts run(
      Scenario scenario, Path folder, double checkpointSeconds, String commandLine, Options options)
      throws InterruptedException {
    Unfinished unfinished = new Unfinished(folder, command, work.quiet());
    Verdicts verdicts;
    try (ProgressReport progress =
        ProgressReport.of(scenario.name(), "replicates", !work.progress(), command.getErr())) {
      Keeping keeping =
          keepingOptions.keeping(
              checkpointSeconds, program.interruption().listen(), unfinished::greet);
      RunService service = new RunService(scenario, options.with(progress::at, keeping));
      RunService.Provenance provenance = new RunService.Provenance(Version.text(), commandLine);
      Optional<Verdicts> complete =
          keepingOptions.resume() ? service.findComplete(folder, provenance) : Optional.empty();
      if (complete.isPresent()) {
        unfinished.complete();
      }
      verdicts = complete.isPresent() ? complete.get() : service.run(folder, provenance);
    } catch (InterruptedException e) {
      throw unfinished.interrupted();
    } catch (RunDirectoryException e) {
      throw unfinished.explained(e);
    }
    if (work.report()) {
      Reports.write(folder, scenario);
    }
    return verdicts;
  }
}
