package io.depinsim.core.random;

import org.apache.commons.math3.util.FastMath;

/**
 * Logarithms of Poisson and binomial probabilities in saddle-point form, where nothing large
 * cancels: the error stays near 1e-9 even for counts of 10^12, where log-gamma would leave 1e-3.
 *
 * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader: Fast and
 *     accurate computation of binomial probabilities (2000)</a>
 */
final class LogProbability {
  private static final double LOG_TWO_PI = 1.8378770664093454836;
  private static final double[] SMALL_STIRLING_ERRORS = smallStirlingErrors(16);

  private LogProbability() {}

  /**
   * Log of the Poisson probability of a count.
   *
   * @param count whole, ≥ 0
   * @param mean > 0
   */
  static double poisson(double count, double mean) {
    if (count == 0) {
      return -mean;
    }
    return -stirlingError(count) - deviance(count, mean) - 0.5 * (LOG_TWO_PI + FastMath.log(count));
  }

  /**
   * Log of the binomial probability of a count.
   *
   * @param count whole, 0 to {@code trials}
   * @param trials whole, ≥ 1
   * @param success chance of success, above 0
   * @param failure 1 - {@code success}, above 0
   */
  static double binomial(double count, double trials, double success, double failure) {
    if (count == 0) {
      return trials * FastMath.log1p(-success);
    }
    double failures = trials - count;
    if (failures == 0) {
      return trials * FastMath.log1p(-failure);
    }
    return stirlingError(trials)
        - stirlingError(count)
        - stirlingError(failures)
        - deviance(count, trials * success)
        - deviance(failures, trials * failure)
        - 0.5 * (LOG_TWO_PI + FastMath.log(count) + FastMath.log(failures / trials));
  }

  /** count log(count / mean) + mean - count, accurate where count is near the mean. */
  static double deviance(double count, double mean) {
    double difference = count - mean;
    double sum = count + mean;
    if (Math.abs(difference) >= 0.1 * sum) {
      return count * FastMath.log(count / mean) - difference;
    }
    double ratio = difference / sum;
    double total = difference * ratio;
    double power = 2 * count * ratio;
    double square = ratio * ratio;
    for (int odd = 3; ; odd += 2) {
      power *= square;
      double next = total + power / odd;
      if (next == total) {
        return next;
      }
      total = next;
    }
  }

  /** log(n!) minus Stirling's formula for it. */
  static double stirlingError(double n) {
    if (n < SMALL_STIRLING_ERRORS.length) {
      return SMALL_STIRLING_ERRORS[(int) n];
    }
    double inverseSquare = 1 / (n * n);
    double series = 1.0 / 1680 - inverseSquare / 1188;
    series = 1.0 / 1260 - inverseSquare * series;
    series = 1.0 / 360 - inverseSquare * series;
    return (1.0 / 12 - inverseSquare * series) / n;
  }

  private static double[] smallStirlingErrors(int count) {
    double[] errors = new double[count];
    double factorial = 1;
    for (int n = 1; n < count; n++) {
      factorial *= n;
      double logN = StrictMath.log(n);
      errors[n] = StrictMath.log(factorial) - (n + 0.5) * logN + n - 0.5 * LOG_TWO_PI;
    }
    return errors;
  }
}
