package io.depinsim.core.ledger;

import io.depinsim.core.InvariantException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One kind of money, counted in minor units: 10^-decimals of a whole token.
 *
 * @param key name in scenarios and results, {@code FIL}
 * @param decimals places after the point, 0 to 18
 * @param capTokens most tokens that may exist at once (minted less burned), if there is such a rule
 * @param outside whether it enters and leaves through an {@link AccountClass#OUTSIDE} account
 *     instead of being minted and burned
 */
public record Asset(String key, int decimals, Optional<BigDecimal> capTokens, boolean outside) {
  private static final int MOST_DECIMALS = 18;
  private static final double EXACT_HALVES_BELOW = 0x1p52;

  /** 10^0 to 10^18, each exact in a double; never written. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  /**
   * Checks decimals and cap.
   *
   * @throws IllegalArgumentException if the cap does not fit a {@code long} of minor units
   */
  public Asset {
    if (key.isBlank()) {
      throw new IllegalArgumentException("assets: a key must not be blank");
    }
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "assets."
              + key
              + ".decimals: "
              + decimals
              + " is outside 0.."
              + MOST_DECIMALS
              + ". Maybe use fewer than the chain has and note the chain's.");
    }
    if (outside && capTokens.isPresent()) {
      throw new IllegalArgumentException(
          "assets." + key + ".cap: an outside asset is never minted, so a cap means nothing");
    }
    if (capTokens.isPresent()) {
      checkCap(key, decimals, capTokens.get());
    }
  }

  /** An asset that is minted and burned, with a cap. */
  public static Asset capped(String key, int decimals, String capTokens) {
    return new Asset(key, decimals, Optional.of(new BigDecimal(capTokens)), false);
  }

  /** An asset that is minted and burned, with no cap but what a {@code long} can count. */
  public static Asset uncapped(String key, int decimals) {
    return new Asset(key, decimals, Optional.empty(), false);
  }

  /** An asset of the outside world. */
  public static Asset outside(String key, int decimals) {
    return new Asset(key, decimals, Optional.empty(), true);
  }

  private static void checkCap(String key, int decimals, BigDecimal cap) {
    if (cap.signum() <= 0) {
      throw new IllegalArgumentException(
          "assets." + key + ".cap: " + cap.toPlainString() + " must be above zero");
    }
    BigDecimal minor = cap.movePointRight(decimals);
    if (minor.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "assets."
              + key
              + ".cap: "
              + cap.toPlainString()
              + " has more than "
              + decimals
              + " places. Maybe round the cap.");
    }
    if (minor.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(
          "assets."
              + key
              + ".cap: "
              + cap.toPlainString()
              + " with "
              + decimals
              + " decimals is more than 2^63 - 1 minor units. Maybe use fewer decimals.");
    }
  }

  /** The cap in minor units, or the most a {@code long} can count. */
  public long capMinor() {
    return capTokens.isPresent() ? toMinor(capTokens.get()) : Long.MAX_VALUE;
  }

  /**
   * Whole tokens as minor units, exactly.
   *
   * @throws IllegalArgumentException if there are too many places or too many tokens
   */
  public long toMinor(BigDecimal tokens) {
    BigDecimal minor = tokens.movePointRight(decimals);
    try {
      return minor.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          tokens.toPlainString()
              + " "
              + key
              + " is not a whole number of minor units that fits 64 bits ("
              + decimals
              + " decimals). Maybe round it, or use fewer decimals.",
          e);
    }
  }

  /**
   * The unrounded result of a rule as minor units, half to even. This is the one place where a
   * {@code double} becomes money; the exact binary value of {@code tokens} is rounded once.
   *
   * @throws InvariantException if the value is NaN, infinite or does not fit 64 bits
   */
  public long toMinorRounded(double tokens) {
    double scaled = tokens * POWERS_OF_TEN[decimals];
    if (Math.abs(scaled) < EXACT_HALVES_BELOW) {
      double rounded = Math.rint(scaled);
      // Halves are representable here, so the product's own rounding can reach a tie, not cross it.
      if (Math.abs(scaled - rounded) != 0.5) {
        return (long) rounded;
      }
    }
    if (!Double.isFinite(tokens)) {
      throw new InvariantException(
          "amount of " + key + ": " + tokens + " is no amount. Maybe a rule divided by zero.");
    }
    try {
      return new BigDecimal(tokens)
          .movePointRight(decimals)
          .setScale(0, RoundingMode.HALF_EVEN)
          .longValueExact();
    } catch (ArithmeticException e) {
      throw new InvariantException(
          "amount of " + key + ": " + tokens + " tokens do not fit 64 bits of minor units", e);
    }
  }

  /** Minor units as whole tokens, exactly. */
  public BigDecimal toTokens(long minor) {
    return BigDecimal.valueOf(minor, decimals);
  }

  /** Minor units as whole tokens, to double precision; for rules and metrics. */
  public double toTokensRounded(long minor) {
    return minor / POWERS_OF_TEN[decimals];
  }

  /** Exact plain decimal with the key, {@code 12.500000000 FIL}. */
  public String format(long minor) {
    return toTokens(minor).toPlainString() + " " + key;
  }
}
