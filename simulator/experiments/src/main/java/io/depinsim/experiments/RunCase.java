package io.depinsim.experiments;

import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.DecisionLogSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** One policy under one regime: runs its replicates and gathers what they leave behind. */
final class RunCase {
  private final String policy;
  private final String regime;
  private final Assembler assembler;
  private final RunOptions options;
  private final Consumer<Simulation> guests;
  private final List<MetricDefinition> definitions;
  private final List<Instant> times;
  private final Set<String> outsidePrices;
  private final Optional<UncertainDraws> draws;
  private final Scenario scenario;
  private final DecisionLogSpec logging;
  private final CaseResults results = new CaseResults();

  /**
   * A case.
   *
   * @param scenario as read, before any policy
   * @param draws values of uncertain inputs; empty to leave them as stated
   * @param guests adds mechanisms that no scenario names to a replicate that was just assembled
   * @throws IllegalArgumentException if it cannot be assembled
   */
  RunCase(
      Scenario scenario,
      String policy,
      String regime,
      Optional<UncertainDraws> draws,
      RunOptions options,
      Consumer<Simulation> guests) {
    Scenario applied = scenario.policy(policy, regime);
    this.scenario = scenario;
    this.logging = applied.run().decisions();
    this.draws = draws;
    this.outsidePrices = OutsidePrices.networks(applied);
    this.policy = policy;
    this.regime = regime;
    this.assembler = new Assembler(applied);
    this.options = options;
    this.guests = guests;
    this.definitions = assembler.definitions(options.recorded());
    this.times =
        Arrays.stream(assembler.measurementPoints())
            .mapToObj(assembler.calendar()::toInstant)
            .toList();
  }

  /** What is taken from a replicate's series before they go. */
  record Takers(
      int firstPoint, Expectations expectations, Findings findings, Questions questions) {}

  /**
   * Which replicate.
   *
   * @param luck number that keys its random draws
   * @param inputs number that keys the values of its uncertain inputs
   */
  record Number(int luck, int inputs) {
    /** An ordinary one: luck and inputs are drawn together. */
    static Number of(int replicate) {
      return new Number(replicate, replicate);
    }
  }

  String policy() {
    return policy;
  }

  String regime() {
    return regime;
  }

  /** Definitions of what is recorded, in order. */
  List<MetricDefinition> definitions() {
    return definitions;
  }

  /** Whether a metric is about a price that comes from outside here. */
  boolean priceFromOutside(String metric) {
    return definitions.stream()
        .anyMatch(d -> d.key().equals(metric) && OutsidePrices.concern(outsidePrices, d));
  }

  /** Instants of measurement. */
  List<Instant> times() {
    return times;
  }

  /** What replicates have left so far. */
  CaseResults results() {
    return results;
  }

  /**
   * Runs one replicate and takes from it what is needed. Called from worker threads.
   *
   * @return nothing if it was put down before its end
   */
  Optional<ReplicateResult> run(Number number, Takers takers, Attempt attempt) {
    Streams streams = new Streams(scenario.run().seed(), number.luck());
    DecisionLog log = log(streams, attempt);
    try {
      Replicate replicate =
          assembler(number.inputs()).assemble(streams, options.checks(), options.recorded(), log);
      guests.accept(replicate.simulation());
      return attempt.run(replicate)
          ? Optional.of(result(number.luck(), takers, replicate))
          : Optional.empty();
    } finally {
      log.close();
    }
  }

  /** A log for the first replicates, as many as are asked for; those of other luck have none. */
  private DecisionLog log(Streams streams, Attempt attempt) {
    return streams.replicate() < logging.replicates()
        ? new DecisionLog(
            policy, regime, times.get(0), logging.rate(), streams, attempt.decisions())
        : DecisionLog.NONE;
  }

  /** The assembler with the values that uncertain inputs have in a replicate. */
  private Assembler assembler(int inputs) {
    if (draws.isEmpty()) {
      return assembler;
    }
    List<String> overrides = draws.get().overrides(inputs);
    try {
      return new Assembler(scenario.with(overrides).policy(policy, regime));
    } catch (IllegalArgumentException | ScenarioException e) {
      throw new IllegalArgumentException(
          "uncertainties: replicate "
              + inputs
              + " of policy "
              + policy
              + ", with "
              + String.join(", ", overrides)
              + ", is refused: "
              + e.getMessage(),
          e);
    }
  }

  private ReplicateResult result(int number, Takers takers, Replicate replicate) {
    List<double[]> series = new ArrayList<>();
    DoubleStream.Builder summaries = DoubleStream.builder();
    Map<String, double[]> byKey = new LinkedHashMap<>();
    for (int m = 0; m < definitions.size(); m++) {
      double[] values = replicate.recorder().series(m);
      series.add(values);
      byKey.put(definitions.get(m).key(), values);
      for (double value : Summaries.ofReplicate(definitions.get(m), values, takers.firstPoint())) {
        summaries.add(value);
      }
    }
    Function<String, Optional<double[]>> lookup = key -> Optional.ofNullable(byKey.get(key));
    Map<String, long[]> clamps = new LinkedHashMap<>();
    replicate.clamps().forEach(clamps::put);
    return new ReplicateResult(
        number,
        replicate.recorder().digest(),
        summaries.build().toArray(),
        takers.questions().answers(lookup),
        takers.expectations().values(policy, regime, lookup),
        takers.findings().readings(policy, lookup),
        number < options.series() ? series : List.of(),
        clamps,
        replicate.simulation().decisions().finish(),
        replicate.simulation().ledger().scans(),
        replicate.simulation().ledger().touchedChecks());
  }
}
