package io.depinsim.core.run;

import java.math.BigInteger;

/**
 * The decimal with the fewest digits that reads back as a given double, and among those the one
 * closest to it: {@code digits * 10^exponent}.
 *
 * <p>A double {@code c 2^q} stands for all reals between the midpoints to its neighbours, the
 * midpoints included when {@code c} is even. The largest power of ten that has a multiple in this
 * interval gives the fewest digits; it is {@code 10^k} or smaller by one or two steps, {@code k}
 * being the first with {@code 10^k > 2^q}. Everything is compared as exact integers, so the result
 * is the same on every JDK, whereas {@code Double.toString} changed with JDK 19. One value takes
 * about half a microsecond, two near the ends of the range.
 *
 * @param digits not ending in zero, at most 17 digits
 * @param exponent power of ten
 */
record ShortestDecimal(long digits, int exponent) {
  private static final int SMALLEST_Q = -1074;
  private static final long HIDDEN_BIT = 1L << 52;
  private static final double EXACT_INTEGERS = 1L << 53;
  private static final BigInteger[] POWERS_OF_TEN = powersOfTen(330);

  /**
   * Finds the shortest decimal.
   *
   * @param value finite and above zero
   */
  static ShortestDecimal of(double value) {
    if (value < EXACT_INTEGERS && value == (long) value) {
      // Neighbours are at most 1 apart, so no other integer and no rounder decimal reads back.
      return stripped((long) value, 0);
    }
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52);
    long fraction = bits & HIDDEN_BIT - 1;
    long c = biased == 0 ? fraction : fraction | HIDDEN_BIT;
    int q = SMALLEST_Q + Math.max(biased - 1, 0);
    // A power of two has its lower neighbour at half the distance.
    int toLower = fraction == 0 && biased > 1 ? 1 : 2;
    int k = floorLog10OfPowerOfTwo(q) + 1;
    long digits = closestMultiple(c, q, toLower, k);
    while (digits == 0) {
      k--;
      digits = closestMultiple(c, q, toLower, k);
    }
    return stripped(digits, k);
  }

  /** {@code floor(q log10(2))}, right for |q| up to 1100. */
  static int floorLog10OfPowerOfTwo(int q) {
    return q * 78_913 >> 18;
  }

  /**
   * The n for which {@code n 10^k} is closest to {@code c 2^q} among those in its interval; 0 if
   * there is none. Of two equally close ones the even.
   */
  private static long closestMultiple(long c, int q, int toLower, int k) {
    // All quantities in quarters of 2^q, times a power of ten and of two that makes them integers.
    BigInteger quarter = power(-k).shiftLeft(Math.max(q - 2, 0));
    BigInteger unit = power(k).shiftLeft(Math.max(2 - q, 0));
    BigInteger centre = BigInteger.valueOf(4 * c).multiply(quarter);
    int shift = Math.max(2 - q, 0);
    long below = k <= 0 ? centre.shiftRight(shift).longValue() : centre.divide(unit).longValue();
    BigInteger toBelow = centre.subtract(unit.multiply(BigInteger.valueOf(below)));
    BigInteger toAbove = unit.subtract(toBelow);
    boolean ends = (c & 1) == 0;
    boolean belowFits = below > 0 && fits(toBelow, quarter, toLower, ends);
    boolean aboveFits = fits(toAbove, quarter, 2, ends);
    if (belowFits && aboveFits) {
      int nearer = toBelow.compareTo(toAbove);
      return nearer < 0 || nearer == 0 && (below & 1) == 0 ? below : below + 1;
    }
    if (belowFits) {
      return below;
    }
    return aboveFits ? below + 1 : 0;
  }

  private static boolean fits(BigInteger distance, BigInteger quarter, int quarters, boolean ends) {
    int comparison = distance.compareTo(quarters == 2 ? quarter.shiftLeft(1) : quarter);
    return comparison < 0 || comparison == 0 && ends;
  }

  private static ShortestDecimal stripped(long digits, int exponent) {
    long rest = digits;
    int power = exponent;
    while (rest % 10 == 0) {
      rest /= 10;
      power++;
    }
    return new ShortestDecimal(rest, power);
  }

  /** {@code 10^k}, or 1 for negative k. */
  private static BigInteger power(int k) {
    return POWERS_OF_TEN[Math.max(k, 0)];
  }

  private static BigInteger[] powersOfTen(int count) {
    BigInteger[] powers = new BigInteger[count];
    powers[0] = BigInteger.ONE;
    for (int k = 1; k < count; k++) {
      powers[k] = powers[k - 1].multiply(BigInteger.TEN);
    }
    return powers;
  }
}
