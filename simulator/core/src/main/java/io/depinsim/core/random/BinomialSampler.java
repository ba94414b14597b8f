package io.depinsim.core.random;

import org.apache.commons.math3.util.FastMath;

/** The two ways to draw a binomial count; the contract is at {@link Draws#nextBinomial}. */
final class BinomialSampler {
  static final long MAX_TRIALS = 1_000_000_000_000L;

  /** From this many expected successes on the search from zero costs more than rejection. */
  private static final double INVERSION_LIMIT = 30;

  private BinomialSampler() {}

  static long sample(Draws draws, long trials, double probability) {
    if (probability > 0.5) {
      double failure = 1 - probability;
      // Counting failures from the other end of the uniform keeps successes increasing in it.
      return trials
          - (trials * failure < INVERSION_LIMIT
              ? invert(1 - draws.nextUniform(), trials, failure)
              : reject(draws, trials, failure));
    }
    return trials * probability < INVERSION_LIMIT
        ? invert(draws.nextUniform(), trials, probability)
        : reject(draws, trials, probability);
  }

  /** Smallest count whose cumulative probability reaches {@code uniform}; at most one half. */
  static long invert(double uniform, long trials, double probability) {
    double odds = probability / (1 - probability);
    double mass = FastMath.exp(trials * FastMath.log1p(-probability));
    double cumulative = mass;
    long count = 0;
    while (uniform > cumulative && count < trials) {
      count++;
      mass *= odds * (trials - count + 1) / count;
      double next = cumulative + mass;
      if (next == cumulative) {
        // Rounding left the total a hair below one and the uniform lies in that gap.
        return count;
      }
      cumulative = next;
    }
    return count;
  }

  /** Hörmann's BTRS, with the acceptance test in saddle-point form. */
  private static long reject(Draws draws, long trials, double success) {
    double failure = 1 - success;
    double deviation = Math.sqrt(trials * success * failure);
    double spread = 1.15 + 2.53 * deviation;
    double skew = -0.0873 + 0.0248 * spread + 0.01 * success;
    double centre = trials * success + 0.5;
    double sureBelow = 0.92 - 4.2 / spread;
    double alpha = (2.83 + 5.1 / spread) * deviation;
    double mode = Math.floor((trials + 1.0) * success);
    double logModeProbability = LogProbability.binomial(mode, trials, success, failure);
    while (true) {
      double position = draws.nextUniform() - 0.5;
      double height = draws.nextUniform();
      double edge = 0.5 - Math.abs(position);
      double count = Math.floor((2 * skew / edge + spread) * position + centre);
      if (edge >= 0.07 && height <= sureBelow) {
        return (long) count;
      }
      if (count < 0 || count > trials) {
        continue;
      }
      double hat = FastMath.log(height * alpha / (skew / (edge * edge) + spread));
      double target = LogProbability.binomial(count, trials, success, failure);
      if (hat <= target - logModeProbability) {
        return (long) count;
      }
    }
  }
}
