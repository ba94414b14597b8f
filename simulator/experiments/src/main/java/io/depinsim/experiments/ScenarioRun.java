package io.depinsim.experiments;

import io.depinsim.core.InvariantException;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every policy, regime and replicate of a scenario, run on threads. Results depend on neither the
 * number of threads nor the order in which replicates end.
 */
public final class ScenarioRun {
  private final Scenario scenario;
  private final RunOptions options;

  /** A run of a scenario. */
  public ScenarioRun(Scenario scenario, RunOptions options) {
    this.scenario = scenario;
    this.options = options;
  }

  /**
   * Runs everything.
   *
   * @throws IllegalArgumentException if no metric is to be recorded
   * @throws InvariantException if an invariant broke in any replicate
   * @throws IllegalStateException if an event failed otherwise; names time, mechanism, seed
   * @throws InterruptedException if the thread is interrupted; no further replicate begins
   */
  public RunResult execute() throws InterruptedException {
    List<Callable<ReplicateResult>> tasks = new ArrayList<>();
    Map<String, MetricDefinition> definitions = new LinkedHashMap<>();
    AtomicInteger done = new AtomicInteger();
    int count = options.policies().size() * scenario.regimes().size() * options.replicates();
    List<Instant> times = List.of();
    for (String policy : options.policies()) {
      for (String regime : scenario.regimes()) {
        Assembler assembler = new Assembler(scenario.policy(policy, regime));
        Replicate probe = assembler.assemble(0, options.checks(), options.recorded());
        probe.definitions().forEach(d -> definitions.putIfAbsent(d.key(), d));
        times = instants(assembler);
        for (int replicate = 0; replicate < options.replicates(); replicate++) {
          int number = replicate;
          tasks.add(
              () -> {
                ReplicateResult result = one(assembler, policy, regime, number);
                synchronized (done) {
                  options.progress().ended(done.incrementAndGet(), count);
                }
                return result;
              });
        }
      }
    }
    if (definitions.isEmpty()) {
      throw new IllegalArgumentException("metrics: none of this scenario's is to be recorded.");
    }
    return gather(runAll(tasks), List.copyOf(definitions.values()), times);
  }

  private ReplicateResult one(Assembler assembler, String policy, String regime, int number) {
    Replicate replicate = assembler.assemble(number, options.checks(), options.recorded());
    replicate.run();
    double[][] series = new double[replicate.gauges().size()][];
    for (int m = 0; m < series.length; m++) {
      series[m] = replicate.recorder().series(m);
    }
    Map<String, long[]> clamps = new LinkedHashMap<>();
    replicate.clamps().forEach(clamps::put);
    return new ReplicateResult(
        policy,
        regime,
        number,
        replicate.recorder().digest(),
        replicate.definitions().stream().map(MetricDefinition::key).toList(),
        series,
        clamps,
        replicate.simulation().ledger().scans(),
        replicate.simulation().ledger().touchedChecks());
  }

  private List<ReplicateResult> runAll(List<Callable<ReplicateResult>> tasks)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(options.threads());
    try {
      List<Future<ReplicateResult>> futures = new ArrayList<>();
      for (Callable<ReplicateResult> task : tasks) {
        futures.add(workers.submit(task));
      }
      List<ReplicateResult> results = new ArrayList<>();
      for (Future<ReplicateResult> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private RunResult gather(
      List<ReplicateResult> results, List<MetricDefinition> metrics, List<Instant> times) {
    SeriesTable.Builder series =
        SeriesTable.builder(
            options.policies(),
            scenario.regimes(),
            metrics.stream().map(MetricDefinition::key).toList(),
            options.replicates(),
            times);
    List<Manifest.Digest> digests = new ArrayList<>();
    Set<List<String>> clampKeys = new LinkedHashSet<>();
    Map<List<String>, long[]> clamps = new LinkedHashMap<>();
    Map<String, Long> invariants = new LinkedHashMap<>();
    for (ReplicateResult r : results) {
      for (int m = 0; m < r.series().length; m++) {
        series.put(r.policy(), r.regime(), r.metrics().get(m), r.replicate(), r.series()[m]);
      }
      digests.add(new Manifest.Digest(r.policy(), r.regime(), r.replicate(), r.digest()));
      count(invariants, "every balance and claim", r.ledgerScans());
      count(invariants, "running totals after an event", r.eventChecks());
      r.clamps()
          .forEach(
              (name, counts) -> {
                List<String> key = List.of(r.policy(), r.regime(), name);
                clampKeys.add(key);
                clamps.merge(key, counts, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
              });
    }
    List<Manifest.Clamp> telemetry =
        clampKeys.stream()
            .map(
                key ->
                    new Manifest.Clamp(
                        key.get(0), key.get(1), key.get(2), clamps.get(key)[0], clamps.get(key)[1]))
            .toList();
    return new RunResult(metrics, series.build(), digests, telemetry, invariants);
  }

  private static void count(Map<String, Long> invariants, String name, long checks) {
    if (checks > 0) {
      invariants.merge(name, checks, Long::sum);
    }
  }

  private static List<Instant> instants(Assembler assembler) {
    return Arrays.stream(assembler.measurementPoints())
        .mapToObj(assembler.calendar()::toInstant)
        .toList();
  }
}
