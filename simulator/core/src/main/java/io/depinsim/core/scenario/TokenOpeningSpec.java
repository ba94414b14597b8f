package io.depinsim.core.scenario;

import java.math.BigDecimal;

/**
 * What a token market opens with.
 *
 * @param treasury money of the project at the start, from outside; null for none
 * @param exchangeTokens tokens the exchange opens with, from free genesis allocations
 * @param exchangeCurrency money the exchange opens with, from the treasury; null with a price from
 *     outside
 */
public record TokenOpeningSpec(
    @Omittable @InUnit("currency") BigDecimal treasury,
    @InUnit("asset") BigDecimal exchangeTokens,
    @Omittable @InUnit("currency") BigDecimal exchangeCurrency) {

  /** Checks the ranges. */
  public TokenOpeningSpec {
    if (treasury != null && treasury.signum() < 0) {
      throw new IllegalArgumentException("treasury: must not be negative");
    }
    if (exchangeTokens.signum() < 0) {
      throw new IllegalArgumentException("exchangeTokens: must not be negative");
    }
    if (exchangeCurrency != null && exchangeCurrency.signum() <= 0) {
      throw new IllegalArgumentException("exchangeCurrency: must be above 0");
    }
  }
}
