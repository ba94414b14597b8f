package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.InvariantException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssetTest {
  private static final Asset FIL = Asset.capped("FIL", 9, "2000000000");

  @Test
  void convertsWholeTokensExactlyBothWays() {
    long minor = FIL.toMinor(new BigDecimal("12.345678901"));
    assertEquals(12_345_678_901L, minor);
    assertEquals(new BigDecimal("12.345678901"), FIL.toTokens(minor));
    assertEquals("-0.000000001 FIL", FIL.format(-1));
    assertEquals(12.5, FIL.toTokensRounded(12_500_000_000L));
  }

  @Test
  void refusesPlacesItCannotHold() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> FIL.toMinor(new BigDecimal("0.0000000001")));
    assertTrue(e.getMessage().contains("0.0000000001 FIL"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> FIL.toMinor(new BigDecimal("1e10")));
  }

  @Test
  void refusesACapThatCouldOverflow() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Asset.capped("FIL", 18, "2000000000"));
    assertTrue(e.getMessage().contains("assets.FIL.cap: 2000000000"), e.getMessage());
    assertTrue(e.getMessage().contains("fewer decimals"), e.getMessage());
    assertEquals(Long.MAX_VALUE, Asset.capped("X", 0, "9223372036854775807").capMinor());
    assertThrows(IllegalArgumentException.class, () -> Asset.capped("X", 0, "9223372036854775808"));
    assertThrows(IllegalArgumentException.class, () -> Asset.capped("X", 2, "1.234"));
    assertThrows(IllegalArgumentException.class, () -> Asset.capped("X", 2, "0"));
    assertThrows(IllegalArgumentException.class, () -> Asset.uncapped("X", 19));
  }

  @Test
  void roundsHalvesToEven() {
    Asset cents = Asset.uncapped("X", 2);
    assertEquals(12, cents.toMinorRounded(0.125));
    assertEquals(38, cents.toMinorRounded(0.375));
    assertEquals(-12, cents.toMinorRounded(-0.125));
    assertEquals(0, cents.toMinorRounded(-0.0));
    // 1.005 is a little less than it looks, and its product with 100 rounds up to the tie 100.5.
    assertEquals(100, cents.toMinorRounded(1.005));
  }

  @Test
  void roundsTheExactBinaryValueOnce() {
    long seed = 99;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 30_000; i++) {
      double tokens = (random.nextInt(2_000_000) + 0.5) / 1e9;
      if (i % 2 == 0) {
        tokens = random.nextDouble() * StrictMath.pow(10, random.nextInt(9));
      }
      long expected =
          new BigDecimal(tokens)
              .movePointRight(9)
              .setScale(0, RoundingMode.HALF_EVEN)
              .longValueExact();
      assertEquals(expected, FIL.toMinorRounded(tokens), "seed " + seed + " draw " + i);
    }
  }

  @Test
  void refusesWhatIsNoAmount() {
    assertThrows(InvariantException.class, () -> FIL.toMinorRounded(Double.NaN));
    assertThrows(InvariantException.class, () -> FIL.toMinorRounded(Double.NEGATIVE_INFINITY));
    assertThrows(InvariantException.class, () -> FIL.toMinorRounded(1e10));
    assertEquals(9_000_000_000_000_000_000L, FIL.toMinorRounded(9e9));
  }
}
