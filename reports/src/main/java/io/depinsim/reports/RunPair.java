package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two runs, matched by policy, regime, replicate, time and metric: what the first has more than the
 * second.
 *
 * <p>A name that both have is matched; so are a sole policy with a sole one and a sole regime with
 * a sole one, whatever they are called. A metric must have the same unit in both.
 */
final class RunPair {
  private final RunRecord run;
  private final RunRecord other;
  private final Map<String, String> policies;
  private final Map<String, String> regimes;
  private final List<String> metrics;
  private final List<Instant> times;
  private final int replicates;

  /**
   * Matches two runs.
   *
   * @throws IllegalArgumentException if nothing matches, with what does not
   */
  RunPair(RunRecord run, RunRecord other) {
    this.run = run;
    this.other = other;
    this.policies = matched(run.series().policies(), other.series().policies());
    this.regimes = matched(run.series().regimes(), other.series().regimes());
    this.metrics = run.series().metrics().stream().filter(this::comparable).toList();
    this.times = run.series().times().stream().filter(other.series().times()::contains).toList();
    this.replicates = Math.min(run.series().replicates(), other.series().replicates());
    refuse("policy", policies.isEmpty(), run.series().policies(), other.series().policies());
    refuse("regime", regimes.isEmpty(), run.series().regimes(), other.series().regimes());
    refuse("metric", metrics.isEmpty(), run.series().metrics(), other.series().metrics());
    refuse("time", times.isEmpty(), span(run.series().times()), span(other.series().times()));
  }

  private static Map<String, String> matched(List<String> names, List<String> others) {
    Map<String, String> matched = new LinkedHashMap<>();
    names.stream().filter(others::contains).forEach(name -> matched.put(name, name));
    if (matched.isEmpty() && names.size() == 1 && others.size() == 1) {
      matched.put(names.get(0), others.get(0));
    }
    return matched;
  }

  private boolean comparable(String metric) {
    return other.series().metrics().contains(metric) && run.unit(metric).equals(other.unit(metric));
  }

  private static void refuse(String what, boolean none, List<String> one, List<String> others) {
    if (none) {
      throw new IllegalArgumentException(
          "The two runs have no "
              + what
              + " in common: "
              + some(one)
              + " here, "
              + some(others)
              + " in the other. Maybe they are runs of different scenarios?");
    }
  }

  private static String some(List<String> names) {
    int shown = Math.min(3, names.size());
    return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", …" : "");
  }

  private static List<String> span(List<Instant> times) {
    return times.isEmpty()
        ? List.of("none")
        : List.of(times.get(0) + " to " + times.get(times.size() - 1));
  }

  /** The first run. */
  RunRecord run() {
    return run;
  }

  /** The run that is taken from it. */
  RunRecord other() {
    return other;
  }

  /** Whether replicates of one number met the same luck. */
  boolean sharesLuck() {
    Manifest one = run.manifest();
    Manifest two = other.manifest();
    return one.seed() == two.seed()
        && one.inputsDrawn() == two.inputsDrawn()
        && one.stateHashVersion() == two.stateHashVersion();
  }

  /** Names in the first run that the second lacks, and those of the second, each with its kind. */
  List<String> unmatched() {
    List<String> left = new ArrayList<>();
    left(left, "policy", run.series().policies(), new ArrayList<>(policies.keySet()), "other");
    left(left, "policy", other.series().policies(), new ArrayList<>(policies.values()), "first");
    left(left, "regime", run.series().regimes(), new ArrayList<>(regimes.keySet()), "other");
    left(left, "regime", other.series().regimes(), new ArrayList<>(regimes.values()), "first");
    left(left, "metric", run.series().metrics(), metrics, "other");
    left(left, "metric", other.series().metrics(), metrics, "first");
    return left;
  }

  private static void left(
      List<String> left, String kind, List<String> all, List<String> matched, String lacking) {
    all.stream()
        .filter(name -> !matched.contains(name))
        .forEach(name -> left.add(kind + " " + name + " (not in the " + lacking + " run)"));
  }

  /** Names of matched policies: two names where they differ. */
  String policyName(String policy) {
    String matched = policies.get(policy);
    return matched.equals(policy) ? policy : policy + " less " + matched;
  }

  /** What the first run has more, as the record of a run. */
  RunRecord differences() {
    List<String> names = policies.keySet().stream().map(this::policyName).toList();
    SeriesTable.Builder table =
        SeriesTable.builder(names, List.copyOf(regimes.keySet()), metrics, replicates, times);
    policies
        .keySet()
        .forEach(
            policy ->
                regimes
                    .keySet()
                    .forEach(
                        regime -> metrics.forEach(metric -> put(table, policy, regime, metric))));
    Map<String, MetricDefinition> definitions = new LinkedHashMap<>();
    metrics.forEach(
        metric -> {
          if (run.metrics().containsKey(metric)) {
            definitions.put(metric, run.metrics().get(metric));
          }
        });
    return new RunRecord(manifest(), table.build(), List.of(), List.of(), List.of(), definitions);
  }

  private void put(SeriesTable.Builder table, String policy, String regime, String metric) {
    for (int k = 0; k < replicates; k++) {
      Optional<double[]> one = run.series().find(policy, regime, metric, k);
      Optional<double[]> two =
          other.series().find(policies.get(policy), regimes.get(regime), metric, k);
      if (one.isPresent() && two.isPresent()) {
        double[] less = new double[times.size()];
        for (int t = 0; t < less.length; t++) {
          less[t] =
              one.get()[run.series().times().indexOf(times.get(t))]
                  - two.get()[other.series().times().indexOf(times.get(t))];
        }
        table.put(policyName(policy), regime, metric, k, less);
      }
    }
  }

  /** The first run's, with as many replicates as are matched. */
  private Manifest manifest() {
    Manifest m = run.manifest();
    return new Manifest(
        m.scenarioName(),
        m.scenarioPath(),
        m.scenarioSha256(),
        m.program(),
        m.programVersion(),
        m.seed(),
        replicates,
        m.policies(),
        m.regimes(),
        m.backend(),
        m.threads(),
        m.checkLevel(),
        m.jvm(),
        m.startedAt(),
        m.wallSeconds(),
        m.commandLine(),
        m.stateHashVersion(),
        m.digests(),
        m.metrics(),
        m.clamps(),
        m.invariants(),
        replicates,
        m.asked(),
        m.inputsDrawn(),
        m.decisions(),
        m.scenario());
  }
}
