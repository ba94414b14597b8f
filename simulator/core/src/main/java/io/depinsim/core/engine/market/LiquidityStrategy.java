package io.depinsim.core.engine.market;

import java.math.BigDecimal;

/** Decides for those who lend an exchange its reserves. Implemented in {@code agents}. */
public interface LiquidityStrategy {
  /** Money they come with at the launch, whole units of currency. */
  BigDecimal openingCurrency();

  /** Share of their wealth that they want to have in the exchange, 0 to 1; pure. */
  double wantedShare(View view);

  /** Largest change of that share in a market period, 0 to 1. */
  double pace(double months);

  /**
   * What they see.
   *
   * @param feeYield fees of the past periods over reserves, per year, averaged over about three
   *     months
   * @param volatility standard deviation of the logarithm of price, per square root of a year,
   *     averaged alike
   */
  record View(double feeYield, double volatility) {}
}
