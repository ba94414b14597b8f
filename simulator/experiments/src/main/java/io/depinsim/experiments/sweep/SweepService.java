package io.depinsim.experiments.sweep;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.run.SweepManifest;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.scenario.Evidence.Grade;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Assembler;
import io.depinsim.experiments.Findings;
import io.depinsim.experiments.OrderedWork;
import io.depinsim.experiments.RunService.Provenance;
import io.depinsim.experiments.ScenarioCheck;
import io.depinsim.experiments.WarmUp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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
   * Runs every point. One that fails is a result; the others go on.
   *
   * @throws IllegalArgumentException if the scenario is wrong as written, claims nothing that can
   *     be tested, or holds nothing to vary
   * @throws InterruptedException if interrupted
   */
  public SweepRecord run(Provenance provenance) throws InterruptedException {
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
    PointRun run = new PointRun(scenario, factors, findings, policies, options.replicates());
    OrderedWork.run(options.threads(), tasks(run, design), gathering::add);
    return new SweepRecord(
        manifest(provenance, policies, paths, gathering),
        gathering.inputs(),
        gathering.design(),
        gathering.effects(),
        gathering.failures(),
        gathering.shares(),
        gathering.sensitivities());
  }

  private Iterator<Callable<PointResult>> tasks(PointRun run, double[][] design) {
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, design.length)
        .<Callable<PointResult>>mapToObj(
            p ->
                () -> {
                  PointResult result = run.run(p, design[p]);
                  synchronized (done) {
                    options.progress().ended(done.incrementAndGet(), design.length);
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
          new Assembler(scenario.policy(policy))
              .assemble(0, CheckLevel.NONE, key -> true)
              .definitions()) {
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
