package io.depinsim.core.scenario;

import java.math.BigDecimal;

/**
 * A token or currency.
 *
 * @param decimals minor units of one token are {@code 10^decimals}
 * @param outside whether it enters and leaves through the outside world, as USD does
 * @param cap most that may ever exist, in whole tokens; null for no cap
 */
public record AssetSpec(
    @InRange(atLeast = "0", atMost = "18") @InUnit("1") int decimals,
    @Omittable("false") boolean outside,
    @InRange(above = "0") @Omittable @InUnit("asset") BigDecimal cap) {

  /** Checks that the cap fits a long in minor units. */
  public AssetSpec {
    if (cap != null
        && cap.scaleByPowerOfTen(decimals).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(
          "cap: does not fit 64 bits at " + decimals + " decimals. Maybe use fewer decimals");
    }
  }
}
