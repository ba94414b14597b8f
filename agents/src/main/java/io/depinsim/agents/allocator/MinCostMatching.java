package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.Batch;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.time.SimulatedTime;

/**
 * Lets jobs wait and matches them with free machines in rounds, at the least total of what they pay
 * and what the time is worth until their results are back. As many of the jobs first in line as
 * there are machines for are matched, whatever they cost; a job that can afford none waits on.
 *
 * <p>Takes one value a round where there are more free machines than are looked at, to begin at one
 * of them. O(jobs² · machines) a round.
 */
public final class MinCostMatching implements Allocator {
  /** A pair that cannot be costs more than all others together. */
  private static final double FORBIDDEN = 1e12;

  private final Spec spec;
  private final LeastCostAssignment assignment = new LeastCostAssignment();
  private final int[] rowOf;
  private final int[] jobOf;
  private double[] cost = {};
  private int[] columnOf = {};

  /**
   * Parameters of {@code rule: {minCostMatching: …}}.
   *
   * @param every time between two rounds
   * @param hour what an hour is worth until a job's result is back, in the same money as prices
   * @param machines most free machines that a round looks at
   */
  public record Spec(
      @InRange(above = "0 h", atMost = "744 h") @Omittable("5 min") @InUnit("h") double every,
      @InRange(atLeast = "0") @Omittable("1 currency/h") @InUnit("currency/h") double hour,
      @InRange(atLeast = "1", atMost = "1024") @Omittable("256") @InUnit("1") int machines) {}

  /** The allocator of a spec. */
  public MinCostMatching(Spec spec) {
    this.spec = spec;
    this.rowOf = new int[spec.machines()];
    this.jobOf = new int[spec.machines()];
  }

  @Override
  public long batchMicros() {
    return Math.max(1, (long) (spec.every() * SimulatedTime.MICROS_PER_HOUR));
  }

  /** A job that comes alone, as none does in rounds: the cheapest pair. */
  @Override
  public int choose(JobView job, Stations stations, Draws draws) {
    int best = NONE;
    double least = FORBIDDEN;
    for (int i = 0; i < stations.count(); i++) {
      double here = weigh(job, stations, stations.row(i));
      if (here < least) {
        least = here;
        best = stations.row(i);
      }
    }
    return best;
  }

  /** What a job and a provider cost together, currency. */
  private double weigh(JobView job, Stations stations, int row) {
    if (!stations.affordable(job, row)) {
      return FORBIDDEN;
    }
    double hours = stations.expectedMicros(job, row) / SimulatedTime.MICROS_PER_HOUR;
    return job.price() * stations.ask(row) * job.work() + spec.hour() * hours;
  }

  @Override
  public void match(Batch batch) {
    int columns = listMachines(batch);
    if (cost.length < columns * columns) {
      cost = new double[columns * columns];
      columnOf = new int[columns];
    }
    int rows = 0;
    for (int i = 0; i < batch.jobs() && rows < columns; i++) {
      rows += weighAll(batch, i, rows, columns) ? 1 : 0;
    }
    assignment.solve(cost, rows, columns, columnOf);
    for (int i = 0; i < rows; i++) {
      double paid = cost[i * columns + columnOf[i]];
      if (paid < FORBIDDEN) {
        batch.assign(jobOf[i], rowOf[columnOf[i]], paid);
      }
    }
  }

  private boolean weighAll(Batch batch, int i, int row, int columns) {
    JobView job = batch.job(i);
    Stations stations = batch.stations();
    boolean any = false;
    for (int column = 0; column < columns; column++) {
      boolean same = column > 0 && rowOf[column] == rowOf[column - 1];
      int at = row * columns + column;
      cost[at] = same ? cost[at - 1] : weigh(job, stations, rowOf[column]);
      any |= cost[at] < FORBIDDEN;
    }
    jobOf[row] = i;
    return any;
  }

  /** Free machines that the round looks at, no more of a provider than there are jobs. */
  private int listMachines(Batch batch) {
    Stations stations = batch.stations();
    int count = stations.count();
    int start = count > spec.machines() ? batch.draws().nextInt(count) : 0;
    int columns = 0;
    for (int i = 0; i < count && columns < spec.machines(); i++) {
      int row = stations.row((start + i) % count);
      int most = Math.min(stations.idle(row), batch.jobs());
      for (int m = 0; m < most && columns < spec.machines(); m++) {
        rowOf[columns++] = row;
      }
    }
    return columns;
  }
}
