package io.depinsim.core.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Refuses amounts of money that no ledger can hold: ledgers count minor units in 64 bits.
 *
 * @param asset key of the money
 * @param decimals its places after the point
 */
record AmountRule(String asset, int decimals) {
  private static final BigDecimal MOST_MINOR = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Whether a bound number, in whole units of the asset, fits; per time or per unit likewise. */
  boolean allows(Object value) {
    return exact(value).abs().movePointRight(decimals).compareTo(MOST_MINOR) <= 0;
  }

  /** The rule as a clause. */
  String clause() {
    String most = MOST_MINOR.movePointLeft(decimals).setScale(0, RoundingMode.DOWN).toPlainString();
    return "does not fit 64 bits at "
        + decimals
        + " decimals, where at most "
        + most
        + " "
        + asset
        + " do";
  }

  /** What the author may do, as a clause. */
  String maybe(Object value) {
    boolean fitsWhole = exact(value).abs().compareTo(MOST_MINOR) <= 0;
    return fitsWhole ? "use fewer decimals" : "";
  }

  private static BigDecimal exact(Object value) {
    if (value instanceof Quantity quantity) {
      return quantity.value();
    }
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal((Double) value);
  }
}
