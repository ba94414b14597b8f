package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  /**
   * First stage of 3, two policies: eta = ((2 × 0.05)^(-2/2) - 1) / 2 = 4.5 and h² = 2 × 4.5 × 2 =
   * 18. Differences 1, 2, 3 of variance 1, what matters is 3: a policy is dropped after r
   * replicates if it trails by more than 3 / (2 r) × (18 / 9 - r), which is negative from r = 2 on,
   * so at the first look already.
   */
  @Test
  void dropsWhatTrailsByMoreThanLuckExplains() {
    double[] base = {0, 0, 0};
    double[] better = {1, 2, 3};
    List<double[]> policies = List.of(base, better);
    assertEquals(List.of(1), new Selection(3, 3, Direction.HIGHER).left(policies));
    assertEquals(List.of(0), new Selection(3, 3, Direction.LOWER).left(policies));
  }

  /** The same with 0.3 that matters: 0.3 / 6 × (18 / 0.09 - 3) = 9.85, more than the lead of 2. */
  @Test
  void keepsBothWhileLuckMayExplainIt() {
    double[] base = {0, 0, 0};
    double[] better = {1, 2, 3};
    List<double[]> policies = List.of(base, better);
    assertEquals(List.of(0, 1), new Selection(3, 0.3, Direction.HIGHER).left(policies));
  }

  @Test
  void ofEqualsTheFirstIsLeft() {
    double[] same = new double[40];
    assertEquals(
        List.of(0),
        new Selection(30, 1, Direction.HIGHER).left(List.of(same, same.clone(), same.clone())));
  }

  @Test
  void refusesWhatCannotBeSelected() {
    assertThrows(IllegalArgumentException.class, () -> new Selection(30, 0, Direction.HIGHER));
    assertThrows(IllegalArgumentException.class, () -> new Selection(30, 1, Direction.NEITHER));
    assertThrows(IllegalArgumentException.class, () -> new Selection(1, 1, Direction.LOWER));
  }
}
