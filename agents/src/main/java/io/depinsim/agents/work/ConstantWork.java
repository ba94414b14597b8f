package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;

/** Every job brings the same work. Draws no random numbers. */
public final class ConstantWork implements WorkSize {
  private final double units;

  /**
   * Parameters of {@code work: {constant: …}}.
   *
   * @param units work of every job
   */
  public record Spec(@InRange(above = "0") @InUnit("unit") double units) {}

  /** Sizes of a spec. */
  public ConstantWork(Spec spec) {
    this.units = spec.units();
  }

  @Override
  public double mean() {
    return units;
  }

  @Override
  public double squaredVariation() {
    return 0;
  }

  @Override
  public double sample(Draws draws) {
    return units;
  }
}
