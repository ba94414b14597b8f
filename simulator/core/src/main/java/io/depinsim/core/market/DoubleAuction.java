package io.depinsim.core.market;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;

/**
 * A double auction at the end of each market period: users and providers hand in what service is
 * worth to them and what they must get, and the price of the next period is what clears these
 * orders. Draws no random numbers.
 *
 * <p>The most that can trade trades, whatever the payment, so allocations are the same. Payments
 * differ. In a market period all users pay one price, so what an auction that tells users apart
 * leaves is the mean of what those who trade would pay: with {@code discriminatory} payment a user
 * of high value pays less and one of low value more than in an auction that bills each alone, and
 * some of low value leave who would have stayed. Where nobody trades the price goes between the
 * best bid and the best ask; where one side is empty it stands.
 *
 * <p>Long contracts: {@code renewed} is the share of what is used that is auctioned in a period;
 * the rest goes on at the price it had. A cap is counted as {@code priceCap}.
 *
 * <p>Chatterjee and Samuelson (1983) for one buyer and one seller, Satterthwaite and Williams
 * (1989) for the k-double auction; McAfee: A dominant strategy double auction (1992).
 *
 * @see <a href="https://doi.org/10.1016/0022-0531(92)90091-U">McAfee: A dominant strategy double
 *     auction (1992)</a>
 */
public final class DoubleAuction implements ServicePricing {
  private final Spec spec;
  private final double[] price = new double[1];

  /** How those who trade pay. */
  public enum Payment {
    /** All pay one price that clears the market. */
    uniform,
    /** Each bid and the ask it meets split the difference. */
    discriminatory,
    /** McAfee's: truthful for those with one unit, at the cost of the last trade at most. */
    tradeReduction
  }

  /**
   * Parameters of {@code pricing: {doubleAuction: …}}.
   *
   * @param start price of a unit of service until the first auction
   * @param payment how those who trade pay
   * @param k share of what lies between the prices that clear the market, or between a bid and an
   *     ask, that goes to providers; nothing with {@code tradeReduction}
   * @param cap no bid counts for more than this
   * @param renewed share of what is used that is auctioned in a market period
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/unit") double start,
      @Omittable("uniform") Payment payment,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("50 %") @InUnit("%") double k,
      @InRange(above = "0") @InUnit("currency/unit") double cap,
      @InRange(above = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double renewed) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if start and cap are out of order
     */
    public Spec {
      Limit.atLeastStart(cap, start);
    }
  }

  /**
   * What an auction comes to.
   *
   * @param units that trade, per month
   * @param paid by users for a unit, in the mean
   * @param received by providers for a unit, in the mean; less than {@code paid} only with {@code
   *     tradeReduction}, whose operator keeps the difference
   */
  public record Outcome(double units, double paid, double received) {}

  /** The rule of a spec. */
  public DoubleAuction(Spec spec) {
    this.spec = spec;
    price[0] = spec.start();
  }

  /**
   * Clears a book. With l and h the lowest and the highest price that clear it, {@code uniform}
   * payment is l + k (h - l); with b and a the means of limits and reserves over what trades,
   * {@code discriminatory} payment is a + k (b - a) in the mean. With m the mean of the first bid
   * and the first ask that do not trade, {@code tradeReduction} pays m if the last that trade agree
   * to it; else these two orders do not trade, the rest of the bids pay the last bid and the rest
   * of the asks get the last ask.
   *
   * @param k share that goes to providers, 0 to 1
   * @param cap no bid counts for more, currency per unit
   * @param standing the price where the book says nothing, currency per unit
   */
  public static Outcome clear(
      OrderBook book, Payment payment, double k, double cap, double standing) {
    Clearing c = Clearing.of(book, cap);
    if (c.units() == 0) {
      double quote = between(c.nextBid(), c.nextAsk(), k, cap, standing);
      return new Outcome(0, quote, quote);
    }
    return switch (payment) {
      case uniform -> {
        double paid = between(c.lowest(), c.highest(), k, cap, standing);
        yield new Outcome(c.units(), paid, paid);
      }
      case discriminatory -> {
        double bid = c.valueTraded() / c.units();
        double ask = c.costTraded() / c.units();
        double paid = ask + k * (bid - ask);
        yield new Outcome(c.units(), paid, paid);
      }
      case tradeReduction -> reduce(c);
    };
  }

  private static double between(double low, double high, double k, double cap, double standing) {
    boolean none = low == Double.NEGATIVE_INFINITY || high == Double.POSITIVE_INFINITY;
    return none ? standing : Math.min(cap, low + k * (high - low));
  }

  private static Outcome reduce(Clearing c) {
    double middle = (c.nextBid() + c.nextAsk()) / 2;
    if (middle >= c.lastAsk() && middle <= c.lastBid()) {
      return new Outcome(c.units(), middle, middle);
    }
    return new Outcome(c.unitsWithoutLast(), c.lastBid(), c.lastAsk());
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
    double paid = clear(period.book().get(), spec.payment(), spec.k(), spec.cap(), price[0]).paid();
    limits.note("priceCap", paid >= spec.cap());
    price[0] += spec.renewed() * (paid - price[0]);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("price", price, 1);
  }
}
