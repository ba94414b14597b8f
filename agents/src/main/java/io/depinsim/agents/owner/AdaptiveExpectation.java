package io.depinsim.agents.owner;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * Income returns from what it is to what it has been: belief b follows income x by b += g (x - b),
 * and k months ahead b + (x - b) p^k is expected. With p = 0 this is the adaptive expectation of
 * the textbooks (Cagan 1956, Nerlove 1958); whoever looks only one month ahead sees mostly x,
 * whoever plans for years mostly b.
 */
public final class AdaptiveExpectation implements Expectation {
  private final double gain;
  private final double persistence;

  /**
   * Parameters of {@code expectation: {adaptive: …}}.
   *
   * @param gain share of a surprise by which the belief moves in a month
   * @param persistence share of a deviation from the belief that is left a month later
   */
  public record Spec(
      @InRange(above = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double gain,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable("0 %") @InUnit("%")
          double persistence) {}

  /** The rule of a spec. */
  public AdaptiveExpectation(Spec spec) {
    this.gain = spec.gain();
    this.persistence = spec.persistence();
  }

  @Override
  public void observe(double[] memory, double income, double months) {
    double weight = memory[SEEN] == 0 ? 1 : 1 - StrictMath.pow(1 - gain, months);
    memory[BELIEF] += weight * (income - memory[BELIEF]);
    memory[SEEN] = 1;
    memory[LATEST] = income;
  }

  @Override
  public double ahead(double[] memory, int month) {
    double left = StrictMath.pow(persistence, month);
    return memory[BELIEF] + (memory[LATEST] - memory[BELIEF]) * left;
  }
}
