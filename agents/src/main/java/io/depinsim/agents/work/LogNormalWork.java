package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;

/** Log-normal sizes: most jobs small, a few far larger. Takes one value. */
public final class LogNormalWork implements WorkSize {
  private final double mean;
  private final double squaredVariation;
  private final double mu;
  private final double sigma;

  /**
   * Parameters of {@code work: {logNormal: …}}.
   *
   * @param mean work of a job on average
   * @param variation standard deviation over mean
   */
  public record Spec(
      @InRange(above = "0") @InUnit("unit") double mean,
      @InRange(above = "0", atMost = "100") @InUnit("1") double variation) {}

  /** Sizes of a spec. */
  public LogNormalWork(Spec spec) {
    this.mean = spec.mean();
    this.squaredVariation = spec.variation() * spec.variation();
    double variance = StrictMath.log1p(squaredVariation);
    this.mu = StrictMath.log(mean) - variance / 2;
    this.sigma = Math.sqrt(variance);
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
    return draws.nextLogNormal(mu, sigma);
  }
}
