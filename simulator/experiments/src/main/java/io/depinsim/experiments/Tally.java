package io.depinsim.experiments;

import java.util.Map;
import java.util.TreeMap;

/** Counts how far tasks have come, for progress only. Used by several threads. */
public final class Tally {
  private static final long REPORT_EVERY_NANOS = 100_000_000L;

  private final RunOptions.Progress progress;
  private int of;
  private final Map<Integer, Double> underWay = new TreeMap<>();
  private int ended;
  private long toldNanos = System.nanoTime();

  /**
   * A tally of tasks.
   *
   * @param of number of tasks
   * @param earlier how many of them an earlier attempt has ended; they are not told again
   * @param progress told of every end, and at most ten times a second of what is under way
   */
  public Tally(int of, int earlier, RunOptions.Progress progress) {
    this.of = of;
    this.ended = earlier;
    this.progress = progress;
    if (earlier > 0) {
      progress.at(earlier, of);
    }
  }

  /** There are so many tasks, as has become known. */
  synchronized void expect(int tasks) {
    of = tasks;
  }

  /** A task has come so far, 0 to 1. */
  synchronized void under(int task, double share) {
    underWay.put(task, share);
    if (System.nanoTime() - toldNanos >= REPORT_EVERY_NANOS) {
      tell();
    }
  }

  /** A task has ended. */
  public void ended(int task) {
    ended(task, 1);
  }

  /** A task has ended that is as long as so many others. */
  synchronized void ended(int task, int weight) {
    underWay.remove(task);
    ended += weight;
    tell();
  }

  private void tell() {
    toldNanos = System.nanoTime();
    double done = ended;
    for (double share : underWay.values()) {
      done += share;
    }
    progress.at(done, of);
  }
}
