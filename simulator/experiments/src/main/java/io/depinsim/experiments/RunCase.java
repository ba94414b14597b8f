package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One policy under one regime: runs its replicates and gathers what they leave behind. */
final class RunCase {
  private static final double[] NOTHING = {};

  private final String policy;
  private final String regime;
  private final Assembler assembler;
  private final RunOptions options;
  private final List<MetricDefinition> definitions;
  private final List<Instant> times;
  private final Set<String> outsidePrices;
  private final List<ReplicateResult> results = new ArrayList<>();

  /**
   * A case.
   *
   * @param outsidePrices networks whose price comes from outside in it
   */
  RunCase(
      String policy,
      String regime,
      Assembler assembler,
      Set<String> outsidePrices,
      RunOptions options) {
    this.outsidePrices = outsidePrices;
    this.policy = policy;
    this.regime = regime;
    this.assembler = assembler;
    this.options = options;
    this.definitions = assembler.definitions(options.recorded());
    this.times =
        Arrays.stream(assembler.measurementPoints())
            .mapToObj(assembler.calendar()::toInstant)
            .toList();
  }

  /** What is taken from a replicate's series before they go. */
  record Takers(int firstPoint, Optional<Expectations> expectations, Findings findings) {}

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

  /** Results so far, in order of replicates. */
  List<ReplicateResult> results() {
    return results;
  }

  /**
   * Runs one replicate and takes from it what is needed. Called from worker threads.
   *
   * @return nothing if it was put down before its end
   */
  Optional<ReplicateResult> run(int number, Takers takers, Attempt attempt) {
    Replicate replicate = assembler.assemble(number, options.checks(), options.recorded());
    return attempt.run(replicate)
        ? Optional.of(result(number, takers, replicate))
        : Optional.empty();
  }

  private ReplicateResult result(int number, Takers takers, Replicate replicate) {
    List<double[]> series = new ArrayList<>();
    List<double[]> summaries = new ArrayList<>();
    Map<String, double[]> byKey = new LinkedHashMap<>();
    for (int m = 0; m < definitions.size(); m++) {
      double[] values = replicate.recorder().series(m);
      series.add(values);
      byKey.put(definitions.get(m).key(), values);
      summaries.add(Summaries.ofReplicate(definitions.get(m), values, takers.firstPoint()));
    }
    Function<String, Optional<double[]>> lookup = key -> Optional.ofNullable(byKey.get(key));
    Map<String, long[]> clamps = new LinkedHashMap<>();
    replicate.clamps().forEach(clamps::put);
    return new ReplicateResult(
        number,
        replicate.recorder().digest(),
        summaries,
        takers.expectations().map(e -> e.values(lookup)).orElse(NOTHING),
        takers.findings().readings(policy, lookup),
        number < options.series() ? series : List.of(),
        clamps,
        replicate.simulation().ledger().scans(),
        replicate.simulation().ledger().touchedChecks());
  }
}
