package io.depinsim.agents.allocator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

/** Against every permutation, and against the simplex method of Apache Commons Math. */
class LeastCostAssignmentVerificationTest {
  private static final long SEED = 20251125;
  private final LeastCostAssignment assignment = new LeastCostAssignment();
  private final Draws draws = new Draws();

  /** Of six ways three cost 12: 4 + 7 + 1, 2 + 4 + 6, 2 + 7 + 3; the others 13, 13 and 14. */
  @Test
  void aSmallOneByHand() {
    double[] cost = {
      4, 2, 8, //
      4, 3, 7, //
      3, 1, 6
    };
    int[] columns = new int[3];
    assignment.solve(cost, 3, 3, columns);
    assertEquals(12, total(cost, 3, columns));
    assignment.solve(new double[] {5, 1, 9}, 1, 3, columns);
    assertEquals(1, columns[0]);
    assignment.solve(new double[0], 0, 3, columns);
    assertThrows(
        IllegalArgumentException.class, () -> assignment.solve(new double[2], 2, 1, columns));
  }

  @Test
  void noPermutationCostsLess() {
    for (int n = 0; n < 500; n++) {
      new Streams(SEED, 0).seek(draws, Purpose.JOB, 1, n);
      int rows = 1 + draws.nextInt(5);
      int columns = rows + draws.nextInt(3);
      double[] cost = random(rows * columns, n % 2 == 0);
      int[] columnOf = new int[rows];
      assignment.solve(cost, rows, columns, columnOf);
      assertEquals(
          brute(cost, 0, rows, columns, new boolean[columns]),
          total(cost, columns, columnOf),
          1e-9,
          "case " + n);
    }
  }

  @Test
  void theSimplexMethodFindsNothingBetter() {
    for (int n = 0; n < 20; n++) {
      new Streams(SEED, 0).seek(draws, Purpose.JOB, 2, n);
      int rows = 4 + draws.nextInt(6);
      int columns = rows + draws.nextInt(4);
      double[] cost = random(rows * columns, false);
      int[] columnOf = new int[rows];
      assignment.solve(cost, rows, columns, columnOf);
      assertEquals(simplex(cost, rows, columns), total(cost, columns, columnOf), 1e-6, "case " + n);
    }
  }

  /** Everybody has a column of his own, in a large one too, and forbidden pairs are shunned. */
  @Test
  void aLargeOneShunsWhatIsForbidden() {
    int rows = 150;
    int columns = 200;
    new Streams(SEED, 0).seek(draws, Purpose.JOB, 3, 0);
    double[] cost = random(rows * columns, false);
    for (int i = 0; i < cost.length; i++) {
      cost[i] = i % columns != i / columns && draws.nextUniform() < 0.5 ? 1e12 : cost[i];
    }
    int[] columnOf = new int[rows];
    assignment.solve(cost, rows, columns, columnOf);
    boolean[] taken = new boolean[columns];
    for (int row = 0; row < rows; row++) {
      assertTrue(cost[row * columns + columnOf[row]] < 1e12);
      taken[columnOf[row]] = true;
    }
    int count = 0;
    for (boolean one : taken) {
      count += one ? 1 : 0;
    }
    assertEquals(rows, count);
  }

  @Test
  void theSameCostsGiveTheSameAnswerWhateverWasSolvedBefore() {
    new Streams(SEED, 0).seek(draws, Purpose.JOB, 4, 0);
    double[] cost = random(30, false);
    int[] first = new int[5];
    int[] second = new int[5];
    new LeastCostAssignment().solve(cost, 5, 6, first);
    assignment.solve(random(100, false), 10, 10, new int[10]);
    assignment.solve(cost, 5, 6, second);
    assertArrayEquals(first, second);
  }

  private double[] random(int count, boolean whole) {
    double[] cost = new double[count];
    for (int i = 0; i < count; i++) {
      cost[i] = whole ? draws.nextInt(6) : draws.nextExponential(10);
    }
    return cost;
  }

  private static double total(double[] cost, int columns, int[] columnOf) {
    double sum = 0;
    for (int row = 0; row < columnOf.length; row++) {
      sum += cost[row * columns + columnOf[row]];
    }
    return sum;
  }

  private static double brute(double[] cost, int row, int rows, int columns, boolean[] taken) {
    if (row == rows) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      if (!taken[column]) {
        taken[column] = true;
        least =
            Math.min(
                least, cost[row * columns + column] + brute(cost, row + 1, rows, columns, taken));
        taken[column] = false;
      }
    }
    return least;
  }

  private static double simplex(double[] cost, int rows, int columns) {
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double[] of = new double[rows * columns];
      for (int column = 0; column < columns; column++) {
        of[row * columns + column] = 1;
      }
      constraints.add(new LinearConstraint(of, Relationship.EQ, 1));
    }
    for (int column = 0; column < columns; column++) {
      double[] of = new double[rows * columns];
      for (int row = 0; row < rows; row++) {
        of[row * columns + column] = 1;
      }
      constraints.add(new LinearConstraint(of, Relationship.LEQ, 1));
    }
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(cost, 0),
            new LinearConstraintSet(constraints),
            GoalType.MINIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }
}
