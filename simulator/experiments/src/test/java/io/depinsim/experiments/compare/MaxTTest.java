package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaxTTest {
  private final MaxT bootstrap = new MaxT(5, 1999);

  @Test
  void isNeverBelowStudentsPointForOneMean() {
    double[] same = new double[25];
    assertEquals(2.063899, bootstrap.critical("constant", List.of(same))[0], 1e-6);
    double critical = bootstrap.critical("one", List.of(Synthetic.normal(1, 0, 25)))[0];
    assertTrue(critical >= 2.063898, () -> "Student's for 24 degrees of freedom: " + critical);
  }

  /**
   * Student's point for 3 degrees of freedom at 1 - 0.05 / 6 is 4.8567 in tables for Bonferroni.
   */
  @Test
  void fewReplicatesAreLeftToBonferroni() {
    double[] four = {1, 2, 4, 3};
    double[] critical = bootstrap.critical("few", List.of(four, four, new double[] {0, 0, 0, 9}));
    assertEquals(4.8567, critical[0], 1e-3);
    assertEquals(critical[0], critical[2]);
  }

  /** The exact 95 % point of the largest of 5 independent |t| with 39 degrees of freedom. */
  @Test
  void approachesTheExactPointOfIndependentNormals() {
    List<double[]> five =
        List.of(
            Synthetic.normal(2, 0, 40),
            Synthetic.normal(2, 1, 40),
            Synthetic.normal(2, 2, 40),
            Synthetic.normal(2, 3, 40),
            Synthetic.normal(2, 4, 40));
    for (double critical : bootstrap.critical("five", five)) {
      assertEquals(2.70, critical, 0.4);
    }
  }

  /** A column with a long tail has a wide interval, and its neighbours keep theirs. */
  @Test
  void oneLongTailMakesNoOtherIntervalWider() {
    double[] rare = new double[30];
    rare[7] = 1;
    double[] plain = Synthetic.normal(6, 0, 30);
    double[] other = Synthetic.normal(6, 1, 30);
    double[] critical = bootstrap.critical("tail", List.of(plain, rare, other));
    assertTrue(critical[0] < 3.2, () -> "plain " + critical[0]);
    assertTrue(critical[1] < 60, () -> "rare " + critical[1]);
  }

  @Test
  void copiesOfOneColumnCostNothing() {
    double[] column = Synthetic.normal(3, 0, 25);
    double once = bootstrap.critical("copies", List.of(column))[0];
    assertEquals(once, bootstrap.critical("copies", List.of(column, column, column))[2]);
  }

  @Test
  void dependsOnSeedAndFamilyAlone() {
    List<double[]> columns = List.of(Synthetic.normal(4, 0, 20), Synthetic.normal(4, 1, 20));
    double first = bootstrap.critical("family", columns)[0];
    bootstrap.critical("another", columns);
    assertEquals(first, bootstrap.critical("family", columns)[0]);
    assertEquals(first, new MaxT(5, 1999).critical("family", columns)[0]);
    assertTrue(first != new MaxT(6, 1999).critical("family", columns)[0]);
  }

  @Test
  void refusesTooFewResamples() {
    assertThrows(IllegalArgumentException.class, () -> new MaxT(1, 198));
  }
}
