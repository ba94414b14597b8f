package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import java.util.Arrays;

/** Jobs that wait for one allocator and what it does with them in one go. */
final class MatchingRound implements Batch {
  /** Most jobs of a round. */
  static final int MOST = 256;

  private final int[] waiting = new int[MOST];
  private final int[] chosen = new int[MOST];
  private final double[] cost = new double[MOST];
  private final JobFloor floor;
  private final JobCursor cursor;
  private final StationView stations;
  private final Draws draws;
  private int count;
  private long now;

  MatchingRound(JobFloor floor, JobCursor cursor, StationView stations, Draws draws) {
    this.floor = floor;
    this.cursor = cursor;
    this.stations = stations;
    this.draws = draws;
  }

  /** An allocator matches the first jobs of a line; then they begin. */
  void run(Desk desk, WaitingLines lines, int line, long time) {
    count = lines.first(line, waiting);
    Arrays.fill(chosen, 0, count, Allocator.NONE);
    now = time;
    desk.allocator().match(this);
    for (int i = 0; i < count; i++) {
      int row = chosen[i];
      if (row == Allocator.NONE) {
        continue;
      }
      if (stations.idle(row) == 0) {
        throw new IllegalStateException(
            "allocator "
                + desk.name()
                + ": matched more jobs with provider "
                + row
                + " than it has free machines.");
      }
      floor.startMatched(waiting[i], row, cost[i], now);
    }
  }

  @Override
  public int jobs() {
    return count;
  }

  @Override
  public JobView job(int i) {
    return cursor.at(waiting[i], now);
  }

  @Override
  public Stations stations() {
    return stations;
  }

  @Override
  public Draws draws() {
    return draws;
  }

  @Override
  public void assign(int job, int row, double weighed) {
    if (chosen[job] != Allocator.NONE) {
      throw new IllegalStateException("job " + job + " of the round: is matched already.");
    }
    chosen[job] = row;
    cost[job] = weighed;
  }
}
