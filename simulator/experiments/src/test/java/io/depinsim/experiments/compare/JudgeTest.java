package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What matters is 2 throughout. */
class JudgeTest {
  private static Verdict verdict(double mean, double half, Direction better) {
    return Judge.verdict(new Interval(mean, half), 2, better);
  }

  @Test
  void theWholeIntervalMustLieOnOneSide() {
    assertEquals(Verdict.better, verdict(5, 2.9, Direction.HIGHER));
    assertEquals(Verdict.undecided, verdict(5, 3.1, Direction.HIGHER));
    assertEquals(Verdict.worse, verdict(-5, 2.9, Direction.HIGHER));
    assertEquals(Verdict.undecided, verdict(-5, 3.1, Direction.HIGHER));
  }

  @Test
  void lessIsBetterWhereLowerIs() {
    assertEquals(Verdict.worse, verdict(5, 1, Direction.LOWER));
    assertEquals(Verdict.better, verdict(-5, 1, Direction.LOWER));
  }

  @Test
  void withoutADirectionOnlyTheSideIsTold() {
    assertEquals(Verdict.higher, verdict(5, 1, Direction.NEITHER));
    assertEquals(Verdict.lower, verdict(-5, 1, Direction.NEITHER));
  }

  @Test
  void anIntervalWithinWhatMattersIsEquivalence() {
    assertEquals(Verdict.equivalent, verdict(0.5, 1.5, Direction.HIGHER));
    assertEquals(Verdict.undecided, verdict(0.5, 1.6, Direction.HIGHER));
    assertEquals(Verdict.equivalent, verdict(0, 0, Direction.LOWER));
  }

  /** (1.959964 + 1.281552) × deviation / sqrt(n) must shrink to the distance of 0.5. */
  @Test
  void saysHowManyReplicatesWouldDecide() {
    double[] above = {0.5, 0.5, 0.5, 4.5, 4.5, 4.5}; // mean 2.5, variance 4.8
    double wanted = StrictMath.ceil(3.241516 * 3.241516 * 4.8 / 0.25);
    assertEquals(OptionalLong.of((long) wanted), Judge.needed(above, 2, 1));
    assertTrue(Judge.needed(above, 2, 10).getAsLong() > wanted, "more intervals, more replicates");
    assertEquals(OptionalLong.empty(), Judge.needed(above, 2.5, 1), "on the limit");
    assertEquals(OptionalLong.empty(), Judge.needed(new double[] {1, 3, 2, 4}, 2, 1), "too few");
    double[] sure = {2.4, 2.5, 2.6, 2.5, 2.5};
    assertEquals(OptionalLong.of(20), Judge.needed(sure, 2, 1), "as many as can be resampled");
  }
}
