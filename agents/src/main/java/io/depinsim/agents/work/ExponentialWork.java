package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;

/** Exponential sizes: what is left of a job says nothing of what was done. Takes one value. */
public final class ExponentialWork implements WorkSize {
  private final double mean;

  /**
   * Parameters of {@code work: {exponential: …}}.
   *
   * @param mean work of a job on average
   */
  public record Spec(@InRange(above = "0") @InUnit("unit") double mean) {}

  /** Sizes of a spec. */
  public ExponentialWork(Spec spec) {
    this.mean = spec.mean();
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double squaredVariation() {
    return 1;
  }

  @Override
  public double sample(Draws draws) {
    return draws.nextExponential(mean);
  }
}
