package io.depinsim.core.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Refuses amounts of money that no ledger can hold: ledgers count minor units in 64 bits.
 *
 * @param asset key of the money
 * @param decimals its places after the point
 */
record AmountRule(String asset, int decimals) {
  private static final BigDecimal MOST_MINOR = BigDecimal.valueOf(Long.MAX_VALUE);

  /**
   * What is wrong with a bound number, in whole units of the asset, or of it per time or per unit.
   *
   * @param whole whether it is counted in minor units as it stands, so that no place may be lost
   */
  Optional<RuleMessage> refusal(Object value, boolean whole) {
    BigDecimal exact = exact(value);
    if (exact.abs().movePointRight(decimals).compareTo(MOST_MINOR) > 0) {
      boolean fitsWhole = exact.abs().compareTo(MOST_MINOR) <= 0;
      return Optional.of(new RuleMessage("", tooLarge(), fitsWhole ? "use fewer decimals" : ""));
    }
    if (whole && exact.stripTrailingZeros().scale() > decimals) {
      String rule = "must have at most " + decimals + " decimals, as `assets." + asset + "` has";
      return Optional.of(new RuleMessage("", rule, "round it"));
    }
    return Optional.empty();
  }

  private String tooLarge() {
    String most = MOST_MINOR.movePointLeft(decimals).setScale(0, RoundingMode.DOWN).toPlainString();
    return "does not fit 64 bits at "
        + decimals
        + " decimals, where at most "
        + most
        + " "
        + asset
        + " do";
  }

  private static BigDecimal exact(Object value) {
    if (value instanceof Quantity quantity) {
      return quantity.value();
    }
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal((Double) value);
  }
}
