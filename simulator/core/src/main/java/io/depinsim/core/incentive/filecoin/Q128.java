package io.depinsim.core.incentive.filecoin;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Fixed-point numbers with 128 fractional bits, the chain's way to write a fraction: value ·
 * 2<sup>128</sup> as an integer. Shifts round toward minus infinity, as the chain's do.
 */
public final class Q128 {
  /** Fractional bits. */
  public static final int BITS = 128;

  /** The number one. */
  public static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);

  private static final int GUARD = 64;
  private static final int WIDE = BITS + GUARD;
  private static final BigDecimal SCALE = new BigDecimal(ONE);
  private static final long MANTISSA = (1L << 52) - 1;

  private Q128() {}

  /** An integer as fixed point. */
  public static BigInteger of(BigInteger integer) {
    return integer.shiftLeft(BITS);
  }

  /** Floor of a decimal as fixed point. */
  public static BigInteger of(BigDecimal value) {
    BigDecimal[] parts = value.multiply(SCALE).divideAndRemainder(BigDecimal.ONE);
    BigInteger whole = parts[0].toBigInteger();
    return parts[1].signum() < 0 ? whole.subtract(BigInteger.ONE) : whole;
  }

  /** Fixed point as a decimal, rounded to {@code places}, for reading. */
  public static BigDecimal toDecimal(BigInteger q128, int places) {
    return new BigDecimal(q128).divide(SCALE, places, java.math.RoundingMode.HALF_EVEN);
  }

  /** The double nearest to a fixed-point number. */
  public static double toDouble(BigInteger q128) {
    return q128.doubleValue() * 0x1p-128;
  }

  /** Floor of the product of two fixed-point numbers. */
  public static BigInteger multiply(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(BITS);
  }

  /**
   * exp(-x), to within two units of the last bit.
   *
   * <p>Taylor series after halving x below 2<sup>-8</sup>, then repeated squaring, with 64 guard
   * bits. The chain uses a rational approximation instead, off by less than 3.4e-30 for x &lt;
   * 1.725.
   *
   * @param x fixed point, from 0 to 64
   * @throws IllegalArgumentException if x is outside that range
   */
  public static BigInteger expNegative(BigInteger x) {
    if (x.signum() < 0 || x.bitLength() > BITS + 6) {
      throw new IllegalArgumentException("x: " + x + " must be from 0 to 64 in Q.128.");
    }
    int halvings = Math.max(0, x.bitLength() - (BITS - 8));
    BigInteger wide = x.shiftLeft(GUARD).shiftRight(halvings);
    BigInteger term = BigInteger.ONE.shiftLeft(WIDE);
    BigInteger sum = term;
    for (int n = 1; term.signum() != 0; n++) {
      term = term.multiply(wide).shiftRight(WIDE).divide(BigInteger.valueOf(n));
      sum = (n & 1) == 1 ? sum.subtract(term) : sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).shiftRight(WIDE);
    }
    return sum.shiftRight(GUARD);
  }

  /** Floor of a double ≥ 0 as an integer, exact for any size. */
  static BigInteger floor(double value) {
    if (value < 0x1p62) {
      return BigInteger.valueOf((long) value);
    }
    long bits = (Double.doubleToRawLongBits(value) & MANTISSA) | (MANTISSA + 1);
    return BigInteger.valueOf(bits).shiftLeft(Math.getExponent(value) - 52);
  }
}
