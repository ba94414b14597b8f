package io.depinsim.core.ledger;

/** Products of two {@code long}s divided by a third, through 128 bits, exact. */
public final class WideMath {
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private WideMath() {}

  /**
   * floor(a b / c). Costs one to four 64-bit divisions.
   *
   * @param a at least 0
   * @param b at least 0
   * @param c above 0
   * @throws IllegalArgumentException if an argument is out of range
   * @throws ArithmeticException if the quotient does not fit 63 bits
   */
  public static long mulDivFloor(long a, long b, long c) {
    if ((a | b) < 0) {
      throw new IllegalArgumentException("factors must not be negative: " + a + ", " + b);
    }
    return mulDivFloorSigned(a, b, c);
  }

  /**
   * floor(a b / c), towards minus infinity, with {@code a} of either sign.
   *
   * @param a anything
   * @param b at least 0
   * @param c above 0
   * @throws IllegalArgumentException if an argument is out of range
   * @throws ArithmeticException if the quotient does not fit a {@code long}
   */
  public static long mulDivFloorSigned(long a, long b, long c) {
    if (b < 0 || c <= 0) {
      throw new IllegalArgumentException(
          "factor must not be negative, divisor must be above zero: " + b + ", " + c);
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high >= 0) {
      long quotient = divide(high, low, c);
      if (quotient < 0) {
        throw overflow(a, b, c);
      }
      return quotient;
    }
    // Divide the magnitude, then step down if anything was left over.
    low = -low;
    high = low == 0 ? -high : ~high;
    long quotient = divide(high, low, c);
    boolean exact = low == quotient * c;
    if (quotient < 0 && !(quotient == Long.MIN_VALUE && exact)) {
      throw overflow(a, b, c);
    }
    return exact ? -quotient : ~quotient;
  }

  private static ArithmeticException overflow(long a, long b, long c) {
    return new ArithmeticException(a + " * " + b + " / " + c + " does not fit 64 bits");
  }

  /** Unsigned quotient of a 128-bit number, the divisor below 2^63. */
  private static long divide(long high, long low, long divisor) {
    if (high == 0) {
      return low >= 0 ? low / divisor : Long.divideUnsigned(low, divisor);
    }
    if (Long.compareUnsigned(high, divisor) >= 0) {
      throw new ArithmeticException("the quotient by " + divisor + " does not fit 64 bits");
    }
    // Schoolbook division by two digits of 32 bits, the divisor's top bit shifted to the front.
    int shift = Long.numberOfLeadingZeros(divisor);
    long top = divisor << shift;
    long remainder = (high << shift) | (low >>> (Long.SIZE - shift));
    long rest = low << shift;
    long first = digit(remainder, rest >>> 32, top);
    remainder = (remainder << 32) + (rest >>> 32) - first * top;
    long second = digit(remainder, rest & LOW_HALF, top);
    return (first << 32) + second;
  }

  /** One 32-bit digit of the quotient: (remainder 2^32 + next) / top, with remainder below top. */
  private static long digit(long remainder, long next, long top) {
    long topHigh = top >>> 32;
    long topLow = top & LOW_HALF;
    long digit = Long.divideUnsigned(remainder, topHigh);
    long left = remainder - digit * topHigh;
    // The estimate is at most two too large.
    while (digit > LOW_HALF || Long.compareUnsigned(digit * topLow, (left << 32) + next) > 0) {
      digit--;
      left += topHigh;
      if (left > LOW_HALF) {
        break;
      }
    }
    return digit;
  }
}
