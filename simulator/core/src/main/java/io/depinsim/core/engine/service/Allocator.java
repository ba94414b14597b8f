package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * Decides which provider a job goes to. Implemented in {@code agents}. What an allocator remembers
 * is mutable state and shows itself.
 */
public interface Allocator extends StateOwner {
  /** {@link #choose} of an allocator that finds nobody. */
  int NONE = -1;

  /** How a job ended. */
  enum Outcome {
    /** Done, by its deadline if it has one. */
    IN_TIME,
    /** Done, but late. */
    LATE,
    /** The machine went down. */
    INTERRUPTED
  }

  /** Takes what a placement was chosen from. */
  interface Options {
    /**
     * A provider that was considered.
     *
     * @param score what it was judged by; NaN for not at all
     */
    void add(int row, double score);
  }

  /**
   * Places a job.
   *
   * @param stations who can be chosen, at least one; with one line for the whole network those with
   *     a free machine
   * @param draws luck of this placement, at its first draw
   * @return row of a provider among {@code stations}, or {@link #NONE} to turn the job away
   */
  int choose(JobView job, Stations stations, Draws draws);

  /**
   * Names what the latest choice was made from, for the log of decisions: what it remembers of it
   * anyway, at most four. Asked right after {@link #choose}, for few jobs.
   */
  default void explain(Options options) {}

  /**
   * A job that it placed has ended.
   *
   * @param row provider it ran on
   * @param responseMicros from arrival to result
   */
  default void ended(JobView job, int row, Outcome outcome, double responseMicros) {}

  /**
   * Looks ahead, once an hour: warms machines, places copies of data, sends machines to
   * maintenance.
   */
  default void plan(Outlook outlook) {}

  /** Whether it looks ahead at all. */
  default boolean plans() {
    return false;
  }

  /**
   * Whether jobs wait for it to place several at once, see {@link Batch}; 0 to place each as it
   * comes, else microseconds between two rounds.
   */
  default long batchMicros() {
    return 0;
  }

  /** Places jobs that wait on machines that are free, all at once. */
  default void match(Batch batch) {}

  @Override
  default void visitState(StateVisitor visitor) {}
}
