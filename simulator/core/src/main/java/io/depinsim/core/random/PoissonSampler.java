package io.depinsim.core.random;

import org.apache.commons.math3.util.FastMath;

/** The two ways to draw a Poisson count; the contract is at {@link Draws#nextPoisson}. */
final class PoissonSampler {
  static final double MAX_MEAN = 1e9;

  /** From this mean on the search from zero costs more than rejection. */
  private static final double INVERSION_LIMIT = 30;

  private PoissonSampler() {}

  static long sample(Draws draws, double mean) {
    return mean < INVERSION_LIMIT ? invert(draws.nextUniform(), mean) : reject(draws, mean);
  }

  /** Smallest count whose cumulative probability reaches {@code uniform}. */
  static long invert(double uniform, double mean) {
    double probability = FastMath.exp(-mean);
    double cumulative = probability;
    long count = 0;
    while (uniform > cumulative) {
      count++;
      probability *= mean / count;
      double next = cumulative + probability;
      if (next == cumulative) {
        // Rounding left the total a hair below one and the uniform lies in that gap.
        return count;
      }
      cumulative = next;
    }
    return count;
  }

  /** Hörmann's PTRS, with the acceptance test in saddle-point form. */
  private static long reject(Draws draws, double mean) {
    double spread = 0.931 + 2.53 * Math.sqrt(mean);
    double skew = -0.059 + 0.02483 * spread;
    double inverseAlpha = 1.1239 + 1.1328 / (spread - 3.4);
    double sureBelow = 0.9277 - 3.6224 / (spread - 2);
    while (true) {
      double position = draws.nextUniform() - 0.5;
      double height = draws.nextUniform();
      double edge = 0.5 - Math.abs(position);
      double count = Math.floor((2 * skew / edge + spread) * position + mean + 0.43);
      if (edge >= 0.07 && height <= sureBelow) {
        return (long) count;
      }
      if (count < 0 || (edge < 0.013 && height > edge)) {
        continue;
      }
      double hat = FastMath.log(height * inverseAlpha / (skew / (edge * edge) + spread));
      if (hat <= LogProbability.poisson(count, mean)) {
        return (long) count;
      }
    }
  }
}
