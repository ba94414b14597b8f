package io.depinsim.core.incentive;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.time.Span;

/**
 * Parameters of {@code emission: {stepHalving: …}}, and the rule: month k since the launch brings
 * E0 / 2^floor(k / H), as Bitcoin's subsidy halves. Without a total the sum tends to 2 H E0.
 *
 * @param perMonth E0, tokens of each month up to the first halving
 * @param every H, calendar months between two halvings, ≥ 1
 * @param total tokens paid at most, ever; null for no limit
 * @see <a href="https://github.com/bitcoin/bitcoin/blob/master/src/validation.cpp">Bitcoin Core,
 *     GetBlockSubsidy</a>, for blocks in place of months
 */
public record StepHalving(
    @InRange(atLeast = "0") @InUnit("asset/month") double perMonth,
    Span every,
    @InRange(atLeast = "0", maybe = "leave it out") @Omittable @InUnit("asset") Double total)
    implements MonthlySchedule {
  /** After these nothing is left of any double. */
  private static final long MOST_HALVINGS = 3_000;

  /**
   * Checks its steps.
   *
   * @throws IllegalArgumentException if they are no months
   */
  public StepHalving {
    if (every.unit().isFixed() || every.count() == 0) {
      throw new IllegalArgumentException(
          "every: " + every + " must be one or more months or years. Maybe `48 months`.");
    }
    every.wholeMonths();
  }

  @Override
  public double ofMonth(long month) {
    long halvings = Math.min(month / every.wholeMonths(), MOST_HALVINGS);
    return Math.scalb(perMonth, (int) -halvings);
  }
}
