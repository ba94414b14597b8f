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
 * @param progress told after each replicate
 */
public record RunOptions(
    List<String> policies,
    int replicates,
    int threads,
    CheckLevel checks,
    Predicate<String> recorded,
    Progress progress) {

  /** Checks the counts. */
  public RunOptions {
    policies = List.copyOf(policies);
    if (replicates < 1 || threads < 1) {
      throw new IllegalArgumentException("replicates and threads: must be 1 or more");
    }
  }

  /** Hears how far a run has come. Called from worker threads, one at a time. */
  @FunctionalInterface
  public interface Progress {
    /** Nobody listens. */
    Progress NONE = (done, of) -> {};

    /** {@code done} of {@code of} replicates have ended. */
    void ended(int done, int of);
  }
}
