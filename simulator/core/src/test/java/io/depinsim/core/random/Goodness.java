package io.depinsim.core.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Statistical checks, each with a false-alarm rate of 1 in 10,000: so often would a perfect
 * generator fail one of them with a seed drawn at random. Seeds are fixed, so a pass stays a pass.
 */
final class Goodness {
  static final double FALSE_ALARM = 1e-4;

  private Goodness() {}

  static void assertContinuous(String what, RealDistribution expected, double[] sample) {
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, sample);
    assertTrue(p > FALSE_ALARM, what + ": Kolmogorov-Smirnov p-value " + p);
  }

  static void assertEqualCells(String what, long[] observed) {
    double[] expected = new double[observed.length];
    Arrays.fill(expected, 1);
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    assertTrue(p > FALSE_ALARM, what + ": chi-square p-value " + p);
  }

  /** The correlation of n independent pairs has a standard deviation of 1 / sqrt(n). */
  static void assertUncorrelated(String what, double[] x, double[] y) {
    double sigmas = new PearsonsCorrelation().correlation(x, y) * Math.sqrt(x.length);
    assertTrue(Math.abs(sigmas) < 3.89, what + ": correlation of " + sigmas + " sigmas");
  }

  /**
   * Chi-square of {@code size} draws against probabilities on {@code low} to {@code high}, outside
   * of which less than 1e-12 may lie. Neighbouring counts share a cell until it holds {@code
   * cellProbability}.
   */
  static void assertCounts(
      String what,
      LongToDoubleFunction probability,
      long low,
      long high,
      double cellProbability,
      int size,
      LongSupplier draw) {
    int[] cellOf = new int[(int) (high - low + 1)];
    double[] expected = new double[(int) (1 / cellProbability) + 2];
    int cell = 0;
    double left = 1;
    for (int i = 0; i < cellOf.length; i++) {
      cellOf[i] = cell;
      double mass = probability.applyAsDouble(low + i);
      expected[cell] += mass;
      left -= mass;
      if (expected[cell] >= cellProbability && left >= cellProbability) {
        cell++;
      }
    }
    assertTrue(Math.abs(left) < 1e-6, what + ": probabilities miss " + left);
    long[] observed = new long[cell + 1];
    for (int n = 0; n < size; n++) {
      observed[cellOf[(int) (draw.getAsLong() - low)]]++;
    }
    double[] used = Arrays.copyOf(expected, cell + 1);
    double p = new ChiSquareTest().chiSquareTest(used, observed);
    assertTrue(p > FALSE_ALARM, what + ": chi-square p-value " + p + " over " + used.length);
  }
}
