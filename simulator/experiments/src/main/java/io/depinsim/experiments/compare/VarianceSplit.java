package io.depinsim.experiments.compare;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Splits the variance of a number in two: what differs between replicates with the same inputs is
 * luck, the rest comes from inputs. With pairs that share their inputs, luck is half the mean
 * square of their difference; the whole is the variance of all replicates.
 *
 * @see <a href="https://doi.org/10.1051/ps/2013040">Janon and others: Asymptotic normality and
 *     efficiency of two Sobol index estimators (2014)</a>
 */
public final class VarianceSplit {
  private static final int RESAMPLES = 999;

  private VarianceSplit() {}

  /**
   * The share of luck and its interval.
   *
   * @param share of the variance, 0 to 1
   * @param low lower end of the percentile bootstrap's 95 % interval
   * @param high upper end
   */
  public record Luck(double share, double low, double high) {}

  /**
   * The share of luck.
   *
   * @param seed of the resampling
   * @param name keys the resampling
   * @param first numbers of the first of each pair
   * @param second numbers of the second, with the same inputs and other luck
   * @return nothing if the number never changes, or there are fewer than two pairs
   */
  public static Optional<Luck> of(long seed, String name, double[] first, double[] second) {
    if (first.length < 2 || variance(first, second) == 0) {
      return Optional.empty();
    }
    Streams streams = new Streams(seed, 0);
    double[] shares = new double[RESAMPLES];
    double[] one = new double[first.length];
    double[] other = new double[first.length];
    for (int b = 0; b < RESAMPLES; b++) {
      Draws draws = streams.at(Purpose.RESAMPLING, Entity.ofName("variance." + name), b);
      for (int i = 0; i < one.length; i++) {
        int taken = draws.nextInt(first.length);
        one[i] = first[taken];
        other[i] = second[taken];
      }
      shares[b] = share(one, other);
    }
    Arrays.sort(shares);
    return Optional.of(
        new Luck(
            share(first, second),
            shares[(int) (0.025 * (RESAMPLES + 1)) - 1],
            shares[(int) (0.975 * (RESAMPLES + 1)) - 1]));
  }

  private static double share(double[] first, double[] second) {
    double whole = variance(first, second);
    if (whole == 0) {
      return 1;
    }
    double squares = 0;
    for (int i = 0; i < first.length; i++) {
      squares += (first[i] - second[i]) * (first[i] - second[i]);
    }
    return Math.min(1, squares / (2 * first.length) / whole);
  }

  /** Both of a pair are samples of the whole. */
  private static double variance(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return StatUtils.variance(all);
  }
}
