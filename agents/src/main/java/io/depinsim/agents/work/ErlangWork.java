package io.depinsim.agents.work;

import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;

/**
 * Work in stages, each exponential and alike: more regular than exponential. Squared variation is 1
 * / stages. Takes one value for each stage, and increases in each of them.
 */
public final class ErlangWork implements WorkSize {
  private final double mean;
  private final int stages;

  /**
   * Parameters of {@code work: {erlang: …}}.
   *
   * @param mean work of a job on average
   * @param stages how many stages make up a job
   */
  public record Spec(
      @InRange(above = "0") @InUnit("unit") double mean,
      @InRange(atLeast = "1", atMost = "100") @InUnit("1") int stages) {}

  /** Sizes of a spec. */
  public ErlangWork(Spec spec) {
    this.mean = spec.mean();
    this.stages = spec.stages();
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double squaredVariation() {
    return 1.0 / stages;
  }

  @Override
  public double sample(Draws draws) {
    double sum = 0;
    for (int stage = 0; stage < stages; stage++) {
      sum += draws.nextExponential(mean / stages);
    }
    return sum;
  }
}
