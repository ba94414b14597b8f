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
