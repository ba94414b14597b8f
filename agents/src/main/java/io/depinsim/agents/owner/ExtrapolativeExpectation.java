package io.depinsim.agents.owner;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * The trend goes on for a while: k months ahead x exp(s t (d + d^2 + … + d^k)) is expected, where x
 * is income now, t its smoothed change of logarithm per month, s the strength and d the damping.
 */
public final class ExtrapolativeExpectation implements Expectation {
  private final double gain;
  private final double strength;
  private final double damping;

  /**
   * Parameters of {@code expectation: {extrapolative: …}}.
   *
   * @param gain share of a surprise by which the trend moves in a month
   * @param strength how far the trend is believed, 1 for fully
   * @param damping share of the trend that is left a month later
   */
  public record Spec(
      @InRange(above = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double gain,
      @InRange(atLeast = "0") @Omittable("1") @InUnit("1") double strength,
      @InRange(atLeast = "0 %", below = "100 %") @InUnit("%") double damping) {}

  /** The rule of a spec. */
  public ExtrapolativeExpectation(Spec spec) {
    this.gain = spec.gain();
    this.strength = spec.strength();
    this.damping = spec.damping();
  }

  @Override
  public void observe(double[] memory, double income, double months) {
    double before = memory[LATEST];
    if (memory[SEEN] == 1 && before > 0 && income > 0) {
      double change = StrictMath.log(income / before) / months;
      double weight = 1 - StrictMath.pow(1 - gain, months);
      memory[TREND] += weight * (change - memory[TREND]);
    }
    memory[SEEN] = 1;
    memory[LATEST] = income;
  }

  @Override
  public double ahead(double[] memory, int month) {
    double sum = damping * (1 - StrictMath.pow(damping, month)) / (1 - damping);
    return memory[LATEST] * StrictMath.exp(strength * memory[TREND] * sum);
  }
}
