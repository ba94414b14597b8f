package io.depinsim.core.market;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;

/**
 * One price that moves toward a target utilisation, once per market period, as EIP-1559 moves a
 * base fee. Draws no random numbers.
 *
 * <p>Where EIP-1559 counts gas used against half of a block's limit, this counts demand over
 * capacity against any target; its integers are reals here. A floor and a cap are counted as {@code
 * priceFloor} and {@code priceCap} where they are given.
 *
 * @see <a href="https://eips.ethereum.org/EIPS/eip-1559">EIP-1559: Fee market change (2019)</a>
 */
public final class UtilisationPricing implements ServicePricing {
  private final Spec spec;
  private final double[] price = new double[1];

  /**
   * Parameters of {@code pricing: {utilisation: …}}.
   *
   * @param start price of a unit of service when the scenario starts
   * @param target utilisation at which the price stands still
   * @param step largest change per market period; 12.5 % in EIP-1559
   * @param floor lowest price, at most {@code start}; null for none
   * @param cap highest price, at least {@code start}; null for none
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/unit") double start,
      @InRange(above = "0 %", atMost = "100 %") @InUnit("%") double target,
      @InRange(atLeast = "0 %", below = "100 %") @InUnit("%") double step,
      @InRange(atLeast = "0") @Omittable @InUnit("currency/unit") Double floor,
      @InRange(above = "0") @Omittable @InUnit("currency/unit") Double cap) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if floor, start and cap are out of order
     */
    public Spec {
      if (floor != null && floor > start) {
        throw Limit.refusal("floor", floor, "must be at most the first price, " + start, "");
      }
      if (cap != null) {
        Limit.atLeastStart(cap, start);
      }
    }
  }

  /** The rule of a spec. */
  public UtilisationPricing(Spec spec) {
    this.spec = spec;
    price[0] = spec.start();
  }

  /**
   * The price after one period, before floor and cap: p (1 + s min((u - u*) / u*, 1)); without use
   * the fraction is -1, so the price never moves by more than a step.
   *
   * @param price p, > 0
   * @param utilisation u, demand over capacity, ≥ 0, also infinite
   * @param target u*, > 0
   * @param step s, 0 to below 1
   */
  public static double next(double price, double utilisation, double target, double step) {
    return price * (1 + step * Math.min((utilisation - target) / target, 1));
  }

  @Override
  public int tiers() {
    return 1;
  }

  @Override
  public String tierName(int tier) {
    return "";
  }

  @Override
  public double price(int tier) {
    return price[0];
  }

  @Override
  public void observe(MarketPeriod period, Limits limits) {
    double next = next(price[0], period.utilisation(), spec.target(), spec.step());
    if (spec.floor() != null) {
      boolean bound = next < spec.floor();
      limits.note("priceFloor", bound);
      next = bound ? spec.floor() : next;
    }
    if (spec.cap() != null) {
      boolean bound = next > spec.cap();
      limits.note("priceCap", bound);
      next = bound ? spec.cap() : next;
    }
    price[0] = next;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("price", price, 1);
  }
}
