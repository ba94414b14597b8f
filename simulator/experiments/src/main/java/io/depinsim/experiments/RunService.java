package io.depinsim.experiments;

import io.depinsim.core.engine.Simulation;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a scenario and writes its run directory, all but charts and page. */
public final class RunService {
  private final Scenario scenario;
  private final RunOptions options;
  private final Consumer<Simulation> guests;

  /** A service for one scenario. */
  public RunService(Scenario scenario, RunOptions options) {
    this(scenario, options, ScenarioRun.NOBODY);
  }

  /** The same with mechanisms that no scenario names, such as a test's. */
  RunService(Scenario scenario, RunOptions options, Consumer<Simulation> guests) {
    this.scenario = scenario;
    this.options = options;
    this.guests = guests;
  }

  /**
   * What is said about a run besides its results.
   *
   * @param programVersion version of this program
   * @param commandLine command that repeats the run
   */
  public record Provenance(String programVersion, String commandLine) {}

  /**
   * How statements and claims came out.
   *
   * @param expectations the rows of {@code expectations.csv}
   * @param findings the rows of {@code findings.csv}
   * @param comparison answers to the scenario's questions; empty for a run that compares nothing
   */
  public record Verdicts(
      List<ExpectationRow> expectations,
      List<FindingRow> findings,
      Optional<ComparisonRecord> comparison) {}

  /**
   * Runs and writes.
   *
   * @param folder where the run directory goes
   * @return how the scenario's statements and claims came out
   * @throws IllegalArgumentException if the scenario cannot be assembled; nothing was touched
   * @throws io.depinsim.core.InvariantException if an invariant broke; no manifest is left, so
   *     nothing looks complete
   * @throws IllegalStateException if an event failed otherwise; no manifest is left
   * @throws io.depinsim.core.run.RunDirectoryException if the folder cannot be written
   * @throws InterruptedException if interrupted
   */
  public Verdicts run(Path folder, Provenance provenance) throws InterruptedException {
    ScenarioCheck.check(scenario);
    Instant startedAt = Instant.now();
    long startNanos = System.nanoTime();
    ScenarioRun run = new ScenarioRun(scenario, options, guests);
    try (RunDirectory directory = RunDirectory.create(folder)) {
      Checkpoint checkpoint = options.keeping().open(folder, identity(run));
      RunResult result = checkpoint.flushIfEndedEarly(() -> run.execute(Optional.of(checkpoint)));
      directory.replaceEarlier();
      directory.writeScenario(scenario.resolvedYaml());
      directory.writeSeries(result.series());
      directory.writeSummary(result.summary());
      directory.writeExpectations(result.expectations());
      directory.writeFindings(result.findings());
      result.comparison().ifPresent(directory::writeComparison);
      directory.writeDecisions(result.decisions(), checkpoint, run::task);
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      directory.writeManifest(manifest(result, provenance, startedAt, seconds));
      checkpoint.remove();
      return new Verdicts(result.expectations(), result.findings(), result.comparison());
    }
  }

  /**
   * How statements and claims came out in a folder that holds this very run, complete: the same
   * scenario, options and version of the program.
   *
   * @return nothing if the folder holds another run, an unfinished one or none
   */
  public Optional<Verdicts> findComplete(Path folder, Provenance provenance) {
    if (Checkpoint.exists(folder) || !RunDirectory.isComplete(folder)) {
      return Optional.empty();
    }
    try (RunDirectory directory = RunDirectory.open(folder)) {
      Manifest manifest = directory.manifest();
      boolean same =
          directory.scenarioText().equals(scenario.resolvedYaml())
              && manifest.seed() == scenario.run().seed()
              && manifest.asked().equals(asked())
              && manifest.policies().equals(options.policies())
              && manifest.seriesReplicates() == Math.min(options.series(), manifest.replicates())
              && manifest.metricKeys().equals(new ScenarioRun(scenario, options).metrics())
              && manifest.stateHashVersion() == StateDigest.VERSION
              && manifest.programVersion().equals(provenance.programVersion());
      return same
          ? Optional.of(
              new Verdicts(directory.expectations(), directory.findings(), directory.comparison()))
          : Optional.empty();
    }
  }

  /**
   * What must be the same for an unfinished run to be gone on with. Nothing else changes results.
   */
  private Map<String, String> identity(ScenarioRun run) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("the scenario's name", scenario.name());
    identity.put("the seed", Long.toString(scenario.run().seed()));
    identity.putAll(asked());
    identity.put("the number of series kept", Integer.toString(options.series()));
    identity.put("the choice of policies", String.join(", ", options.policies()));
    identity.put("the choice of metrics", Keeping.checksum(String.join("\n", run.metrics())));
    identity.put("the text of the resolved scenario", Keeping.checksum(scenario.resolvedYaml()));
    identity.put("the version of digests", Integer.toString(StateDigest.VERSION));
    return identity;
  }

  /** What was asked of the run besides the scenario, in words. */
  private Map<String, String> asked() {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("the number of replicates", Integer.toString(options.replicates()));
    options
        .compare()
        .ifPresentOrElse(how -> asked.putAll(how.words()), () -> asked.put("the command", "run"));
    return asked;
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
        result.replicates(),
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
        result.invariants(),
        Math.min(options.series(), result.replicates()),
        asked(),
        options.compare().map(CompareOptions::drawn).orElse(false)
            && !scenario.uncertainties().isEmpty(),
        new Manifest.Decisions(
            scenario.run().decisions().rate(),
            scenario.run().decisions().replicates(),
            result.decisions().decisions(),
            result.decisions().seal()),
        scenario.resolvedYaml());
  }
}
