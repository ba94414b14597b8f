package io.depinsim.core.market;

import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateOwner;

/**
 * How a token's price comes about: by trade against reserves, or from outside.
 *
 * <p>Quotes are pure functions of the market as it is; the phase that trades moves the money. Where
 * the price is exogenous, trades meet an outside market at the quoted price and cannot move it.
 */
public interface TokenExchange extends StateOwner {
  /** Whether trades leave the price alone. */
  boolean exogenous();

  /** Price now, currency per token; > 0. */
  double price(Market market);

  /**
   * What a sale fetches, rounded down.
   *
   * @param tokens minor units, ≥ 0
   * @return currency, minor units
   */
  long sell(long tokens, Market market);

  /**
   * What a purchase brings, rounded down.
   *
   * @param currency minor units, ≥ 0
   * @return tokens, minor units
   */
  long buy(long currency, Market market);

  /** Share of each trade that liquidity providers keep; 0 where there are none. */
  double fee();

  /**
   * Time passes: prices from outside take their next step.
   *
   * @param nowMicros end of the market period, microseconds since the start
   * @param months its length in months of a twelfth of 365.25 days
   * @param tick number of the market period since the start, the occurrence of keyed draws
   * @param entity identity of the network
   */
  void advance(long nowMicros, double months, long tick, long entity, Streams streams);

  /**
   * What quotes look at.
   *
   * @param tokenReserve tokens of the exchange, minor units; > 0 unless exogenous
   * @param currencyReserve currency of the exchange, minor units; > 0 unless exogenous
   * @param minorPerToken minor units of one token
   * @param minorPerCurrency minor units of one unit of currency
   * @param machines machines in service
   * @param circulating tokens free to move, whole tokens
   */
  record Market(
      long tokenReserve,
      long currencyReserve,
      double minorPerToken,
      double minorPerCurrency,
      double machines,
      double circulating) {}
}
