package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  /** Half-width 4 at 10 replicates must shrink to 1: sixteen times the replicates. */
  @Test
  void saysHowManyReplicatesWouldDecide() {
    assertEquals(OptionalLong.of(160), Judge.needed(new Interval(3, 4), 2, 10));
    assertEquals(OptionalLong.of(160), Judge.needed(new Interval(-3, 4), 2, 10));
    assertEquals(OptionalLong.of(160), Judge.needed(new Interval(1, 4), 2, 10));
    assertEquals(OptionalLong.empty(), Judge.needed(new Interval(2, 4), 2, 10));
  }
}
