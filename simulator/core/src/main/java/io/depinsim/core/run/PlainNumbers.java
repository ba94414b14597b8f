package io.depinsim.core.run;

/**
 * The one place that turns doubles into text for files: the shortest decimal that reads back as the
 * same double, the same bytes on every JDK.
 *
 * <p>From {@code 1E-6} up to, but not including, {@code 1E15} a number is written plainly ({@code
 * 0.25}, {@code 1969999999}); outside that range with an exponent ({@code 4.9E-7}, {@code 1E15}).
 * No trailing zeros, no plus sign, no digit grouping. Both zeros are written {@code 0}, because
 * state that differs only in the sign of a zero counts as equal; every other finite number keeps
 * all its bits. Infinity and NaN are refused.
 */
public final class PlainNumbers {
  /** Smallest power of ten of the leading digit that is written plainly. */
  private static final int LOWEST_PLAIN = -6;

  private static final int HIGHEST_PLAIN = 14;

  private PlainNumbers() {}

  /**
   * The shortest text that reads back as {@code value}.
   *
   * @throws IllegalArgumentException if the value is infinite or NaN
   */
  public static String format(double value) {
    StringBuilder text = new StringBuilder(26);
    append(value, text);
    return text.toString();
  }

  /**
   * Appends {@link #format} of {@code value}.
   *
   * @throws IllegalArgumentException if the value is infinite or NaN; nothing is appended
   */
  public static void append(double value, StringBuilder text) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          value + " cannot be written: files hold finite numbers only.");
    }
    if (value == 0.0) {
      text.append('0');
      return;
    }
    if (value < 0) {
      text.append('-');
    }
    ShortestDecimal decimal = ShortestDecimal.of(Math.abs(value));
    write(decimal.digits(), decimal.exponent(), text);
  }

  /**
   * Reads what {@link #format} writes, and any other plain or scientific decimal.
   *
   * @throws NumberFormatException if the text is anything else, Java's {@code NaN}, {@code 1f} and
   *     hexadecimal numbers included, or too large for a double
   */
  public static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean numeric = c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
      if (!numeric && c != 'E' && c != 'e') {
        throw new NumberFormatException("'" + text + "' is not a number");
      }
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      NumberFormatException refusal = new NumberFormatException("'" + text + "' is not a number");
      refusal.initCause(e);
      throw refusal;
    }
    if (!Double.isFinite(value)) {
      throw new NumberFormatException("'" + text + "' is too large");
    }
    return value;
  }

  private static void write(long digits, int exponent, StringBuilder text) {
    int start = text.length();
    text.append(digits);
    int count = text.length() - start;
    int leading = exponent + count - 1;
    if (leading < LOWEST_PLAIN || leading > HIGHEST_PLAIN) {
      if (count > 1) {
        text.insert(start + 1, '.');
      }
      text.append('E').append(leading);
    } else if (exponent >= 0) {
      text.append("00000000000000", 0, exponent);
    } else if (leading >= 0) {
      text.insert(start + leading + 1, '.');
    } else {
      text.insert(start, "0.00000", 0, 1 - leading);
    }
  }
}
