package io.depinsim.core.market;

import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.scenario.Ranges;
import java.util.List;

/** Auctions, the pool of hours and the controller as evaluations. */
public final class PricingEvaluations {
  private static final int MOST_ORDERS = 100_000;

  private PricingEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "doubleAuction",
            "What a double auction trades, what users pay and providers receive, and who gains.",
            "Satterthwaite and Williams (1989); McAfee (1992) for tradeReduction",
            Orders.class,
            Auctioned.class,
            PricingEvaluations::auction,
            new Orders(
                List.of(new Order(9, 1), new Order(8, 1), new Order(7, 1), new Order(4, 1)),
                List.of(new Order(2, 1), new Order(3, 1), new Order(6, 1), new Order(8, 1)),
                DoubleAuction.Payment.uniform,
                0.5,
                100)),
        new Evaluation<>(
            "secondPriceProcurement",
            "What is bought of the cheapest providers, all paid the first ask that sells nothing.",
            "Vickrey (1961), doi 10.1111/j.1540-6261.1961.tb02789.x",
            Tender.class,
            Bought.class,
            PricingEvaluations::tender,
            new Tender(
                List.of(new Order(5, 1), new Order(3, 1), new Order(4, 1), new Order(9, 1)), 2, 8)),
        new Evaluation<>(
            "pinFiTrade",
            "What a trade with a pool of hours costs or brings, and the price after it.",
            "constant product; hours that run out after docs.loopin.network (2024)",
            Trade.class,
            Traded.class,
            PricingEvaluations::trade,
            new Trade(1000, 2000, 200, 0, 0.1, 0.01)),
        new Evaluation<>(
            "pidPrice",
            "Prices of service under a controller, period by period.",
            "Åström and Hägglund (1995)",
            Signals.class,
            Prices.class,
            PricingEvaluations::pid,
            new Signals(10, 0.5, 0.4, 0.2, 0.1, 5, 20, 1, List.of(0.5, 1.0, 1.0, 0.75, 0.5))));
  }

  /**
   * An order.
   *
   * @param price most a user would pay for a unit, or least a provider must get
   * @param units of it
   */
  public record Order(
      @InRange(atLeast = "0") @InUnit("currency") double price,
      @InRange(above = "0") @InUnit("1") double units) {}

  /**
   * Orders of a double auction.
   *
   * @param bids of users
   * @param asks of providers
   * @param payment how those who trade pay
   * @param k share of the difference that goes to providers
   * @param cap no bid counts for more than this
   */
  public record Orders(
      List<Order> bids,
      List<Order> asks,
      DoubleAuction.Payment payment,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("50 %") @InUnit("%") double k,
      @InRange(above = "0") @InUnit("currency") double cap) {}

  /**
   * What came of a double auction.
   *
   * @param units that trade
   * @param paid by users for a unit, in the mean
   * @param received by providers for a unit, in the mean
   * @param gains from trade, were all orders true and all that can trade traded
   */
  public record Auctioned(double units, double paid, double received, double gains) {}

  /**
   * A tender.
   *
   * @param asks of providers
   * @param demanded units
   * @param reserve most that is paid for a unit
   */
  public record Tender(
      List<Order> asks,
      @InRange(atLeast = "0") @InUnit("1") double demanded,
      @InRange(above = "0") @InUnit("currency") double reserve) {}

  /**
   * What was bought.
   *
   * @param units bought
   * @param price of each
   * @param cost of those who sell them, by their asks
   */
  public record Bought(double units, double price, double cost) {}

  /**
   * A trade with a pool, after some hours have run out.
   *
   * @param hours reserve of service
   * @param currency other reserve
   * @param bought hours that a user buys; 0 if one is sold to
   * @param sold hours that a provider sells; 0 if one is bought from
   * @param runOut share of the reserve of service that has run out before
   * @param fee share of what is paid in
   */
  public record Trade(
      @InRange(above = "0") @InUnit("1") double hours,
      @InRange(above = "0") @InUnit("currency") double currency,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") double bought,
      @InRange(atLeast = "0") @Omittable("0") @InUnit("1") double sold,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable("0 %") @InUnit("%") double runOut,
      @InRange(atLeast = "0 %", below = "100 %") @Omittable("0 %") @InUnit("%") double fee) {}

  /**
   * A trade done.
   *
   * @param priceBefore of an hour, after some have run out
   * @param paid by the user, with the fee; 0 without a purchase
   * @param received by the provider; 0 without a sale
   * @param hoursAfter reserve of service
   * @param currencyAfter other reserve
   * @param priceAfter of an hour
   */
  public record Traded(
      double priceBefore,
      double paid,
      double received,
      double hoursAfter,
      double currencyAfter,
      double priceAfter) {}

  /**
   * Periods under a controller.
   *
   * @param start price without error
   * @param target of the signal
   * @param proportional change of the price, as a share of {@code start}, by an error of 100 %
   * @param integral the same by such an error that lasts a month
   * @param derivative the same by an error that grows by 100 % in a month
   * @param floor lowest price
   * @param cap highest price
   * @param months length of a period
   * @param signals utilisation, period by period
   */
  public record Signals(
      @InRange(above = "0") @InUnit("currency") double start,
      @InUnit("%") double target,
      @InUnit("1") double proportional,
      @Omittable("0") @InUnit("1") double integral,
      @Omittable("0") @InUnit("1") double derivative,
      @InUnit("currency") double floor,
      @InUnit("currency") double cap,
      @InRange(above = "0") @Omittable("1") @InUnit("1") double months,
      @InUnit("1|%") List<Double> signals) {}

  /**
   * Prices under a controller.
   *
   * @param prices after each period
   */
  public record Prices(List<Double> prices) {}

  private static Auctioned auction(Orders in) {
    OrderBook book = new OrderBook();
    add(book.bids(), "bids", in.bids());
    add(book.asks(), "asks", in.asks());
    if (in.payment() == null) {
      throw new IllegalArgumentException("payment: missing; this rule needs it.");
    }
    DoubleAuction.Outcome out = DoubleAuction.clear(book, in.payment(), in.k(), in.cap(), 0);
    return new Auctioned(
        out.units(), out.paid(), out.received(), Clearing.of(book, in.cap()).gains());
  }

  private static Bought tender(Tender in) {
    OrderBook book = new OrderBook();
    add(book.asks(), "asks", in.asks());
    Clearing c = SecondPriceProcurement.buy(book.asks(), in.demanded(), in.reserve());
    return new Bought(c.units(), Math.min(c.lostAsk(), in.reserve()), c.costTraded());
  }

  private static void add(OrderBook.Side side, String field, List<Order> orders) {
    if (orders == null || orders.size() > MOST_ORDERS) {
      throw new IllegalArgumentException(
          field + ": must hold at most " + MOST_ORDERS + " orders and not be missing.");
    }
    for (Order order : orders) {
      side.add(order.price(), order.units());
    }
  }

  private static Traded trade(Trade in) {
    if (in.bought() > 0 && in.sold() > 0) {
      throw Limit.refusal("sold", in.sold(), "must be 0 beside a purchase", "");
    }
    double hours = in.hours() * (1 - in.runOut());
    if (in.bought() >= hours) {
      throw Limit.refusal("bought", in.bought(), "must be below what the pool has, " + hours, "");
    }
    double paid = PinFiPool.cost(in.bought(), hours, in.currency(), in.fee());
    double received = PinFiPool.proceeds(in.sold(), hours, in.currency(), in.fee());
    double hoursAfter = hours - in.bought() + in.sold() * (1 - in.fee());
    double currencyAfter = in.currency() + paid * (1 - in.fee()) - received;
    return new Traded(
        in.currency() / hours,
        paid,
        received,
        hoursAfter,
        currencyAfter,
        currencyAfter / hoursAfter);
  }

  private static Prices pid(Signals in) {
    if (in.signals() == null || in.signals().size() > MOST_ORDERS) {
      throw new IllegalArgumentException(
          "signals: must hold at most " + MOST_ORDERS + " numbers and not be missing.");
    }
    PidPricing pricing =
        new PidPricing(
            Ranges.require(
                new PidPricing.Spec(
                    in.start(),
                    PidPricing.Signal.utilisation,
                    in.target(),
                    in.proportional(),
                    in.integral(),
                    in.derivative(),
                    in.floor(),
                    in.cap())));
    return new Prices(
        in.signals().stream()
            .map(
                signal -> {
                  pricing.observe(
                      new MarketPeriod(signal, signal, 1, in.months(), OrderBook::new),
                      (limit, bound) -> {});
                  return pricing.price(0);
                })
            .toList());
  }
}
