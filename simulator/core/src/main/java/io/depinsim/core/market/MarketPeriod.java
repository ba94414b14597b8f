package io.depinsim.core.market;

import java.util.function.Supplier;

/**
 * What a pricing rule sees of a market period that has ended.
 *
 * @param utilisation demand over capacity that worked, ≥ 0, also above 1; 0 on a network without
 *     capacity and demand
 * @param demanded units per month, ≥ 0
 * @param offered units per month of machines that worked, ≥ 0
 * @param months length of the period
 * @param book makes the orders of the period; called only by rules that ask for them, so that
 *     others cost nothing. What it returns is good until it is called again
 */
public record MarketPeriod(
    double utilisation, double demanded, double offered, double months, Supplier<OrderBook> book) {

  /** A period without orders, of a month, in which so much was used. */
  public static MarketPeriod ofUse(double utilisation) {
    return new MarketPeriod(utilisation, utilisation, 1, 1, OrderBook::new);
  }

  /** A month with these orders; what is demanded and offered are their sums. */
  static MarketPeriod of(OrderBook book) {
    double demanded = book.bids().totalUnits();
    double offered = book.asks().totalUnits();
    double utilisation = demanded > 0 ? demanded / offered : 0;
    return new MarketPeriod(utilisation, demanded, offered, 1, () -> book);
  }
}
