package io.depinsim.experiments.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How often the distributional gate alarms when nothing changed, and when something did. Seeds are
 * fixed, so that the test passes always or never; for other seeds the exact binomial interval of 99
 * % would miss the true rate once in 100 times.
 */
class LabelPermutationVerificationTest {
  private static final int TRIALS = 4000;
  private static final double RATE = 0.01;
  private static final int REPLICATES = 10;

  /** Heavy-tailed, lopsided, correlated, and one that is mostly 0: what metrics really are. */
  private static double[] world(Draws draws, double shift, double widening) {
    double common = draws.nextGaussian();
    double tail = draws.nextGaussian() / Math.abs(draws.nextGaussian());
    double[] row = {
      common + shift,
      common + 0.1 * draws.nextGaussian(),
      tail,
      tail + common,
      draws.nextLogNormal(0, 2),
      draws.nextEvent(0.1) ? draws.nextExponential(1) : 0,
      widening * draws.nextGaussian(),
      7
    };
    return row;
  }

  private static int alarms(String name, int trials, double rate, double shift, double widening) {
    Draws draws = new Draws();
    int alarms = 0;
    for (int t = 0; t < trials; t++) {
      Streams streams = new Streams(20251125, t);
      double[][] rows = new double[2 * REPLICATES][];
      for (int r = 0; r < rows.length; r++) {
        boolean changed = r >= REPLICATES;
        streams.seek(draws, Purpose.SENTIMENT, Entity.ofName(name), r);
        rows[r] = world(draws, changed ? shift : 0, changed ? widening : 1);
      }
      LabelPermutation test = new LabelPermutation(t, rate);
      if (test.test(name, columns(rows)).stream().anyMatch(test::alarms)) {
        alarms++;
      }
    }
    return alarms;
  }

  private static List<LabelPermutation.Column> columns(double[][] rows) {
    List<LabelPermutation.Column> columns = new ArrayList<>();
    for (int c = 0; c < rows[0].length; c++) {
      double[] before = new double[REPLICATES];
      double[] after = new double[REPLICATES];
      for (int r = 0; r < REPLICATES; r++) {
        before[r] = rows[r][c];
        after[r] = rows[REPLICATES + r][c];
      }
      columns.add(new LabelPermutation.Column(before, after));
    }
    return columns;
  }

  @Test
  void alarmsAsOftenAsDeclaredWhenNothingChanged() {
    for (double rate : List.of(RATE, 0.05)) {
      int trials = rate == RATE ? TRIALS : TRIALS / 2;
      int alarms = alarms("nothing", trials, rate, 0, 1);
      BinomialInterval share = BinomialInterval.of(alarms, trials, 0.99);
      assertTrue(share.low() <= rate, () -> "too many alarms: " + share);
      assertTrue(share.high() >= rate, () -> "too few alarms: " + share);
    }
  }

  @Test
  void noticesAShiftAndAChangeOfSpread() {
    int shift = alarms("shift", 200, RATE, 2.5, 1);
    int spread = alarms("spread", 200, RATE, 0, 12);
    assertTrue(shift > 120, () -> shift + " of 200");
    assertTrue(spread > 120, () -> spread + " of 200");
  }

  @Test
  void countsDealsSoThatTheRateIsAWholeNumberOfThem() {
    assertEquals(1999, LabelPermutation.deals(0.01));
    assertEquals(399, LabelPermutation.deals(0.05));
    // C(10, 5) / 2 = 126 ways to halve ten.
    assertEquals(5, LabelPermutation.fewest(0.01));
    assertEquals(4, LabelPermutation.fewest(0.05));
  }

  @Test
  void seesConstantsThatDiffer() {
    LabelPermutation test = new LabelPermutation(1, RATE);
    double[] before = new double[REPLICATES];
    double[] after = new double[REPLICATES];
    Arrays.fill(before, 0.1);
    Arrays.fill(after, 0.3);
    LabelPermutation.Outcome moved =
        test.test("constants", List.of(new LabelPermutation.Column(before, after))).get(0);
    assertEquals(Double.POSITIVE_INFINITY, moved.means());
    assertTrue(test.alarms(moved));
    LabelPermutation.Outcome same =
        test.test("constants", List.of(new LabelPermutation.Column(before, before))).get(0);
    assertEquals(1, same.probability());
  }
}
