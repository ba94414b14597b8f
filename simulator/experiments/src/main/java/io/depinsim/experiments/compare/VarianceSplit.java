package io.depinsim.experiments.compare;

import java.util.Optional;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Splits the variance of a number in two: what differs between replicates with the same inputs is
 * luck, the rest comes from inputs. Pairs that share their inputs make a one-way random-effects
 * design: with B the mean square between pairs and W that within, luck has the share 2 W / (B + W).
 * The interval comes from the F distribution of B / W, exact where both parts are normal.
 *
 * @see <a href="https://doi.org/10.1037/1082-989X.1.1.30">McGraw and Wong: Forming inferences about
 *     some intraclass correlation coefficients (1996)</a>
 */
public final class VarianceSplit {
  private static final double UPPER = 0.975;

  private VarianceSplit() {}

  /**
   * The share of luck and its interval.
   *
   * @param share of the variance, 0 to 1
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Luck(double share, double low, double high) {}

  /**
   * The share of luck.
   *
   * @param first numbers of the first of each pair
   * @param second numbers of the second, with the same inputs and other luck
   * @return nothing if the number never changes, or there are fewer than two pairs
   */
  public static Optional<Luck> of(double[] first, double[] second) {
    int pairs = first.length;
    if (pairs < 2) {
      return Optional.empty();
    }
    double mean = 0;
    for (int i = 0; i < pairs; i++) {
      mean += (first[i] + second[i]) / (2 * pairs);
    }
    double between = 0;
    double within = 0;
    for (int i = 0; i < pairs; i++) {
      double middle = (first[i] + second[i]) / 2 - mean;
      double apart = first[i] - second[i];
      between += 2 * middle * middle / (pairs - 1);
      within += apart * apart / 2 / pairs;
    }
    if (between + within == 0) {
      return Optional.empty();
    }
    double ratio = between / within;
    double wide = new FDistribution(null, pairs - 1, pairs).inverseCumulativeProbability(UPPER);
    double narrow = new FDistribution(null, pairs, pairs - 1).inverseCumulativeProbability(UPPER);
    return Optional.of(new Luck(share(ratio), share(ratio * narrow), share(ratio / wide)));
  }

  /** The share that goes with a ratio of mean squares. */
  private static double share(double ratio) {
    return Math.min(1, 2 / (1 + ratio));
  }
}
