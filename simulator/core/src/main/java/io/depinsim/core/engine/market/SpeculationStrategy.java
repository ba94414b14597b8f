package io.depinsim.core.engine.market;

import io.depinsim.core.market.ServicePricing.Limits;
import io.depinsim.core.random.Draws;
import io.depinsim.core.state.StateOwner;
import java.math.BigDecimal;

/** Decides for all who hold a token for what it may be worth. Implemented in {@code agents}. */
public interface SpeculationStrategy extends StateOwner {
  /** Money they come with at the launch, whole units of currency. */
  BigDecimal openingCurrency();

  /** What the token is worth to them, currency; pure. */
  double fundamental(View view);

  /**
   * One market period.
   *
   * @param draws cursor on the draws of this period
   * @param limits where limits of trade are counted
   * @return above 0 the share of their currency that buys, below 0 less the share of their tokens
   *     that is sold; within -1 and 1
   */
  double trade(View view, Draws draws, Limits limits);

  /**
   * What they see.
   *
   * @param months length of the market period
   * @param price of the token, currency
   * @param revenuePerYear what users pay, averaged over about three months, currency
   * @param users people who use the service
   * @param addressable people who could
   * @param servedShare share of demand that is served
   * @param circulating tokens free to move
   */
  record View(
      double months,
      double price,
      double revenuePerYear,
      double users,
      double addressable,
      double servedShare,
      double circulating) {}
}
