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
    double[] same = {3, 3, 3, 3};
    assertEquals(3.182446, bootstrap.critical("constant", List.of(same)), 1e-6);
    double critical = bootstrap.critical("one", List.of(Synthetic.normal(1, 0, 12)));
    assertTrue(critical >= 2.200985, () -> "Student's for 11 degrees of freedom: " + critical);
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
    assertEquals(2.70, bootstrap.critical("five", five), 0.25);
  }

  @Test
  void copiesOfOneColumnCostNothing() {
    double[] column = Synthetic.normal(3, 0, 25);
    double once = bootstrap.critical("copies", List.of(column));
    assertEquals(once, bootstrap.critical("copies", List.of(column, column, column)));
  }

  @Test
  void dependsOnSeedAndFamilyAlone() {
    List<double[]> columns = List.of(Synthetic.normal(4, 0, 20), Synthetic.normal(4, 1, 20));
    double first = bootstrap.critical("family", columns);
    bootstrap.critical("another", columns);
    assertEquals(first, bootstrap.critical("family", columns));
    assertEquals(first, new MaxT(5, 1999).critical("family", columns));
    assertTrue(first != new MaxT(6, 1999).critical("family", columns));
  }

  @Test
  void refusesTooFewResamples() {
    assertThrows(IllegalArgumentException.class, () -> new MaxT(1, 198));
  }

  /** A rare event: most resamples hold none, and must not make the interval endless. */
  @Test
  void staysFiniteWhereResamplesAreConstant() {
    double[] rare = new double[30];
    rare[7] = 1;
    double critical = bootstrap.critical("rare", List.of(rare));
    assertTrue(critical < 20, () -> "critical " + critical);
  }
}
