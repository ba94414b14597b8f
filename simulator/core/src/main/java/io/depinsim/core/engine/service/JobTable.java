package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/**
 * Jobs that wait or run, in columns. A row is taken when a job arrives and free again when it has
 * left, so memory follows the most jobs that were ever there at once: 108 bytes each.
 */
final class JobTable implements StateOwner {
  private static final int FIRST_ROWS = 256;
  private static final int MOST_TRIES = 63;
  private static final int RETRY = 1 << 16;
  private static final int TRIES = RETRY - 1;
  private static final int BEGUN = 1 << 30;
  private static final int INTS = 9;

  int[] cohort = new int[FIRST_ROWS];
  int[] tier = new int[FIRST_ROWS];
  int[] from = new int[FIRST_ROWS];
  int[] dataAt = new int[FIRST_ROWS];
  int[] desk = new int[FIRST_ROWS];

  /** Line it waits in, or -1 while it runs. */
  int[] line = new int[FIRST_ROWS];

  /** First machine it runs on, or -1 while it waits. */
  int[] machine = new int[FIRST_ROWS];

  /** Its pending event: completion while it runs, withdrawal while it waits; -1 for none. */
  int[] event = new int[FIRST_ROWS];

  /**
   * How often it was placed, and what is left of its retries: times placed + 65,536 retries, and
   * 2^30 once it has begun.
   */
  int[] tries = new int[FIRST_ROWS];

  /** Its number among the potential jobs of its cohort. */
  long[] number = new long[FIRST_ROWS];

  long[] arrived = new long[FIRST_ROWS];

  /** When it began to run, or to wait, microseconds since the start. */
  long[] since = new long[FIRST_ROWS];

  double[] work = new double[FIRST_ROWS];
  double[] left = new double[FIRST_ROWS];

  /** What a unit costs it on the network, an allocator's fee on top included. */
  double[] price = new double[FIRST_ROWS];

  /** Most it pays for a unit. */
  double[] mostPrice = new double[FIRST_ROWS];

  /** How long it still waits, microseconds. */
  double[] patience = new double[FIRST_ROWS];

  /** Estimated time on the machine, microseconds; part of its provider's backlog. */
  double[] expected = new double[FIRST_ROWS];

  private int[] free = new int[FIRST_ROWS];
  private int freeRows;
  private int rows;

  /** Takes a row. */
  int take() {
    if (freeRows > 0) {
      return free[--freeRows];
    }
    if (rows == cohort.length) {
      grow(rows + (rows >> 1));
    }
    return rows++;
  }

  /** Gives a row back. */
  void release(int job) {
    free[freeRows++] = job;
  }

  /** Rows ever in use at once. */
  int rows() {
    return rows;
  }

  /** Jobs that wait or run. */
  int present() {
    return rows - freeRows;
  }

  /** A job is new and may be placed so often again. */
  void allowRetries(int job, int retries) {
    tries[job] = retries * RETRY;
  }

  /** Takes one of a job's retries; false if there is none left. */
  boolean retry(int job) {
    if ((tries[job] & ~BEGUN) < RETRY) {
      return false;
    }
    tries[job] -= RETRY;
    return true;
  }

  /** A job begins to run; whether for the first time. */
  boolean begins(int job) {
    boolean first = (tries[job] & BEGUN) == 0;
    tries[job] |= BEGUN;
    addTries(job, 1);
    return first;
  }

  /** Times a job has begun so far; at most 63 are told apart. */
  int tries(int job) {
    return tries[job] & TRIES;
  }

  /** Whether a job has begun as often as is told apart; it has no luck of its own for more. */
  boolean isWornOut(int job) {
    return tries(job) == MOST_TRIES;
  }

  /** A job has begun so often elsewhere. */
  void addTries(int job, int elsewhere) {
    tries[job] += Math.min(MOST_TRIES - tries(job), elsewhere);
  }

  /** Which time a job is placed: part of the key of its luck. */
  long occurrence(int job) {
    return number[job] * (MOST_TRIES + 1) + tries(job);
  }

  private void grow(int size) {
    cohort = Arrays.copyOf(cohort, size);
    tier = Arrays.copyOf(tier, size);
    from = Arrays.copyOf(from, size);
    dataAt = Arrays.copyOf(dataAt, size);
    desk = Arrays.copyOf(desk, size);
    line = Arrays.copyOf(line, size);
    machine = Arrays.copyOf(machine, size);
    event = Arrays.copyOf(event, size);
    tries = Arrays.copyOf(tries, size);
    number = Arrays.copyOf(number, size);
    arrived = Arrays.copyOf(arrived, size);
    since = Arrays.copyOf(since, size);
    work = Arrays.copyOf(work, size);
    left = Arrays.copyOf(left, size);
    price = Arrays.copyOf(price, size);
    mostPrice = Arrays.copyOf(mostPrice, size);
    patience = Arrays.copyOf(patience, size);
    expected = Arrays.copyOf(expected, size);
    free = Arrays.copyOf(free, size);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    long[] counts = {rows, freeRows};
    visitor.longs("counts", counts, 2);
    rows = (int) counts[0];
    freeRows = (int) counts[1];
    if (rows > cohort.length) {
      grow(rows);
    }
    int[][] columns = {cohort, tier, from, dataAt, desk, line, machine, event, tries};
    String[] names = {
      "cohort", "tier", "from", "dataAt", "desk", "line", "machine", "event", "tries"
    };
    for (int i = 0; i < INTS; i++) {
      IntColumns.show(visitor, names[i], columns[i], rows);
    }
    IntColumns.show(visitor, "free", free, freeRows);
    visitor.longs("number", number, rows);
    visitor.longs("arrived", arrived, rows);
    visitor.longs("since", since, rows);
    visitor.doubles("work", work, rows);
    visitor.doubles("left", left, rows);
    visitor.doubles("price", price, rows);
    visitor.doubles("mostPrice", mostPrice, rows);
    visitor.doubles("patience", patience, rows);
    visitor.doubles("expected", expected, rows);
  }
}
