package io.depinsim.agents.trader;

import io.depinsim.core.engine.market.SpeculationStrategy;
import io.depinsim.core.market.ServicePricing.Limits;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;
import java.math.BigDecimal;

/**
 * Speculators with finite money who trade around a fundamental value.
 *
 * <p>The value of all tokens is the service revenue that accrues to them, discounted as a
 * perpetuity, plus what each active user is worth, which saturates at the addressable market and
 * counts only as far as users are served: F = (a R / d + u n s (1 - t n / M)) / circulating supply.
 * Each month they trade the share {@code pace} of (ln F - ln P + mood), in money when it is above
 * zero and in tokens when below, at most {@code limit}. The mood is a first-order autoregressive
 * process with a stationary standard deviation of {@code sentiment}.
 *
 * <p>Draws one number per market period.
 */
public final class FundamentalSpeculators implements SpeculationStrategy {
  private final Spec spec;
  private final double[] mood = new double[1];

  /**
   * Parameters of {@code speculators: {fundamental: …}}.
   *
   * @param currency what they come with at the launch
   * @param accruing share of service revenue that accrues to tokens
   * @param discount rate of the perpetuity
   * @param perUser what an active user is worth
   * @param saturation share of that by which users are worth less when the whole addressable market
   *     uses the service; at 50 % the last user adds nothing
   * @param pace share of the mispricing that is traded in a month
   * @param limit largest share of money or tokens traded in a month
   * @param sentiment standard deviation of the mood, in logarithm of price
   * @param persistence share of the mood that is left a month later
   */
  public record Spec(
      @InRange(atLeast = "0") @InUnit("currency") BigDecimal currency,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double accruing,
      @InRange(above = "0 %/year") @InUnit("%/year") double discount,
      @InRange(atLeast = "0") @Omittable("0 currency/user") @InUnit("currency/user") double perUser,
      @InRange(atLeast = "0 %", atMost = "50 %") @Omittable("0 %") @InUnit("%") double saturation,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double pace,
      @InRange(above = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double limit,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") double sentiment,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable("50 %") @InUnit("%")
          double persistence) {}

  /** The speculators of a spec. */
  public FundamentalSpeculators(Spec spec) {
    this.spec = spec;
  }

  @Override
  public BigDecimal openingCurrency() {
    return spec.currency();
  }

  @Override
  public double fundamental(View v) {
    double revenue = v.revenuePerYear() * spec.accruing() / spec.discount();
    double reach = v.addressable() > 0 ? Math.min(1, v.users() / v.addressable()) : 0;
    double users = spec.perUser() * v.users() * v.servedShare() * (1 - spec.saturation() * reach);
    return v.circulating() > 0 ? (revenue + users) / v.circulating() : 0;
  }

  @Override
  public double trade(View v, Draws draws, Limits limits) {
    double kept = StrictMath.pow(spec.persistence(), v.months());
    double fresh = spec.sentiment() * StrictMath.sqrt(1 - kept * kept);
    mood[0] = kept * mood[0] + fresh * draws.nextGaussian();
    double limit = 1 - StrictMath.pow(1 - spec.limit(), v.months());
    double pace = 1 - StrictMath.pow(1 - spec.pace(), v.months());
    double wanted = wanted(pace, fundamental(v), v.price(), mood[0]);
    limits.note("speculatorLimit", Math.abs(wanted) > limit);
    return Math.max(-limit, Math.min(limit, wanted));
  }

  /** What would be traded without a limit; everything is sold of what is worth nothing. */
  static double wanted(double pace, double worth, double price, double mood) {
    if (pace == 0) {
      return 0;
    }
    return worth > 0 ? pace * (StrictMath.log(worth / price) + mood) : -1;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("mood", mood, 1);
  }
}
