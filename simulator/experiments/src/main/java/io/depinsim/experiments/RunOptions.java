package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How to run, as opposed to what: nothing here but {@code compare} changes a result.
 *
 * @param policies which policies, by name, the base first
 * @param replicates how many, ≥ 1; a comparison may add some
 * @param threads replicates run at once, ≥ 1
 * @param checks how often invariants are tested
 * @param recorded which metrics to record, by key
 * @param progress told how far the run has come
 * @param series of how many replicates of each policy and regime, the first ones, the series are
 *     kept, ≥ 1; statistics are of all
 * @param keeping how the run is kept while it is unfinished
 * @param compare how policies are compared; empty for a run that only shows them side by side. This
 *     alone changes results: how many replicates there are, and whether uncertain inputs are drawn
 */
public record RunOptions(
    List<String> policies,
    int replicates,
    int threads,
    CheckLevel checks,
    Predicate<String> recorded,
    Progress progress,
    int series,
    Keeping keeping,
    Optional<CompareOptions> compare) {

  /** Series kept unless something else is said: enough for bands of 90 %. */
  public static final int DEFAULT_SERIES = 100;

  /** Checks the counts. */
  public RunOptions {
    policies = List.copyOf(policies);
    if (replicates < 1 || threads < 1 || series < 1) {
      throw new IllegalArgumentException("replicates, threads and series: must be 1 or more");
    }
  }

  /** Options that keep the series of {@value #DEFAULT_SERIES} replicates. */
  public RunOptions(
      List<String> policies,
      int replicates,
      int threads,
      CheckLevel checks,
      Predicate<String> recorded,
      Progress progress) {
    this(
        policies,
        replicates,
        threads,
        checks,
        recorded,
        progress,
        DEFAULT_SERIES,
        Keeping.fromTheStart(),
        Optional.empty());
  }

  /** The same with a comparison. */
  public RunOptions comparing(CompareOptions how) {
    return new RunOptions(
        policies,
        replicates,
        threads,
        checks,
        recorded,
        progress,
        series,
        keeping,
        Optional.of(how));
  }

  /** Hears how far a run has come. Called from worker threads, one at a time. */
  @FunctionalInterface
  public interface Progress {
    /** Nobody listens. */
    Progress NONE = (done, of) -> {};

    /** {@code done} of {@code of} replicates are done; one under way counts in part. */
    void at(double done, int of);
  }
}
