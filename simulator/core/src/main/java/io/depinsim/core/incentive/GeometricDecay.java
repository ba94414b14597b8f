package io.depinsim.core.incentive;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * Parameters of {@code emission: {geometricDecay: …}}, and the rule: month k since the launch
 * brings E0 (1 - d)^k. Without a total the sum tends to E0 / d.
 *
 * @param perMonth E0, tokens of the first month
 * @param decay d, by how much each month brings less than the one before
 * @param total tokens paid at most, ever; null for no limit
 */
public record GeometricDecay(
    @InRange(atLeast = "0") @InUnit("asset/month") double perMonth,
    @InRange(atLeast = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double decay,
    @InRange(atLeast = "0", maybe = "leave it out") @Omittable @InUnit("asset") Double total)
    implements MonthlySchedule {
  @Override
  public double ofMonth(long month) {
    return perMonth * StrictMath.pow(1 - decay, month);
  }
}
