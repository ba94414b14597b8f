package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Every policy, regime and replicate of a scenario, run on threads. Results depend on neither the
 * number of threads nor the order in which replicates end. Series are kept of the first replicates
 * only; of the others, what they are needed for is taken as each ends.
 */
public final class ScenarioRun {
  private final Scenario scenario;
  private final RunOptions options;
  private final List<RunCase> cases;

  /**
   * A run of a scenario.
   *
   * @throws IllegalArgumentException if a policy cannot be assembled, no metric is to be recorded,
   *     or policies and regimes are not measured at the same times
   */
  public ScenarioRun(Scenario scenario, RunOptions options) {
    this.scenario = scenario;
    this.options = options;
    this.cases = cases();
    if (cases.stream().allMatch(c -> c.definitions().isEmpty())) {
      throw new IllegalArgumentException("metrics: none of this scenario's is to be recorded.");
    }
  }

  /** A result and where it belongs. */
  private record Ended(RunCase of, ReplicateResult result) {}

  /** Keys of the metrics that are recorded, in order. */
  List<String> metrics() {
    return definitions(cases).stream().map(MetricDefinition::key).toList();
  }

  /** Runs everything, kept nowhere. */
  public RunResult execute() throws InterruptedException {
    return execute(Optional.empty());
  }

  /**
   * Runs everything that an earlier attempt has not finished. To be called once.
   *
   * @param checkpoint where the run is kept while it is unfinished
   * @throws io.depinsim.core.InvariantException if an invariant broke in any replicate
   * @throws IllegalStateException if an event failed otherwise; names time, mechanism, seed
   * @throws InterruptedException if the run was put down before its end; what it had come to is
   *     kept
   */
  RunResult execute(Optional<Checkpoint> checkpoint) throws InterruptedException {
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
        tasks(checkpoint, firstPoint, expectations, findings),
        (Ended ended) -> ended.of().results().add(ended.result()),
        options.keeping().stop());
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
  private Iterator<Callable<Optional<Ended>>> tasks(
      Optional<Checkpoint> checkpoint,
      int firstPoint,
      Optional<Expectations> expectations,
      Findings findings) {
    int count = cases.size() * options.replicates();
    int earlier = checkpoint.map(Checkpoint::finishedEarlier).orElse(0);
    Tally tally = new Tally(count, earlier, options.progress());
    return IntStream.range(0, count)
        .<Callable<Optional<Ended>>>mapToObj(
            i -> {
              RunCase of = cases.get(i / options.replicates());
              RunCase.Takers takers =
                  new RunCase.Takers(
                      firstPoint, isBase(of) ? expectations : Optional.empty(), findings);
              return () ->
                  ended(
                          checkpoint,
                          i,
                          tally,
                          attempt -> of.run(i % options.replicates(), takers, attempt))
                      .map(result -> new Ended(of, result));
            })
        .iterator();
  }

  /** A replicate's result: an earlier attempt's, or of a new one, which is then kept. */
  private Optional<ReplicateResult> ended(
      Optional<Checkpoint> checkpoint,
      int task,
      Tally tally,
      Function<Attempt, Optional<ReplicateResult>> run) {
    Optional<ReplicateResult> earlier =
        checkpoint.flatMap(kept -> kept.findResult(task, ReplicateResult::read));
    if (earlier.isPresent()) {
      return earlier;
    }
    Optional<ReplicateResult> result =
        run.apply(new Attempt(task, checkpoint, options.keeping(), tally));
    if (result.isPresent()) {
      if (checkpoint.isPresent()) {
        checkpoint.get().finish(task, result.get()::write);
      }
      tally.ended(task);
    }
    return result;
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
