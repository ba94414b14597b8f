package io.depinsim.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for tables and sentences: five significant digits, integer digits never rounded away,
 * groups of three set apart by a narrow space, one scale per row.
 */
final class Quantities {

  /** Narrow no-break space: between groups of digits and before a percent sign. */
  static final char NARROW = '\u202f';

  static final char MINUS = '\u2212';

  private static final int DIGITS = 5;
  private static final double TINY = 1e-4;
  private static final MathContext FIVE = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private Quantities() {}

  /**
   * How the values of one row are printed.
   *
   * @param power of ten the values are divided by
   * @param word that goes before the unit; empty for none
   * @param decimals digits after the point
   */
  record Scale(int power, String word, int decimals) {

    /** The scale that gives the largest of these values five significant digits. */
    static Scale of(double... values) {
      double largest = 0;
      boolean whole = true;
      for (double value : values) {
        largest = Math.max(largest, Math.abs(value));
        whole &= value == Math.rint(value);
      }
      int power = 0;
      String word = "";
      if (largest >= 1e6 && largest < 1e15) {
        power = largest >= 1e12 ? 12 : largest >= 1e9 ? 9 : 6;
        word = power == 12 ? "trillion" : power == 9 ? "billion" : "million";
      }
      if (largest == 0 || whole && power == 0 || Double.isInfinite(largest)) {
        return new Scale(power, word, 0);
      }
      return new Scale(power, word, decimalsFor(new BigDecimal(largest).movePointLeft(power)));
    }

    String unit(String unit) {
      return word.isEmpty() || unit.isEmpty() ? word + unit : word + " " + unit;
    }
  }

  private static int decimalsFor(BigDecimal value) {
    return Math.max(0, DIGITS - (value.precision() - value.scale()));
  }

  /** A value with its unit ({@code 286 800 FIL}, {@code 1.96 billion FIL}). */
  static String withUnit(double value, String unit) {
    Scale scale = Scale.of(value);
    BigDecimal exact = Double.isFinite(value) ? new BigDecimal(value) : BigDecimal.ZERO;
    BigDecimal rounded =
        exact.movePointLeft(scale.power()).setScale(scale.decimals(), RoundingMode.HALF_EVEN);
    BigDecimal stripped = rounded.stripTrailingZeros();
    int decimals = Math.max(0, stripped.scale());
    String text = format(value, new Scale(scale.power(), scale.word(), decimals));
    String printed = scale.unit(unit);
    return printed.isEmpty() ? text : text + "\u00a0" + printed;
  }

  /** A value in a row's scale, without unit; a value too small for the row keeps three digits. */
  static String format(double value, Scale scale) {
    if (!Double.isFinite(value)) {
      return "n/a";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(value).movePointLeft(scale.power());
    double size = exact.abs().doubleValue();
    if (size >= 1e15 || size < TINY) {
      return scientific(exact);
    }
    BigDecimal rounded = exact.setScale(scale.decimals(), RoundingMode.HALF_EVEN);
    boolean lost = size < 1 && rounded.precision() < 3 && rounded.compareTo(exact) != 0;
    return grouped(lost ? exact.round(new MathContext(3, RoundingMode.HALF_EVEN)) : rounded);
  }

  /**
   * A value in exactly a scale's decimals, so that it stands beside others of its scale; one that
   * would become 0 keeps three digits.
   */
  static String fixed(double value, Scale scale) {
    if (!Double.isFinite(value) || value == 0) {
      return format(value, scale);
    }
    BigDecimal exact = new BigDecimal(value).movePointLeft(scale.power());
    BigDecimal rounded = exact.setScale(scale.decimals(), RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 || exact.abs().doubleValue() >= 1e15
        ? format(value, scale)
        : grouped(rounded);
  }

  /**
   * A value in exactly a scale's decimals, even where nothing but zeros is left: for an estimate
   * beside an interval that tells how little the lost digits say.
   */
  static String rounded(double value, Scale scale) {
    if (!Double.isFinite(value)) {
      return format(value, scale);
    }
    BigDecimal exact = new BigDecimal(value).movePointLeft(scale.power());
    BigDecimal rounded = exact.setScale(scale.decimals(), RoundingMode.HALF_EVEN);
    return exact.abs().doubleValue() >= 1e15 ? format(value, scale) : grouped(rounded);
  }

  /** A whole number, grouped. */
  static String count(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  /** A signed share as percent: two significant digits, three from 10 % on ({@code +1.3 %}). */
  static String signedPercent(double share) {
    String text = percent(share);
    return share > 0 ? "+" + text : text;
  }

  /** A share as percent without plus sign. */
  static String percent(double share) {
    if (!Double.isFinite(share)) {
      return "n/a";
    }
    BigDecimal percent = new BigDecimal(share).movePointRight(2);
    int digits = percent.abs().compareTo(BigDecimal.TEN) >= 0 ? 3 : 2;
    BigDecimal rounded = percent.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    BigDecimal stripped = rounded.stripTrailingZeros();
    if (stripped.signum() != 0 && stripped.abs().doubleValue() < TINY) {
      return scientific(stripped) + NARROW + "%";
    }
    return grouped(stripped.scale() < 0 ? stripped.setScale(0) : stripped) + NARROW + "%";
  }

  private static String scientific(BigDecimal value) {
    BigDecimal rounded = value.round(FIVE).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).toPlainString().replace('-', MINUS);
    return mantissa + "\u00a0×\u00a010" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }

  private static String grouped(BigDecimal value) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    int whole = point < 0 ? plain.length() : point;
    StringBuilder text = new StringBuilder(value.signum() < 0 ? String.valueOf(MINUS) : "");
    for (int i = 0; i < whole; i++) {
      if (i > 0 && (whole - i) % 3 == 0) {
        text.append(NARROW);
      }
      text.append(plain.charAt(i));
    }
    return text.append(plain, whole, plain.length()).toString();
  }
}
