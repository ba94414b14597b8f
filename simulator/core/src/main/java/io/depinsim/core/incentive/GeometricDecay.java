package io.depinsim.core.incentive;

import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * Parameters of {@code emission: {geometricDecay: …}}, and the rule: month k since the launch
 * brings E0 (1 - d)^k. Without a total the sum tends to E0 / d.
 *
 * @param perMonth E0, tokens of the first month, ≥ 0
 * @param decay d, by how much each month brings less than the one before, 0 % to 100 %
 * @param total tokens paid at most, ever; null for no limit
 */
public record GeometricDecay(
    @InUnit("asset/month") double perMonth,
    @InUnit("%/month") double decay,
    @Omittable @InUnit("asset") Double total)
    implements MonthlySchedule {
  /**
   * Checks its parts.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public GeometricDecay {
    MonthlyEmission.requireAmount("perMonth", perMonth);
    if (!(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException(
          "decay: " + decay + " must lie between 0 and 1. Maybe a percentage was meant.");
    }
    EmissionAllocation.check(total);
  }

  @Override
  public double ofMonth(long month) {
    return perMonth * StrictMath.pow(1 - decay, month);
  }
}
