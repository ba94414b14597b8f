package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import org.apache.commons.math3.util.FastMath;

/**
 * Two sorts of jobs, each of exponential size, that bring half of the work each: many small ones,
 * few large ones. With squared variation c, the small ones are (1 + √((c - 1) / (c + 1))) / 2 of
 * all. Takes one value and is increasing in it.
 */
public final class HyperExponentialWork implements WorkSize {
  private final double mean;
  private final double squaredVariation;
  private final double small;
  private final double rateOfSmall;
  private final double rateOfLarge;

  /**
   * Parameters of {@code work: {hyperExponential: …}}.
   *
   * @param mean work of a job on average
   * @param variation standard deviation over mean
   */
  public record Spec(
      @InRange(above = "0") @InUnit("unit") double mean,
      @InRange(above = "1", atMost = "100", maybe = "`erlang` varies less than `exponential`")
          @InUnit("1")
          double variation) {}

  /** Sizes of a spec. */
  public HyperExponentialWork(Spec spec) {
    this.mean = spec.mean();
    this.squaredVariation = spec.variation() * spec.variation();
    this.small = (1 + Math.sqrt((squaredVariation - 1) / (squaredVariation + 1))) / 2;
    this.rateOfSmall = 2 * small / mean;
    this.rateOfLarge = 2 * (1 - small) / mean;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double squaredVariation() {
    return squaredVariation;
  }

  @Override
  public double sample(Draws draws) {
    return ofTail(1 - draws.nextUniform());
  }

  /**
   * The work that a share {@code tail} of jobs exceeds. The logarithm of the tail is convex, so
   * Newton's method from below climbs to the root and never passes it.
   */
  private double ofTail(double tail) {
    double target = FastMath.log(tail);
    double slopeAtNothing = small * rateOfSmall + (1 - small) * rateOfLarge;
    double ofLargeAlone = (FastMath.log(1 - small) - target) / rateOfLarge;
    double work = Math.max(-target / slopeAtNothing, ofLargeAlone);
    while (true) {
      double ofSmall = small * FastMath.exp(-rateOfSmall * work);
      double ofLarge = (1 - small) * FastMath.exp(-rateOfLarge * work);
      double sum = ofSmall + ofLarge;
      double slope = (ofSmall * rateOfSmall + ofLarge * rateOfLarge) / sum;
      double step = (FastMath.log(sum) - target) / slope;
      if (!(step > 1e-13 * work)) {
        return work;
      }
      work += step;
    }
  }
}
