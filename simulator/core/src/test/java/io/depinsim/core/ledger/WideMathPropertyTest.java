package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WideMathPropertyTest {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final long[] EXTREMES = {
    0,
    1,
    2,
    3,
    0xFFFF_FFFEL,
    0xFFFF_FFFFL,
    0x1_0000_0000L,
    0x1_0000_0001L,
    0x7FFF_FFFF_0000_0000L,
    0x7FFF_FFFF_FFFF_FFFEL,
    Long.MAX_VALUE,
    0x4000_0000_0000_0000L,
    0x3FFF_FFFF_FFFF_FFFFL
  };

  @Test
  void agreesWithBigIntegerOnAllExtremes() {
    for (long a : EXTREMES) {
      for (long b : EXTREMES) {
        for (long c : EXTREMES) {
          if (c > 0) {
            check(a, b, c);
            check(-a, b, c);
          }
        }
      }
    }
    for (long b : EXTREMES) {
      for (long c : EXTREMES) {
        if (c > 0) {
          check(Long.MIN_VALUE, b, c);
        }
      }
    }
  }

  @Test
  void agreesWithBigIntegerOnRandomArgumentsOfAllSizes() {
    long seed = 20251122;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 40_000; i++) {
      long a = random.nextLong() >> random.nextInt(63);
      long b = random.nextLong() >>> 1 + random.nextInt(62);
      long c = Math.max(1, random.nextLong() >>> 1 + random.nextInt(62));
      check(a, b, c);
      // A quotient that fits, with products far above 64 bits.
      check(a, Math.min(b, c), Math.max(b, c));
    }
  }

  @Test
  void refusesWhatItDoesNotPromise() {
    assertThrows(IllegalArgumentException.class, () -> WideMath.mulDivFloor(-1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> WideMath.mulDivFloor(1, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> WideMath.mulDivFloor(1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> WideMath.mulDivFloorSigned(1, 1, -1));
  }

  private static void check(long a, long b, long c) {
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(c));
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    String inputs = a + " * " + b + " / " + c;
    if (floor.compareTo(MAX) > 0 || floor.compareTo(MIN) < 0) {
      assertThrows(
          ArithmeticException.class, () -> WideMath.mulDivFloorSigned(a, b, c), () -> inputs);
      return;
    }
    assertEquals(floor.longValueExact(), WideMath.mulDivFloorSigned(a, b, c), () -> inputs);
    if (a >= 0) {
      assertEquals(floor.longValueExact(), WideMath.mulDivFloor(a, b, c), () -> inputs);
    }
  }
}
