package io.depinsim.core.market;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.Ticks;

/**
 * A pool of service against currency whose reserves keep a product x y = k, after PinFi: users buy
 * hours from it, providers sell hours to it, and hours that nobody buys run out. The price is y / x
 * at the end of a market period. Draws no random numbers.
 *
 * <p>The pool is stepped by the hour. In each hour
 *
 * <ol>
 *   <li>staked hours run out along a straight line over {@code staking}; of these a share {@code
 *       renewed} is staked anew. The rest is lost, which raises the price;
 *   <li>the pool is brought to its depth, in equal value of both sides, at an unchanged price;
 *   <li>what users would buy and providers would sell at the present price is exchanged at it;
 *   <li>of the rest users buy what they use in an hour, the dearest bid first, each at most until a
 *       further unit costs what it is worth with the fee;
 *   <li>and providers sell what they offer in an hour, the cheapest ask first, each at most until a
 *       further unit brings no more than its reserve after the fee.
 * </ol>
 *
 * <p>The fee is a share of what is paid in and does not stay in the pool; LooPIN burns it. The pool
 * sets the price and no more: users pay through {@code fees}, and reserves are no accounts of the
 * ledger. Collateral, rewards of those who stake, and the price of the token are left out. No bid
 * counts for more than the cap, counted as {@code priceCap}. One in which nobody buys or sells
 * moves only as hours run out, and never above the cap.
 *
 * <p>Shape after the documents of LooPIN (docs.loopin.network, 2024), which name the pair, the
 * straight line and equal value; the order of steps and what is renewed are this program's.
 *
 * @see <a href="https://arxiv.org/abs/2406.09422">LooPIN: A PinFi protocol for decentralized
 *     computing (2024)</a>
 */
public final class PinFiPool implements ServicePricing {
  private static final double HOURS_PER_MONTH =
      Ticks.MICROS_PER_MONTH / SimulatedTime.MICROS_PER_HOUR;
  private static final int UNITS = 0;
  private static final int CURRENCY = 1;

  private final Spec spec;
  private final double[] reserves = new double[2];

  /**
   * Parameters of {@code pricing: {pinFiPool: …}}.
   *
   * @param start price of a unit of service when the scenario starts
   * @param depth for how long the pool's hours are what all machines give
   * @param staking staked hours run out over this
   * @param renewed share of hours run out that is staked anew
   * @param fee share of what is paid in
   * @param cap no bid counts for more than this
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/unit") double start,
      Span depth,
      @Omittable("7 days") Span staking,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double renewed,
      @InRange(atLeast = "0 %", atMost = "50 %") @Omittable("0 %") @InUnit("%") double fee,
      @InRange(above = "0") @InUnit("currency/unit") double cap) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if start and cap are out of order, or a span is shorter than
     *     two hours or counted in months
     */
    public Spec {
      Limit.atLeastStart(cap, start);
      hours("depth", depth);
      hours("staking", staking);
    }

    private static double hours(String field, Span span) {
      double hours =
          span.unit().isFixed() ? span.fixedMicros() / (double) SimulatedTime.MICROS_PER_HOUR : 0;
      if (hours < 2) {
        throw Limit.refusal(field, span, "must be 2 hours or more, in weeks or less", "");
      }
      return hours;
    }

    double depthHours() {
      return hours("depth", depth);
    }

    double stakingHours() {
      return hours("staking", staking);
    }
  }

  /** The rule of a spec; the pool is filled in the first market period with capacity. */
  public PinFiPool(Spec spec) {
    this.spec = spec;
    reserves[UNITS] = 1;
    reserves[CURRENCY] = spec.start();
  }

  /**
   * What a purchase costs: y q / (x - q) / (1 - f).
   *
   * @param bought q, 0 to below x
   * @param units x, reserve of service, > 0
   * @param currency y, other reserve, > 0
   * @param fee f, share of what is paid in, 0 to below 1
   */
  public static double cost(double bought, double units, double currency, double fee) {
    return currency * bought / (units - bought) / (1 - fee);
  }

  /**
   * What a sale brings: y s (1 - f) / (x + s (1 - f)).
   *
   * @param sold s, ≥ 0
   */
  public static double proceeds(double sold, double units, double currency, double fee) {
    double counted = sold * (1 - fee);
    return currency * counted / (units + counted);
  }

  /**
   * Units that can be bought until the next costs as much as a limit L: x (1 - sqrt(y / (x L (1 -
   * f)))).
   */
  static double buyable(double limit, double units, double currency, double fee) {
    return Math.max(0, units * (1 - StrictMath.sqrt(currency / (units * limit * (1 - fee)))));
  }

  /** Units that can be sold until the next brings no more than a reserve. */
  static double sellable(double reserve, double units, double currency, double fee) {
    return Math.max(
        0, units * (StrictMath.sqrt(currency * (1 - fee) / (units * reserve)) - 1) / (1 - fee));
  }

  /** Reserves while they are stepped. */
  private static final class Pool {
    private double units;
    private double currency;

    void buy(double bought) {
      currency += cost(bought, units, currency, 0);
      units -= bought;
    }

    void sell(double sold, double fee) {
      currency -= proceeds(sold, units, currency, fee);
      units += sold * (1 - fee);
    }
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
    return reserves[CURRENCY] / reserves[UNITS];
  }

  @Override
  public void observe(MarketPeriod period, Limits limits) {
    OrderBook book = period.book().get();
    int[] bids = book.bids().ranked();
    int[] asks = book.asks().ranked();
    long hours = Math.max(1, Math.round(period.months() * HOURS_PER_MONTH));
    double depth = period.offered() / HOURS_PER_MONTH * spec.depthHours();
    Pool pool = new Pool();
    pool.units = reserves[UNITS];
    pool.currency = reserves[CURRENCY];
    boolean bound = false;
    for (long hour = 0; hour < hours; hour++) {
      runOut(pool, depth);
      bound |= pool.currency / pool.units > spec.cap();
      pool.currency = Math.min(pool.currency, spec.cap() * pool.units);
      trade(pool, book, bids, asks);
    }
    limits.note("priceCap", bound);
    reserves[UNITS] = pool.units;
    reserves[CURRENCY] = pool.currency;
  }

  /** Hours run out, and the pool is brought to its depth. */
  private void runOut(Pool pool, double depth) {
    double kept = 1 - (1 - spec.renewed()) / spec.stakingHours();
    double price = pool.currency / (pool.units * kept);
    if (depth > 0) {
      pool.units = depth;
      pool.currency = price * depth;
    } else {
      pool.units *= kept;
    }
  }

  /** What both sides would trade at the present price is exchanged at it; the rest moves it. */
  private void trade(Pool pool, OrderBook book, int[] bids, int[] asks) {
    double price = pool.currency / pool.units;
    double wanted = 0;
    for (int bid : bids) {
      boolean eager = limit(book, bid) * (1 - spec.fee()) > price;
      wanted += eager ? book.bids().units(bid) : 0;
    }
    double offered = 0;
    for (int ask : asks) {
      boolean eager = book.asks().price(ask) < price * (1 - spec.fee());
      offered += eager ? book.asks().units(ask) : 0;
    }
    double exchanged = Math.min(wanted, offered) / HOURS_PER_MONTH;
    buy(pool, book, bids, exchanged);
    sell(pool, book.asks(), asks, exchanged);
  }

  private double limit(OrderBook book, int bid) {
    return Math.min(spec.cap(), book.bids().price(bid));
  }

  private void buy(Pool pool, OrderBook book, int[] ranked, double exchanged) {
    double skip = exchanged;
    for (int bid : ranked) {
      double units = book.bids().units(bid) / HOURS_PER_MONTH;
      double left = Math.max(0, units - skip);
      skip = Math.max(0, skip - units);
      double most = buyable(limit(book, bid), pool.units, pool.currency, spec.fee());
      if (most == 0) {
        return;
      }
      pool.buy(Math.min(most, left));
    }
  }

  private void sell(Pool pool, OrderBook.Side asks, int[] ranked, double exchanged) {
    double skip = exchanged;
    for (int ask : ranked) {
      double units = asks.units(ask) / HOURS_PER_MONTH;
      double left = Math.max(0, units - skip);
      skip = Math.max(0, skip - units);
      double most = sellable(asks.price(ask), pool.units, pool.currency, spec.fee());
      if (most == 0) {
        return;
      }
      pool.sell(Math.min(most, left), spec.fee());
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("reserves", reserves, 2);
  }
}
