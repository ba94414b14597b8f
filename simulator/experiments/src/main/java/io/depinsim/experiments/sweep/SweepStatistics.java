package io.depinsim.experiments.sweep;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** What many points say together. */
final class SweepStatistics {
  /** The 97.5 % point of the standard normal. */
  private static final double Z = 1.959963984540054;

  private SweepStatistics() {}

  /**
   * An interval of a share.
   *
   * @param low lower end
   * @param high upper end
   */
  record Interval(double low, double high) {}

  /**
   * Wilson's 95 % score interval of a share, without correction for continuity.
   *
   * @param holds how many of them, 0 to {@code points}
   * @param points how many, ≥ 1
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson: Probable inference, the
   *     law of succession, and statistical inference (1927)</a>
   */
  static Interval wilson(int holds, int points) {
    double n = points;
    double share = holds / n;
    double square = Z * Z;
    double middle = (share + square / (2 * n)) / (1 + square / n);
    double half =
        Z / (1 + square / n) * StrictMath.sqrt(share * (1 - share) / n + square / (4 * n * n));
    double low = holds == 0 ? 0 : Math.max(0, middle - half);
    double high = holds == points ? 1 : Math.min(1, middle + half);
    return new Interval(low, high);
  }

  /** Quantile by linear interpolation between order statistics, as spreadsheets have it. */
  static double quantile(double[] values, double share) {
    return new Percentile()
        .withEstimationType(EstimationType.R_7)
        .evaluate(values, Math.max(100 * share, Double.MIN_VALUE));
  }

  /** Spearman's rank correlation, ties by mean rank; empty if either never changes. */
  static OptionalDouble spearman(double[] one, double[] other) {
    if (one.length < 2 || constant(one) || constant(other)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(new SpearmansCorrelation().correlation(one, other));
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
