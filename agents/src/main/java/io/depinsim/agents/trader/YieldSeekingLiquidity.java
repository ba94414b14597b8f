package io.depinsim.agents.trader;

import io.depinsim.core.engine.market.LiquidityStrategy;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import java.math.BigDecimal;

/**
 * Liquidity providers who compare what the exchange's fees yield with what its price swings cost
 * them: net yield = fee yield - volatility^2 / 8, the expected loss of a constant-product pool
 * against holding (Milionis et al. 2022). They lend nothing at the least yield, everything at the
 * full one, and a share in between. Draws no random numbers.
 *
 * @see <a href="https://arxiv.org/abs/2208.06046">Milionis, Moallemi, Roughgarden, Zhang: Automated
 *     market making and loss-versus-rebalancing (2022)</a>
 */
public final class YieldSeekingLiquidity implements LiquidityStrategy {
  private final Spec spec;

  /**
   * Parameters of {@code liquidity: {yieldSeeking: …}}.
   *
   * @param currency what they come with at the launch
   * @param leastYield net yield per year below which they lend nothing
   * @param fullYield net yield per year from which they lend everything
   * @param pace largest change per month, as a share of their wealth
   */
  public record Spec(
      @InRange(atLeast = "0") @InUnit("currency") BigDecimal currency,
      @InUnit("%/year") double leastYield,
      @InUnit("%/year") double fullYield,
      @InRange(atLeast = "0 %/month", atMost = "100 %/month") @InUnit("%/month") double pace) {
    /** Checks the order. */
    public Spec {
      if (!(fullYield > leastYield)) {
        throw new IllegalArgumentException("fullYield: must be above `leastYield`");
      }
    }
  }

  /** The liquidity providers of a spec. */
  public YieldSeekingLiquidity(Spec spec) {
    this.spec = spec;
  }

  @Override
  public BigDecimal openingCurrency() {
    return spec.currency();
  }

  @Override
  public double wantedShare(View view) {
    double net = view.feeYield() - view.volatility() * view.volatility() / 8;
    double share = (net - spec.leastYield()) / (spec.fullYield() - spec.leastYield());
    return Math.max(0, Math.min(1, share));
  }

  @Override
  public double pace(double months) {
    return 1 - StrictMath.pow(1 - spec.pace(), months);
  }
}
