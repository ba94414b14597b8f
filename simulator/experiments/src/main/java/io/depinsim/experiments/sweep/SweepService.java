package io.depinsim.experiments.sweep;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.run.SweepDirectory;
import io.depinsim.core.run.SweepManifest;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.scenario.Evidence.Grade;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Assembler;
import io.depinsim.experiments.Factor;
import io.depinsim.experiments.Factors;
import io.depinsim.experiments.Findings;
import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.OrderedWork;
import io.depinsim.experiments.RunService.Provenance;
import io.depinsim.experiments.ScenarioCheck;
import io.depinsim.experiments.Tally;
import io.depinsim.experiments.WarmUp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Asks in how much of what is plausible the claims of a scenario hold: fills the ranges of its
 * assumed inputs with points, and tests the claims at each, under the base regime. Results depend
 * on scenario, seed and options, not on threads.
 */
public final class SweepService {
  private final Scenario scenario;
  private final SweepOptions options;

  /** A sweep of a scenario. */
  public SweepService(Scenario scenario, SweepOptions options) {
    this.scenario = scenario;
    this.options = options;
  }

  /**
   * Runs every point that an earlier attempt has not finished. One that fails is a result; the
   * others go on.
   *
   * @param folder where the sweep goes; an unfinished sweep is kept there until {@code finished}
   *     has written its results
   * @param finished writes the results into the folder, which is locked
   * @throws IllegalArgumentException if the scenario is wrong as written, claims nothing that can
   *     be tested, or holds nothing to vary; no folder was made
   * @throws io.depinsim.core.run.RunDirectoryException if the folder cannot be written
   * @throws InterruptedException if the sweep was put down before its end; finished points are kept
   */
  public SweepRecord run(
      Path folder, Provenance provenance, BiConsumer<SweepDirectory, SweepRecord> finished)
      throws InterruptedException {
    requireReplicateNumbers();
    ScenarioCheck.check(scenario);
    Assembler base = new Assembler(scenario.policy(scenario.policies().get(0)));
    List<Instant> times =
        Arrays.stream(base.measurementPoints()).mapToObj(base.calendar()::toInstant).toList();
    int firstPoint = WarmUp.points(scenario, times);
    Findings findings = new Findings(scenario, times, key -> true, scenario.policies(), firstPoint);
    if (findings.claims().isEmpty()) {
      throw new IllegalArgumentException(
          "findings: this scenario states none that the run reaches, so a sweep has nothing to"
              + " test. Maybe add one: a claim, a metric, a statistic, `between` two policies.");
    }
    List<String> policies =
        scenario.policies().stream().filter(policy -> speaksOf(findings, policy)).toList();
    List<Factor> factors = Factors.of(scenario, options.inputs());
    SweepGathering gathering = new SweepGathering(factors, findings.claims(), units(policies));
    List<String> paths = factors.stream().map(factor -> factor.input().path()).toList();
    double[][] design = options.design().points(scenario.run().seed(), options.points(), paths);
    PointRun run =
        new PointRun(
            scenario, factors, findings, policies, options.replicates(), options.keeping().stop());
    try (SweepDirectory directory = SweepDirectory.create(folder)) {
      Checkpoint checkpoint = options.keeping().open(folder, identity(paths));
      checkpoint.flushIfEndedEarly(
          () -> {
            OrderedWork.run(
                options.threads(),
                tasks(run, design, checkpoint),
                gathering::add,
                options.keeping().stop());
            return gathering;
          });
      SweepRecord sweep = record(provenance, policies, paths, gathering);
      finished.accept(directory, sweep);
      checkpoint.remove();
      return sweep;
    }
  }

  /** What must be the same for an unfinished sweep to be gone on with. */
  private Map<String, String> identity(List<String> paths) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("the scenario's name", scenario.name());
    identity.put("the seed", Long.toString(scenario.run().seed()));
    identity.put("the design", options.design().name());
    identity.put("the number of points", Integer.toString(options.points()));
    identity.put("the number of replicates", Integer.toString(options.replicates()));
    identity.put("the choice of inputs", Keeping.checksum(String.join("\n", paths)));
    identity.put("the text of the resolved scenario", Keeping.checksum(scenario.resolvedYaml()));
    identity.put("the version of digests", Integer.toString(StateDigest.VERSION));
    return identity;
  }

  private SweepRecord record(
      Provenance provenance, List<String> policies, List<String> paths, SweepGathering gathering) {
    return new SweepRecord(
        manifest(provenance, policies, paths, gathering),
        gathering.inputs(),
        gathering.design(),
        gathering.effects(),
        gathering.failures(),
        gathering.shares(),
        gathering.sensitivities());
  }

  private Iterator<Callable<Optional<PointResult>>> tasks(
      PointRun run, double[][] design, Checkpoint checkpoint) {
    Tally tally = new Tally(design.length, checkpoint.finishedEarlier(), options.progress());
    return IntStream.range(0, design.length)
        .<Callable<Optional<PointResult>>>mapToObj(
            p ->
                () -> {
                  Optional<PointResult> earlier = checkpoint.findResult(p, PointResult::read);
                  if (earlier.isPresent() || options.keeping().stop().raised()) {
                    return earlier;
                  }
                  Optional<PointResult> result = run.run(p, design[p]);
                  if (result.isPresent()) {
                    checkpoint.finish(p, result.get()::write);
                    tally.ended(p);
                  }
                  return result;
                })
        .iterator();
  }

  private void requireReplicateNumbers() {
    if ((long) options.points() * options.replicates() > Streams.REPLICATE_LIMIT) {
      throw new IllegalArgumentException(
          "points times replicates: "
              + (long) options.points() * options.replicates()
              + ": must be at most "
              + Streams.REPLICATE_LIMIT
              + ", since each has random numbers of its own. Maybe fewer points?");
    }
  }

  private static boolean speaksOf(Findings findings, String policy) {
    return findings.claims().stream()
        .flatMap(claim -> claim.cases().stream())
        .anyMatch(c -> c.from().equals(policy) || c.to().equals(policy));
  }

  private Map<String, String> units(List<String> policies) {
    Map<String, String> units = new LinkedHashMap<>();
    for (String policy : policies) {
      for (MetricDefinition metric :
          new Assembler(scenario.policy(policy)).definitions(key -> true)) {
        units.putIfAbsent(metric.key(), metric.unit());
      }
    }
    return units;
  }

  private SweepManifest manifest(
      Provenance provenance, List<String> policies, List<String> paths, SweepGathering gathering) {
    long assumed =
        scenario.evidence().stream().filter(item -> item.grade() == Grade.assumed).count();
    return new SweepManifest(
        scenario.name(),
        scenario.source().toString(),
        scenario.sha256(),
        scenario.question(),
        "depinsim",
        provenance.programVersion(),
        provenance.commandLine(),
        scenario.run().seed(),
        options.design().name(),
        options.points(),
        gathering.failed(),
        options.replicates(),
        policies,
        scenario.regimes().get(0),
        paths,
        (int) assumed - paths.size(),
        StateDigest.VERSION,
        gathering.digest());
  }
}
