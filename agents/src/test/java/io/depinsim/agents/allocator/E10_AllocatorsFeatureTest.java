package io.depinsim.agents.allocator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whom one job goes to, by every rule.
 *
 * <pre>
 * row  region  machines  idle  waiting  backlog  units/h  ask  reputation
 *  0     0        1        0      2       5 h       1     0.8      1
 *  1     0        2        1      0       3 h       1     1.0      0.5
 *  2     1        1        1      0       0         4     1.3      0.25
 *  3     2        1        1      0       0         2     0.8      0
 * </pre>
 *
 * A job of 4 units from region 0 whose data lie there. Until its result is back it takes 5 + 4 = 9
 * h in row 0, 4 h in row 1, 1 h of data + 1 h of work + 1/2 h of way = 2.5 h in row 2, and 2 + 2 +
 * 1 = 5 h in row 3.
 */
class E10_AllocatorsFeatureTest {
  private static final StationTable TABLE =
      StationTable.of(
          new double[] {0, 1, 0, 2, 5, 1, 0.8, 1},
          new double[] {0, 2, 1, 0, 3, 1, 1.0, 0.5},
          new double[] {1, 1, 1, 0, 0, 4, 1.3, 0.25},
          new double[] {2, 1, 1, 0, 0, 2, 0.8, 0});
  private static final JobView JOB = StationTable.job(4, 0, 0, Double.POSITIVE_INFINITY);
  private final Draws draws = new Draws();

  private Draws luck(long number) {
    new Streams(1, 0).seek(draws, Purpose.ALLOCATION, 1, number);
    return draws;
  }

  /** What an allocator chooses, whatever its luck. */
  private int always(Allocator allocator, JobView job) {
    int row = allocator.choose(job, TABLE, luck(0));
    for (int i = 1; i < 50; i++) {
      assertEquals(row, allocator.choose(job, TABLE, luck(i)));
    }
    return row;
  }

  @Test
  void cheapestTakesTheLowestAskAndOfThoseTheSooner() {
    assertEquals(3, always(new Cheapest(new Cheapest.Spec(null)), JOB));
  }

  @Test
  void fastestTakesWhoIsDoneFirst() {
    assertEquals(2, always(new Fastest(new Fastest.Spec(null)), JOB));
  }

  /** With 1.2 to spend on a unit, row 2 is out, and row 1 is next. */
  @Test
  void fastestTakesWhoIsDoneFirstOfThoseThatCanBePaid() {
    assertEquals(1, always(new Fastest(new Fastest.Spec(null)), StationTable.job(4, 0, 0, 1.2)));
  }

  /** Rows 0 and 1 are as near; row 1 has one job for two machines, row 0 three for one. */
  @Test
  void regionAwareTakesTheNearestAndOfThoseTheLeastBusy() {
    assertEquals(1, always(new RegionAware(new RegionAware.Spec(null)), JOB));
    assertEquals(
        2,
        always(
            new RegionAware(new RegionAware.Spec(null)),
            StationTable.job(4, 1, 1, Double.POSITIVE_INFINITY)));
  }

  @Test
  void nobodyIsTakenWhomTheJobCannotPay() {
    JobView poor = StationTable.job(4, 0, 0, 0.5);
    assertEquals(Allocator.NONE, always(new Cheapest(new Cheapest.Spec(2)), poor));
    assertEquals(Allocator.NONE, always(new Fastest(new Fastest.Spec(null)), poor));
    assertEquals(Allocator.NONE, always(new RegionAware(new RegionAware.Spec(null)), poor));
    assertEquals(
        Allocator.NONE, always(new ReputationWeighted(new ReputationWeighted.Spec(1, 32)), poor));
  }

  /**
   * Reputations 1, 1/2, 1/4 and 0 squared are 16 to 4 to 1 to 0: of 21,000 jobs 16,000, 4,000 and
   * 1,000, give or take five standard deviations; false alarms about 2 in a million.
   */
  @Test
  void reputationIsTrustedInProportionToItsPower() {
    Allocator allocator = new ReputationWeighted(new ReputationWeighted.Spec(2, 1000));
    int[] count = new int[4];
    for (int i = 0; i < 21_000; i++) {
      count[allocator.choose(JOB, TABLE, luck(i))]++;
    }
    assertEquals(16_000, count[0], 5 * 62);
    assertEquals(4_000, count[1], 5 * 57);
    assertEquals(1_000, count[2], 5 * 31);
    assertEquals(0, count[3]);
  }

  /** The last named of what was best on the way is the choice itself. */
  @Test
  void theChoiceIsNamedFirstAmongWhatWasConsidered() {
    Allocator allocator = new Fastest(new Fastest.Spec(null));
    for (int i = 0; i < 20; i++) {
      int row = allocator.choose(JOB, TABLE, luck(i));
      List<Integer> rows = new ArrayList<>();
      List<Double> hours = new ArrayList<>();
      allocator.explain(
          (option, score) -> {
            rows.add(option);
            hours.add(score / StationTable.HOUR);
          });
      assertEquals(row, rows.get(0));
      assertEquals(2.5, hours.get(0), 1e-12);
      for (int k = 1; k < hours.size(); k++) {
        assertEquals(true, hours.get(k) > hours.get(k - 1), "the later ones were worse");
      }
    }
  }
}
