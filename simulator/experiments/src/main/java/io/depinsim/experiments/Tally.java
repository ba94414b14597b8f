package io.depinsim.experiments;

import java.util.Map;
import java.util.TreeMap;

/** Counts how far tasks have come, for progress only. Used by several threads. */
public final class Tally {
  private static final long REPORT_EVERY_NANOS = 100_000_000L;

  private final int of;
  private final RunOptions.Progress progress;
  private final Map<Integer, Double> underWay = new TreeMap<>();
  private int ended;
  private long toldNanos = System.nanoTime();

  /**
   * A tally of tasks of which none has ended.
   *
   * @param of number of tasks
   * @param progress told of every end, and at most ten times a second of what is under way
   */
  public Tally(int of, RunOptions.Progress progress) {
    this.of = of;
    this.progress = progress;
  }

  /** A task has come so far, 0 to 1. */
  synchronized void under(int task, double share) {
    underWay.put(task, share);
    if (System.nanoTime() - toldNanos >= REPORT_EVERY_NANOS) {
      tell();
    }
  }

  /** A task has ended, now or in an earlier attempt. */
  public synchronized void ended(int task) {
    underWay.remove(task);
    ended++;
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
