package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Every policy, regime and replicate of a scenario, run on threads. Results depend on neither the
 * number of threads nor the order in which replicates end. Series are kept of the first replicates
 * only; of the others, what they are needed for is taken as each ends.
 */
public final class ScenarioRun {
  private final Scenario scenario;
  private final RunOptions options;

  /** A run of a scenario. */
  public ScenarioRun(Scenario scenario, RunOptions options) {
    this.scenario = scenario;
    this.options = options;
  }

  /** A result and where it belongs. */
  private record Ended(RunCase of, ReplicateResult result) {}

  /**
   * Runs everything.
   *
   * @throws IllegalArgumentException if no metric is to be recorded, or policies and regimes are
   *     not measured at the same times
   * @throws io.depinsim.core.InvariantException if an invariant broke in any replicate
   * @throws IllegalStateException if an event failed otherwise; names time, mechanism, seed
   * @throws InterruptedException if the thread is interrupted; no further replicate begins
   */
  public RunResult execute() throws InterruptedException {
    List<RunCase> cases = cases();
    if (cases.stream().allMatch(c -> c.definitions().isEmpty())) {
      throw new IllegalArgumentException("metrics: none of this scenario's is to be recorded.");
    }
    List<Instant> times = cases.get(0).times();
    int firstPoint = WarmUp.points(scenario, times);
    Findings findings =
        new Findings(scenario, times, options.recorded(), options.policies(), firstPoint);
    Optional<Expectations> expectations = Optional.empty();
    if (options.policies().contains(scenario.policies().get(0))) {
      expectations = Optional.of(new Expectations(scenario, times, options.recorded()));
    }
    OrderedWork.run(
        options.threads(),
        tasks(cases, firstPoint, expectations, findings),
        (Ended ended) -> ended.of().results().add(ended.result()));
    return new RunGathering(scenario, options, cases, times).result(expectations, findings);
  }

  private List<RunCase> cases() {
    List<RunCase> cases = new ArrayList<>();
    for (String policy : options.policies()) {
      for (String regime : scenario.regimes()) {
        Scenario applied = scenario.policy(policy, regime);
        cases.add(
            new RunCase(
                policy, regime, new Assembler(applied), OutsidePrices.networks(applied), options));
      }
    }
    for (RunCase each : cases) {
      if (!each.times().equals(cases.get(0).times())) {
        throw new IllegalArgumentException(
            "policy "
                + each.policy()
                + ", regime "
                + each.regime()
                + ": is not measured at the times of the first policy. Maybe leave run.measure,"
                + " run.horizon and run.end alone in policies and regimes.");
      }
    }
    return cases;
  }

  /** One task for each replicate, made when it is asked for. */
  private Iterator<Callable<Ended>> tasks(
      List<RunCase> cases, int firstPoint, Optional<Expectations> expectations, Findings findings) {
    AtomicInteger done = new AtomicInteger();
    int count = cases.size() * options.replicates();
    return IntStream.range(0, count)
        .<Callable<Ended>>mapToObj(
            i -> {
              RunCase of = cases.get(i / options.replicates());
              RunCase.Takers takers =
                  new RunCase.Takers(
                      firstPoint, isBase(of) ? expectations : Optional.empty(), findings);
              return () -> {
                ReplicateResult result = of.run(i % options.replicates(), takers);
                synchronized (done) {
                  options.progress().ended(done.incrementAndGet(), count);
                }
                return new Ended(of, result);
              };
            })
        .iterator();
  }

  private boolean isBase(RunCase of) {
    return of.policy().equals(scenario.policies().get(0))
        && of.regime().equals(scenario.regimes().get(0));
  }

  /** Definitions of all cases, each once, in the order of their first appearance. */
  static List<MetricDefinition> definitions(List<RunCase> cases) {
    Map<String, MetricDefinition> all = new LinkedHashMap<>();
    cases.forEach(c -> c.definitions().forEach(d -> all.putIfAbsent(d.key(), d)));
    return List.copyOf(all.values());
  }
}
