package io.depinsim.experiments;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Runs a scenario and writes its run directory, all but charts and page. */
public final class RunService {
  private final Scenario scenario;
  private final RunOptions options;

  /** A service for one scenario. */
  public RunService(Scenario scenario, RunOptions options) {
    this.scenario = scenario;
    this.options = options;
  }

  /**
   * What is said about a run besides its results.
   *
   * @param programVersion version of this program
   * @param commandLine command that repeats the run
   */
  public record Provenance(String programVersion, String commandLine) {}

  /**
   * Runs and writes.
   *
   * @param folder where the run directory goes
   * @return the rows of {@code expectations.csv}
   * @throws IllegalArgumentException if the scenario cannot be assembled; nothing was touched
   * @throws io.depinsim.core.InvariantException if an invariant broke; no manifest is left, so
   *     nothing looks complete
   * @throws IllegalStateException if an event failed otherwise; no manifest is left
   * @throws io.depinsim.core.run.RunDirectoryException if the folder cannot be written
   * @throws InterruptedException if interrupted
   */
  public List<ExpectationRow> run(Path folder, Provenance provenance) throws InterruptedException {
    ScenarioCheck.check(scenario);
    Instant startedAt = Instant.now();
    long startNanos = System.nanoTime();
    try (RunDirectory directory = RunDirectory.create(folder)) {
      RunResult result = new ScenarioRun(scenario, options).execute();
      List<ExpectationRow> expectations =
          new Expectations(scenario, result.series(), options.recorded()).evaluate();
      directory.replaceEarlier();
      directory.writeScenario(scenario.resolvedYaml());
      directory.writeSeries(result.series());
      directory.writeSummary(Summaries.of(result, warmUpPoints(result)));
      directory.writeExpectations(expectations);
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      directory.writeManifest(manifest(result, provenance, startedAt, seconds));
      return expectations;
    }
  }

  private int warmUpPoints(RunResult result) {
    if (scenario.run().warmUp() == null) {
      return 0;
    }
    SimulationCalendar calendar = SimulationCalendar.startingOn(scenario.run().start());
    Instant end = calendar.toInstant(calendar.plus(0, scenario.run().warmUp()));
    List<Instant> times = result.series().times();
    int first = 0;
    while (first < times.size() - 1 && times.get(first).isBefore(end)) {
      first++;
    }
    return first;
  }

  private Manifest manifest(
      RunResult result, Provenance provenance, Instant startedAt, double seconds) {
    return new Manifest(
        scenario.name(),
        scenario.source().toString(),
        scenario.sha256(),
        "depinsim",
        provenance.programVersion(),
        scenario.run().seed(),
        options.replicates(),
        options.policies(),
        scenario.regimes(),
        "scalar",
        options.threads(),
        options.checks().name().toLowerCase(Locale.ROOT),
        Runtime.version().toString(),
        startedAt,
        seconds,
        provenance.commandLine(),
        StateDigest.VERSION,
        result.digests(),
        result.metrics(),
        result.clamps(),
        result.invariants());
  }
}
