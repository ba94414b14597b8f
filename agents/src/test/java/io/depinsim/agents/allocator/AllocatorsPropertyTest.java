package io.depinsim.agents.allocator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every allocator, on 400 random tables; the case is named on failure. */
class AllocatorsPropertyTest {
  private static final long SEED = 20251125;
  private final Draws world = new Draws();
  private final Draws luck = new Draws();
  private final List<Allocator> all =
      List.of(
          new RandomAllocator(),
          new PowerOfChoices(new PowerOfChoices.Spec(3)),
          new Cheapest(new Cheapest.Spec(null)),
          new Cheapest(new Cheapest.Spec(2)),
          new Fastest(new Fastest.Spec(null)),
          new RegionAware(new RegionAware.Spec(3)),
          new ReputationWeighted(new ReputationWeighted.Spec(1, 8)),
          new MinCostMatching(new MinCostMatching.Spec(1, 1, 16)),
          new ForecastDriven(new ForecastDriven.Spec(0.2, 0.01, 0.2, null, null, null, 24, null)));

  private double[][] table(int rows) {
    double[][] table = new double[rows][];
    for (int row = 0; row < rows; row++) {
      int machines = 1 + world.nextInt(4);
      table[row] =
          new double[] {
            world.nextInt(3),
            machines,
            world.nextInt(machines + 1),
            world.nextInt(3),
            world.nextExponential(3),
            0.5 + world.nextUniform(),
            0.5 + world.nextUniform(),
            world.nextUniform()
          };
    }
    return table;
  }

  @Test
  void nobodyIsChosenWhoIsNotShownOrCannotBePaid() {
    for (int n = 0; n < 400; n++) {
      new Streams(SEED, 0).seek(world, Purpose.JOB, 1, n);
      double[][] rows = table(12);
      int[] shown = {n % 12, (n + 5) % 12, (n + 7) % 12};
      StationTable stations = new StationTable(rows, shown);
      JobView job = StationTable.job(1 + world.nextInt(5), world.nextInt(3), 0, 1.4);
      for (Allocator allocator : all) {
        String of = "case " + n + ", " + allocator.getClass().getSimpleName();
        new Streams(SEED, 0).seek(luck, Purpose.ALLOCATION, 1, n);
        int row = allocator.choose(job, stations, luck);
        if (row != Allocator.NONE) {
          assertTrue(Arrays.stream(shown).anyMatch(s -> s == row), of);
          boolean blind =
              allocator instanceof RandomAllocator || allocator instanceof PowerOfChoices;
          assertTrue(blind || stations.affordable(job, row), of);
        }
      }
    }
  }

  /** Who looks at all finds the same one in whatever order they are shown, if none are alike. */
  @Test
  void theOrderInWhichStationsAreShownDoesNotMatter() {
    for (int n = 0; n < 400; n++) {
      new Streams(SEED, 0).seek(world, Purpose.JOB, 2, n);
      double[][] rows = table(6);
      JobView job = StationTable.job(2, world.nextInt(3), 0, Double.POSITIVE_INFINITY);
      for (Allocator allocator :
          List.of(new Cheapest(new Cheapest.Spec(null)), new Fastest(new Fastest.Spec(null)))) {
        new Streams(SEED, 0).seek(luck, Purpose.ALLOCATION, 1, n);
        int row = allocator.choose(job, new StationTable(rows, 0, 1, 2, 3, 4, 5), luck);
        int other = allocator.choose(job, new StationTable(rows, 4, 2, 5, 0, 3, 1), luck);
        assertEquals(row, other, "case " + n);
      }
    }
  }
}
