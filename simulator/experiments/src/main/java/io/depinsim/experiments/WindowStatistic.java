package io.depinsim.experiments;

import io.depinsim.core.scenario.ExpectSpec.Statistic;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.FastMath;

/**
 * Computes a statistic of a window of a series. Summaries, expectations and findings all use it, so
 * that a number called by one name is one number.
 */
final class WindowStatistic {
  private WindowStatistic() {}

  /**
   * The statistic of {@code values[from]} to {@code values[to - 1]}; NaN if it is undefined, which
   * only {@code growth} from 0 is.
   *
   * @param statistic what is computed; no error, which needs a history
   * @param values finite, one per measurement
   * @param from first place of the window
   * @param to place behind its last, above {@code from}
   * @throws IllegalArgumentException if the window is empty or the statistic is an error
   */
  static double of(Statistic statistic, double[] values, int from, int to) {
    if (from < 0 || to > values.length || from >= to) {
      throw new IllegalArgumentException(
          statistic + ": a window from " + from + " to " + to + " holds no measurement.");
    }
    return switch (statistic) {
      case last -> values[to - 1];
      case mean -> StatUtils.mean(values, from, to - from);
      case max -> StatUtils.max(values, from, to - from);
      case min -> StatUtils.min(values, from, to - from);
      case volatility -> volatility(values, from, to);
      case drawdown -> drawdown(values, from, to);
      case growth -> values[from] == 0 ? Double.NaN : values[to - 1] / values[from] - 1;
      case worstError, meanError, worstIncrementError ->
          throw new IllegalArgumentException(statistic + ": needs a history.");
    };
  }

  private static double volatility(double[] values, int from, int to) {
    double[] steps = new double[to - from];
    int count = 0;
    for (int i = from + 1; i < to; i++) {
      if (values[i - 1] > 0 && values[i] > 0) {
        steps[count++] = FastMath.log(values[i]) - FastMath.log(values[i - 1]);
      }
    }
    return count < 2 ? 0 : StrictMath.sqrt(StatUtils.variance(steps, 0, count));
  }

  /** A fall to 0 or below is a fall by everything. */
  private static double drawdown(double[] values, int from, int to) {
    double highest = 0;
    double worst = 0;
    for (int i = from; i < to; i++) {
      highest = Math.max(highest, values[i]);
      if (highest > 0) {
        worst = Math.max(worst, 1 - Math.max(0, values[i]) / highest);
      }
    }
    return worst;
  }
}
