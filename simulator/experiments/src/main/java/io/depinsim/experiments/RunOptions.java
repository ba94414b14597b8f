package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import java.util.List;
import java.util.function.Predicate;

/**
 * How to run, as opposed to what: nothing here changes a result.
 *
 * @param policies which policies, by name, the base first
 * @param replicates how many, ≥ 1
 * @param threads replicates run at once, ≥ 1
 * @param checks how often invariants are tested
 * @param recorded which metrics to record, by key
 * @param progress told how far the run has come
 * @param series of how many replicates of each policy and regime, the first ones, the series are
 *     kept, ≥ 1; statistics are of all
 * @param keeping how the run is kept while it is unfinished
 */
public record RunOptions(
    List<String> policies,
    int replicates,
    int threads,
    CheckLevel checks,
    Predicate<String> recorded,
    Progress progress,
    int series,
    Keeping keeping) {

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
        Keeping.fromTheStart());
  }

  /** Of how many replicates series are kept in this run. */
  public int seriesKept() {
    return Math.min(series, replicates);
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
