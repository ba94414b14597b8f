package io.depinsim.reports.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as charts print them: k, M, G, T, P with at most three digits; the same everywhere. */
public final class TickLabels {

  private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private TickLabels() {}

  /** One value on its own: three digits and the prefix that fits it ({@code 1.96G}). */
  public static String compact(double value) {
    if (!Double.isFinite(value)) {
      return "n/a";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    return scaled(rounded, prefixIndex(rounded.abs().doubleValue()));
  }

  /**
   * A tick, in the prefix of its axis so that neighbours compare at a glance.
   *
   * @param value the tick, an exact decimal
   * @param largest largest absolute value on the axis
   */
  public static String tick(BigDecimal value, double largest) {
    return value.signum() == 0 ? "0" : scaled(value, prefixIndex(largest));
  }

  private static int prefixIndex(double magnitude) {
    int index = 0;
    double limit = 1000;
    while (magnitude >= limit && index < PREFIXES.length - 1) {
      index++;
      limit *= 1000;
    }
    return index;
  }

  private static String scaled(BigDecimal value, int prefix) {
    BigDecimal scaled = value.movePointLeft(3 * prefix).stripTrailingZeros();
    if (scaled.signum() == 0) {
      return "0";
    }
    int exponent = scaled.precision() - scaled.scale() - 1;
    if (exponent < -4 || exponent > 6) {
      return power(scaled, exponent);
    }
    return scaled.toPlainString().replace('-', '\u2212') + PREFIXES[prefix];
  }

  private static String power(BigDecimal value, int exponent) {
    BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
    String head =
        mantissa.abs().compareTo(BigDecimal.ONE) == 0 ? "" : mantissa.toPlainString() + "×";
    if (head.isEmpty() && mantissa.signum() < 0) {
      head = "-";
    }
    return head.replace('-', '\u2212') + "10" + superscript(exponent);
  }

  /** The fonts that pictures are drawn in have a macron and no superscript minus. */
  static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '\u00af' : SUPERSCRIPTS.charAt(c - '0'));
    }
    return text.toString();
  }
}
