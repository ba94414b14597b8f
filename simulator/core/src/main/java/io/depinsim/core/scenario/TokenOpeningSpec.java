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
    @InRange(atLeast = "0") @Omittable @InUnit("currency") BigDecimal treasury,
    @InRange(atLeast = "0") @InUnit("asset") BigDecimal exchangeTokens,
    @InRange(above = "0") @Omittable @InUnit("currency") BigDecimal exchangeCurrency) {

  /** Checks that there is a price to open with. */
  public TokenOpeningSpec {
    if (exchangeCurrency != null && exchangeTokens.signum() == 0) {
      throw new IllegalArgumentException(
          "exchangeTokens: must be above 0, since the opening price is `exchangeCurrency` by it");
    }
  }
}
