package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

/** Seeded loops over bit patterns; the seed stands in every message. */
class PlainNumbersPropertyTest {
  private static final long SEED = 20261122;

  @Test
  void everyBitPatternReadsBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 50_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertReadsBack(value);
      }
    }
  }

  @Test
  void economicMagnitudesReadBack() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < 50_000; i++) {
      double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-9, 22));
      assertReadsBack(value);
      assertReadsBack((double) (float) value);
    }
  }

  @Test
  void noShorterTextReadsBackAndNoneOfTheSameLengthIsCloser() {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    for (int i = 0; i < 2_500; i++) {
      double any = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(any) && any > 0) {
        assertShortestAndClosest(any);
      }
      assertShortestAndClosest(Double.longBitsToDouble(random.nextLong(1, 1L << 52)));
      assertShortestAndClosest(random.nextDouble(1e-6, 1e9));
      assertShortestAndClosest(random.nextInt(1, 100_000) / 1000.0);
    }
  }

  @Test
  void powersOfTwoAndTheirNeighboursAreShortestAndClosest() {
    forEachPowerOfTwoNeighbour(PlainNumbersPropertyTest::assertShortestAndClosest);
  }

  @Test
  void everySmallSubnormalIsShortestAndClosest() {
    for (long bits = 1; bits <= 1_000; bits++) {
      assertShortestAndClosest(Double.longBitsToDouble(bits));
    }
  }

  @Test
  void agreesWithTheRuntimeWhereTheRuntimeIsShortest() {
    // From JDK 19 Double.toString is shortest, except that it writes at least two digits.
    assumeTrue(Runtime.version().feature() >= 19);
    SplittableRandom random = new SplittableRandom(SEED + 3);
    for (int i = 0; i < 50_000; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(value) && value > 1e-300) {
        BigDecimal theirs = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal ours = new BigDecimal(PlainNumbers.format(value)).stripTrailingZeros();
        int index = i;
        if (theirs.precision() > 2) {
          assertEquals(theirs, ours, () -> "seed " + (SEED + 3) + ", draw " + index);
        }
      }
    }
  }

  @Test
  void logarithmOfPowersOfTwoIsExactOverTheWholeRange() {
    for (int q = 0; q <= 1100; q++) {
      int floor = BigInteger.ONE.shiftLeft(q).toString().length() - 1;
      assertEquals(floor, ShortestDecimal.floorLog10OfPowerOfTwo(q), "q = " + q);
      int ceiling = q == 0 ? 0 : floor + 1;
      assertEquals(-ceiling, ShortestDecimal.floorLog10OfPowerOfTwo(-q), "q = -" + q);
    }
  }

  private static void forEachPowerOfTwoNeighbour(DoubleConsumer test) {
    for (int q = -1074; q <= 1023; q++) {
      double power = StrictMath.scalb(1.0, q);
      test.accept(power);
      test.accept(Math.nextUp(power));
      if (power > Double.MIN_VALUE) {
        test.accept(Math.nextDown(power));
      }
    }
  }

  private static void assertReadsBack(double value) {
    String text = PlainNumbers.format(value);
    double back = PlainNumbers.parse(text);
    if (Double.doubleToLongBits(back) != Double.doubleToLongBits(value) && value != 0) {
      assertEquals(value, back, "seed " + SEED + ": " + text);
    }
    assertTrue(text.length() <= 26, text);
  }

  /** Compares with exact decimals: one digit fewer must not read back, and rounding must agree. */
  private static void assertShortestAndClosest(double value) {
    assertReadsBack(value);
    String text = PlainNumbers.format(value);
    BigDecimal ours = new BigDecimal(text).stripTrailingZeros();
    BigDecimal exact = new BigDecimal(value);
    int digits = ours.precision();
    if (digits > 1) {
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
        assertNotEquals(value, shorter.doubleValue(), () -> text + " is not shortest: " + shorter);
      }
    }
    BigDecimal distance = exact.subtract(ours).abs();
    for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
      BigDecimal other = exact.round(new MathContext(digits, mode));
      if (other.doubleValue() == value) {
        assertTrue(
            exact.subtract(other).abs().compareTo(distance) >= 0,
            () -> text + " is further than " + other);
      }
    }
  }
}
