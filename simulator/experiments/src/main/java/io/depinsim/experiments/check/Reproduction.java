package io.depinsim.experiments.check;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.CompareOptions;
import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.RunResult;
import io.depinsim.experiments.ScenarioRun;
import io.depinsim.experiments.StopSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A run, repeated from what its manifest says and nothing else, in memory. */
public final class Reproduction {
  private final Manifest manifest;
  private final RunResult result;

  private Reproduction(Manifest manifest, RunResult result) {
    this.manifest = manifest;
    this.result = result;
  }

  /**
   * A digest that differs.
   *
   * @param earlier the manifest's; empty if it has none of this replicate
   * @param now of the run that was repeated; empty if there is no such replicate
   */
  public record Differing(
      String policy, String regime, int replicate, String earlier, String now) {}

  /**
   * A value that differs.
   *
   * @param time when it was measured
   * @param earlier what the run's series say
   * @param now of the run that was repeated
   */
  public record Value(
      Instant time,
      String metric,
      String policy,
      String regime,
      int replicate,
      double earlier,
      double now) {}

  /**
   * Repeats a run.
   *
   * @param scenario what {@link Manifest#scenario} says, read
   * @param threads replicates run at once, ≥ 1
   * @throws IllegalArgumentException if the manifest's seed is not its scenario's, or it names a
   *     policy that there is none of
   * @throws InterruptedException if {@code stop} was raised before the end
   */
  public static Reproduction of(
      Manifest manifest,
      Scenario scenario,
      int threads,
      RunOptions.Progress progress,
      StopSignal stop)
      throws InterruptedException {
    if (manifest.seed() != scenario.run().seed()) {
      throw new IllegalArgumentException(
          "seed: "
              + manifest.seed()
              + " is not the "
              + scenario.run().seed()
              + " of the manifest's own scenario. Maybe the manifest was changed by hand.");
    }
    Set<String> metrics = new HashSet<>(manifest.metricKeys());
    Predicate<String> recorded = metrics::contains;
    Keeping keeping =
        new Keeping(Keeping.Mode.RESTART, Keeping.DEFAULT_SECONDS, stop, "unknown", how -> {});
    RunOptions options =
        new RunOptions(
            manifest.policies(),
            manifest.replicates(),
            threads,
            CheckLevel.EPOCH,
            recorded,
            progress,
            manifest.seriesReplicates(),
            keeping,
            Optional.empty());
    // Only drawn inputs change what replicates do; tables of a comparison are not made again.
    RunOptions whole =
        manifest.inputsDrawn() ? options.comparing(CompareOptions.fixed(true, 0)) : options;
    return new Reproduction(manifest, new ScenarioRun(scenario, whole).execute());
  }

  /** Number of digests compared. */
  public int compared() {
    return manifest.digests().size();
  }

  /** Whether the decisions that are logged now are those that the manifest seals. */
  public boolean sameDecisions() {
    return manifest.decisions().seal().equals(result.decisions().seal());
  }

  /** Digests that differ, in the order of the manifest; then those it lacks. */
  public List<Differing> differing() {
    List<Differing> differing = new ArrayList<>();
    for (Manifest.Digest earlier : manifest.digests()) {
      String now = find(result.digests(), earlier);
      if (!now.equals(earlier.digest())) {
        differing.add(
            new Differing(
                earlier.policy(), earlier.regime(), earlier.replicate(), earlier.digest(), now));
      }
    }
    for (Manifest.Digest now : result.digests()) {
      if (find(manifest.digests(), now).isEmpty()) {
        differing.add(new Differing(now.policy(), now.regime(), now.replicate(), "", now.digest()));
      }
    }
    return differing;
  }

  private static String find(List<Manifest.Digest> digests, Manifest.Digest wanted) {
    return digests.stream()
        .filter(
            each ->
                each.policy().equals(wanted.policy())
                    && each.regime().equals(wanted.regime())
                    && each.replicate() == wanted.replicate())
        .map(Manifest.Digest::digest)
        .findFirst()
        .orElse("");
  }

  /**
   * The value that differs first: by time, then by metric, policy, regime and replicate, in the
   * order of the manifest.
   *
   * @param earlier series of the run
   * @return nothing if all that both have are equal
   */
  public Optional<Value> firstDiffering(SeriesTable earlier) {
    SeriesTable now = result.series();
    int times = Math.min(earlier.times().size(), now.times().size());
    int replicates = Math.min(earlier.replicates(), now.replicates());
    Optional<Value> first = Optional.empty();
    int before = times;
    for (String metric : earlier.metrics()) {
      for (String policy : earlier.policies()) {
        for (String regime : earlier.regimes()) {
          if (!has(now, metric, policy, regime)) {
            continue;
          }
          for (int r = 0; r < replicates; r++) {
            Optional<double[]> one = earlier.find(policy, regime, metric, r);
            Optional<double[]> other = now.find(policy, regime, metric, r);
            if (one.isEmpty() || other.isEmpty()) {
              continue;
            }
            int at = mismatch(one.get(), other.get(), before);
            if (at < before) {
              before = at;
              first =
                  Optional.of(
                      new Value(
                          earlier.times().get(at),
                          metric,
                          policy,
                          regime,
                          r,
                          one.get()[at],
                          other.get()[at]));
            }
          }
        }
      }
    }
    return first;
  }

  private static boolean has(SeriesTable table, String metric, String policy, String regime) {
    return table.metrics().contains(metric)
        && table.policies().contains(policy)
        && table.regimes().contains(regime);
  }

  /** Place of the first difference below {@code end}; {@code end} if there is none. */
  private static int mismatch(double[] one, double[] other, int end) {
    for (int t = 0; t < end; t++) {
      if (one[t] != other[t]) {
        return t;
      }
    }
    return end;
  }
}
