package io.depinsim.core.scenario;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with the unit it was written with: {@code 100 USD}, {@code 12.5 %}, {@code 3}.
 *
 * @param value the number as written, exact
 * @param unit the unit as written; empty for a bare number
 */
public record Quantity(BigDecimal value, String unit) {
  /** Longest text read, so that no input costs much time or memory. */
  private static final int LONGEST = 200;

  private static final Pattern FORM =
      Pattern.compile("(" + ConfigParser.NUMBER.pattern() + ")(\\s*%.*|\\s+[^\\s0-9].*)?");

  /**
   * Reads a quantity: a decimal number, then a space and a unit ({@code %} may follow at once).
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static Quantity parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    if (text.length() > LONGEST || !matcher.matches()) {
      throw new IllegalArgumentException("must be a decimal number, a space and a unit");
    }
    String tail = matcher.group(matcher.groupCount());
    String unit = tail == null ? "" : tail.trim();
    return new Quantity(new BigDecimal(matcher.group(1).replace("_", "")), unit);
  }

  /** Whether text is a number, with or without a unit. */
  static boolean matches(String text) {
    return text.length() <= LONGEST && FORM.matcher(text.trim()).matches();
  }

  @Override
  public String toString() {
    return unit.isEmpty() ? value.toPlainString() : value.toPlainString() + " " + unit;
  }
}
