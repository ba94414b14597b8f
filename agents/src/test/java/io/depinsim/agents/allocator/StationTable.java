package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;

/**
 * Stations written down as a table, one a line; row i of it is row i here: region, machines, idle,
 * waiting, hours of backlog, units an hour, ask, reputation. All are shown, in the order given.
 */
final class StationTable implements Stations {
  static final double HOUR = 3_600e6;
  private final double[][] rows;
  private final int[] shown;

  StationTable(double[][] rows, int... shown) {
    this.rows = rows;
    this.shown = shown;
  }

  /** A table of which all rows are shown in order. */
  static StationTable of(double[]... rows) {
    int[] all = new int[rows.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return new StationTable(rows, all);
  }

  /** A job of some units from a region whose data lie in another, paying at most so much. */
  static JobView job(double work, int region, int data, double mostPrice) {
    return new Job(work, region, data, mostPrice);
  }

  private record Job(double work, int region, int dataRegion, double mostPrice) implements JobView {
    @Override
    public long nowMicros() {
      return 0;
    }

    @Override
    public int cohort() {
      return 0;
    }

    @Override
    public long number() {
      return 0;
    }

    @Override
    public int tier() {
      return 0;
    }

    @Override
    public double price() {
      return 1;
    }

    @Override
    public long dueMicros() {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public int count() {
    return shown.length;
  }

  @Override
  public int row(int i) {
    return shown[i];
  }

  @Override
  public int idle(int row) {
    return (int) rows[row][2];
  }

  @Override
  public int available(int row) {
    return (int) rows[row][1];
  }

  @Override
  public int waiting(int row) {
    return (int) rows[row][3];
  }

  @Override
  public double backlogMicros(int row) {
    return rows[row][4] * HOUR;
  }

  @Override
  public double serviceMicros(int row, double work) {
    return work / rows[row][5] * HOUR;
  }

  @Override
  public int region(int row) {
    return (int) rows[row][0];
  }

  @Override
  public double ask(int row) {
    return rows[row][6];
  }

  @Override
  public double reputation(int row) {
    return rows[row][7];
  }

  /** An hour from one region to the next. */
  @Override
  public double fetchMicros(int cohort, int dataRegion, int row) {
    return Math.abs(dataRegion - region(row)) * HOUR;
  }

  /** A quarter of an hour from one region to the next. */
  @Override
  public double latencyMicros(int region, int row) {
    return Math.abs(region - region(row)) * HOUR / 4;
  }

  @Override
  public double startMicros(int row) {
    return 0;
  }
}
