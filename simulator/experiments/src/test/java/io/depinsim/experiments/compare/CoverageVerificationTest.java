package io.depinsim.experiments.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/**
 * Declared probabilities, held against 1,000 made-up experiments whose truth is known. A test fails
 * where so many misses would come with a probability below 0.1 % if the declared 5 % were true:
 * that, and nothing else, is its own false-alarm rate. Seeds are fixed, so it fails always or
 * never.
 */
class CoverageVerificationTest {
  private static final int TRIALS = 1000;
  private static final double DECLARED = 0.05;
  private static final double DOUBT = 0.001;

  /** Fewest misses that would be too many. */
  private static int limit() {
    return new BinomialDistribution(null, TRIALS, DECLARED).inverseCumulativeProbability(1 - DOUBT);
  }

  private static void declared(String what, int misses) {
    assertTrue(
        misses <= limit(),
        () -> what + ": " + misses + " misses of " + TRIALS + ", at most " + limit());
  }

  /** Three policies against a base, two questions, what differs is 0.3, 0 and -0.2. */
  private static final double[] TRUTH = {0.3, 0, -0.2};

  private static Arms experiment(int trial, int replicates, boolean skewed) {
    List<List<double[]>> columns = new ArrayList<>();
    for (int q = 0; q < 2; q++) {
      double[] shared = made(trial, 100 * q, replicates, skewed);
      List<double[]> policies = new ArrayList<>();
      double[] own = made(trial, 100 * q + 1, replicates, skewed);
      policies.add(Synthetic.mix(10, 1, shared, 0.3, own));
      for (int p = 0; p < TRUTH.length; p++) {
        double[] another = made(trial, 100 * q + 2 + p, replicates, skewed);
        policies.add(Synthetic.mix(10 + TRUTH[p], 1.2, shared, 0.3, another));
      }
      columns.add(policies);
    }
    return Synthetic.arms(
        List.of(Synthetic.question("one", "1 %"), Synthetic.question("two", "1 %")), columns);
  }

  private static double[] made(int trial, int column, int replicates, boolean skewed) {
    return skewed
        ? Synthetic.skewed(1000 + trial, column, replicates)
        : Synthetic.normal(1000 + trial, column, replicates);
  }

  /** Whether some interval of a comparison misses its truth. */
  private static boolean misses(List<ComparisonRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      double truth = TRUTH[i % TRUTH.length];
      ComparisonRow row = rows.get(i);
      if (truth < row.ci95Low().getAsDouble() || truth > row.ci95High().getAsDouble()) {
        return true;
      }
    }
    return false;
  }

  private static int missesOfFixed(int replicates, boolean skewed) {
    int misses = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Arms arms = experiment(trial, replicates, skewed);
      if (misses(new Comparison(arms, new MaxT(trial, 399)).rows())) {
        misses++;
      }
    }
    return misses;
  }

  @Test
  void simultaneousIntervalsOfNormalNumbers() {
    declared("normal, 20 replicates", missesOfFixed(20, false));
  }

  @Test
  void simultaneousIntervalsOfSkewedNumbers() {
    declared("skewed, 50 replicates", missesOfFixed(50, true));
  }

  /** As the program does it: look, add replicates, look again; then the intervals are told. */
  private static int missesOfSequential(double share, boolean skewed) {
    int misses = 0;
    Precision rule = new Precision(share);
    int[] ends = new int[TRIALS];
    for (int trial = 0; trial < TRIALS; trial++) {
      int replicates = Precision.FIRST;
      List<ComparisonRow> rows;
      while (true) {
        Arms arms = experiment(trial, replicates, skewed);
        rows = new Comparison(arms, new MaxT(trial, 399)).rows();
        int next = rule.next(rows, replicates);
        if (next == replicates) {
          break;
        }
        replicates = next;
      }
      ends[trial] = replicates;
      if (misses(rows)) {
        misses++;
      }
    }
    Arrays.sort(ends);
    assertTrue(ends[TRIALS / 2] > Precision.FIRST, "the rule had to add replicates");
    return misses;
  }

  @Test
  void thePrecisionRuleWithNormalNumbers() {
    declared("sequential, normal", missesOfSequential(0.013, false));
  }

  @Test
  void thePrecisionRuleWithSkewedNumbers() {
    declared("sequential, skewed", missesOfSequential(0.013, true));
  }

  /**
   * The least favourable case of the guarantee: the best leads every other policy by exactly what
   * matters, and luck is shared.
   */
  @Test
  void theSelectionFindsTheBest() {
    double lead = 0.25;
    int wrong = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      int most = 4000;
      double[] shared = Synthetic.normal(5000 + trial, 0, most);
      List<double[]> policies = new ArrayList<>();
      for (int p = 0; p < 4; p++) {
        double[] own = Synthetic.normal(5000 + trial, 1 + p, most);
        policies.add(Synthetic.mix(p == 2 ? lead : 0, 1, shared, 0.8, own));
      }
      List<Integer> left = new Selection(30, lead, Direction.HIGHER).left(policies);
      if (!left.equals(List.of(2))) {
        wrong++;
      }
    }
    declared("selection", wrong);
  }

  /** Of four equal policies none may be called best beyond doubt more often than declared. */
  @Test
  void nothingIsCalledBestWhereNothingIs() {
    int wrong = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] shared = Synthetic.normal(9000 + trial, 0, 25);
      List<double[]> policies = new ArrayList<>();
      for (int p = 0; p < 4; p++) {
        policies.add(Synthetic.mix(0, 1, shared, 0.8, Synthetic.normal(9000 + trial, 1 + p, 25)));
      }
      boolean any =
          Best.standings(new MaxT(trial, 399), "best", policies, Direction.LOWER).stream()
              .anyMatch(Best.Standing::alone);
      if (any) {
        wrong++;
      }
    }
    declared("best of equals", wrong);
  }
}
