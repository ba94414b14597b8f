package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * The rule of utilisation pricing against the whole numbers of EIP-1559: target half of the gas
 * limit, change by at most an eighth, divisions rounded down, at least 1 wei more above the target.
 */
class BaseFeeVerificationTest {
  private static final long TARGET = 15_000_000;

  /** {@code calc_base_fee} of the EIP, from its text. */
  private static long baseFee(long parent, long used) {
    if (used == TARGET) {
      return parent;
    }
    if (used > TARGET) {
      return parent + Math.max(parent * (used - TARGET) / TARGET / 8, 1);
    }
    return parent - parent * (TARGET - used) / TARGET / 8;
  }

  @Test
  void blocksByHand() {
    // Full: 1/8 more. Empty: 1/8 less. Two thirds: a third above the target, 1/24 more.
    assertEquals(1_125_000_000, baseFee(1_000_000_000, 30_000_000));
    assertEquals(875_000_000, baseFee(1_000_000_000, 0));
    assertEquals(1_041_666_666, baseFee(1_000_000_000, 20_000_000));
    assertEquals(1.125e9, UtilisationPricing.next(1e9, 1, 0.5, 0.125));
    assertEquals(0.875e9, UtilisationPricing.next(1e9, 0, 0.5, 0.125));
    assertEquals(1e9, UtilisationPricing.next(1e9, 0.5, 0.5, 0.125));
    assertEquals(1e9 * 25 / 24, UtilisationPricing.next(1e9, 2 / 3.0, 0.5, 0.125), 1e-3);
  }

  @Test
  void everyBlockAgreesToTheRoundingOfWholeNumbers() {
    for (long parent : new long[] {1_000_000_000L, 7_654_321_987L, 123_456L}) {
      for (long used = 0; used <= 2 * TARGET; used += 123_457) {
        double real = UtilisationPricing.next(parent, used / (2.0 * TARGET), 0.5, 0.125);
        assertEquals(baseFee(parent, used), real, 2, parent + " with " + used);
      }
    }
  }

  @Test
  void tenFullBlocksTripleThePrice() {
    UtilisationPricing pricing =
        new UtilisationPricing(new UtilisationPricing.Spec(1, 0.5, 0.125, null, null));
    for (int block = 0; block < 10; block++) {
      pricing.observe(MarketPeriod.ofUse(1), Books.UNHEARD);
    }
    assertEquals(3.2473210, pricing.price(0), 1e-7, "1.125 to the tenth");
  }
}
