package io.depinsim.core.market;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;

/**
 * A reverse auction at the end of each market period: what users asked for is bought from the
 * cheapest providers, and all are paid what the first one asked that sells nothing, at most the
 * reserve. That is the price of the next period. Draws no random numbers.
 *
 * <p>Nobody sets the price at which they sell themselves, so providers with one unit each do best
 * by asking for their cost (Vickrey 1961). Users do not bid: they ask for as much as they want at
 * the present price. Where all who ask for no more than the reserve are needed, the reserve is
 * paid, and counted as {@code priceCap}. Without demand the price is what the cheapest asks for;
 * without asks it stands.
 *
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1961.tb02789.x">Vickrey: Counterspeculation,
 *     auctions, and competitive sealed tenders (1961)</a>
 */
public final class SecondPriceProcurement implements ServicePricing {
  private final Spec spec;
  private final double[] price = new double[1];

  /**
   * Parameters of {@code pricing: {secondPriceProcurement: …}}.
   *
   * @param start price of a unit of service until the first auction
   * @param reserve most that is paid for a unit
   * @param renewed share of what is used that is bought anew in a market period
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/unit") double start,
      @InRange(above = "0") @InUnit("currency/unit") double reserve,
      @InRange(above = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double renewed) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if start and reserve are out of order
     */
    public Spec {
      if (reserve < start) {
        throw Limit.refusal("reserve", reserve, "must be at least the first price, " + start, "");
      }
    }
  }

  /** The rule of a spec. */
  public SecondPriceProcurement(Spec spec) {
    this.spec = spec;
    price[0] = spec.start();
  }

  /**
   * What is bought and paid: the cheapest asks up to the demand, at the first ask that sells
   * nothing, or at the reserve.
   *
   * @param asks of providers
   * @param demanded units per month, ≥ 0
   * @param reserve most that is paid for a unit, currency
   */
  public static Clearing buy(OrderBook.Side asks, double demanded, double reserve) {
    OrderBook book = new OrderBook();
    book.bids().add(reserve, demanded);
    for (int i = 0; i < asks.count(); i++) {
      book.asks().add(asks.price(i), asks.units(i));
    }
    return Clearing.of(book, reserve);
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
    OrderBook.Side asks = period.book().get().asks();
    if (asks.count() == 0) {
      return;
    }
    double lost = buy(asks, period.demanded(), spec.reserve()).lostAsk();
    limits.note("priceCap", lost >= spec.reserve());
    price[0] += spec.renewed() * (Math.min(lost, spec.reserve()) - price[0]);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("price", price, 1);
  }
}
