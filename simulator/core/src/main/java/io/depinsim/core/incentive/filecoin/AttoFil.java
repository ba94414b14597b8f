package io.depinsim.core.incentive.filecoin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Conversions between whole FIL and attoFIL, 1e-18 FIL. Exact unless said. */
public final class AttoFil {
  /** Decimal places of FIL on chain. */
  public static final int DECIMALS = 18;

  /** AttoFIL in one FIL. */
  public static final BigInteger PER_FIL = BigInteger.TEN.pow(DECIMALS);

  private static final MathContext SIGNIFICANT = new MathContext(16);

  private AttoFil() {}

  /** AttoFIL as whole FIL, exact, without trailing zeros. */
  public static BigDecimal toFil(BigInteger atto) {
    return plain(new BigDecimal(atto, DECIMALS));
  }

  /**
   * Whole FIL as attoFIL, exact.
   *
   * @throws ArithmeticException if {@code fil} has more than 18 decimal places
   */
  public static BigInteger ofFil(BigDecimal fil) {
    return fil.movePointRight(DECIMALS).toBigIntegerExact();
  }

  /** The double nearest to an amount of attoFIL, in FIL. */
  public static double toDoubleFil(BigInteger atto) {
    return new BigDecimal(atto, DECIMALS).doubleValue();
  }

  /**
   * A computed amount for reading: the double rounded to 16 significant digits, its own precision.
   */
  public static BigDecimal ofDouble(double fil) {
    return plain(new BigDecimal(fil).round(SIGNIFICANT));
  }

  /** The same number without trailing zeros behind the point, and never with a power of ten. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
