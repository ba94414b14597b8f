package io.depinsim.experiments.check;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Exact interval of a probability, from how often something happened.
 *
 * @param share how often it happened, 0 to 1
 * @param low lower end, 0 to {@code share}
 * @param high upper end
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson: The use of confidence
 *     or fiducial limits illustrated in the case of the binomial (1934)</a>
 */
public record BinomialInterval(double share, double low, double high) {
  /**
   * The interval.
   *
   * @param times how often it happened, 0 to {@code trials}
   * @param trials ≥ 1
   * @param level probability with which the interval is to hold, such as 0.99
   */
  public static BinomialInterval of(int times, int trials, double level) {
    if (trials < 1 || times < 0 || times > trials) {
      throw new IllegalArgumentException("times: must be 0 to the number of trials");
    }
    double tail = (1 - level) / 2;
    double low =
        times == 0
            ? 0
            : new BetaDistribution(null, times, trials - times + 1.0)
                .inverseCumulativeProbability(tail);
    double high =
        times == trials
            ? 1
            : new BetaDistribution(null, times + 1.0, trials - times)
                .inverseCumulativeProbability(1 - tail);
    return new BinomialInterval((double) times / trials, low, high);
  }
}
