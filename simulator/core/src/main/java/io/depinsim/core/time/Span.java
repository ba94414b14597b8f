package io.depinsim.core.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people write it: {@code 6 months}, {@code 1 day}. Two spans are equal only if
 * written in the same unit: 7 days is not 1 week.
 *
 * @param count how many units, ≥ 0
 * @param unit what is counted
 */
public record Span(long count, SpanUnit unit) {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:_\\d+)*) +([a-z]+)");
  private static final Pattern NEARLY = Pattern.compile("(\\d+)\\s*([a-zA-Z]+)");
  private static final String RULE =
      " is not a whole number and a unit (seconds, minutes, hours, days, weeks, months, years).";

  /**
   * A span.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public Span {
    if (count < 0) {
      throw new IllegalArgumentException("span: count " + count + " is below 0.");
    }
  }

  /**
   * Reads a span: a whole number, one or more spaces, and a unit, singular or plural. Underscores
   * may group digits ({@code 1_000 days}). Abbreviations and fractions are refused.
   *
   * @throws IllegalArgumentException naming the text, the rule and a likely spelling
   */
  public static Span parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("span '" + text + "'" + RULE + hint(text));
    }
    for (SpanUnit unit : SpanUnit.values()) {
      if (matcher.group(2).equals(unit.singular()) || matcher.group(2).equals(unit.plural())) {
        return new Span(count(text, matcher.group(1)), unit);
      }
    }
    throw new IllegalArgumentException("span '" + text + "'" + RULE + hint(text));
  }

  /**
   * The same unit, {@code factor} times as many: the n-th step of a series.
   *
   * @throws IllegalArgumentException if the factor is negative or the count leaves a long
   */
  public Span times(long factor) {
    try {
      return new Span(Math.multiplyExact(count, factor), unit);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("span: " + factor + " times " + this + " is too long.", e);
    }
  }

  /**
   * An instant later by this span. Months and years go by the UTC calendar: same day and time of
   * day, or the month's last day where it is shorter (31 January plus 1 month is 28 or 29
   * February).
   *
   * @throws IllegalArgumentException if the result is out of the calendar or a fixed span exceeds
   *     2^53 µs
   */
  public Instant plusTo(Instant from) {
    if (unit.isFixed()) {
      return from.plus(fixedMicros(), ChronoUnit.MICROS);
    }
    return CalendarMonths.add(from, count, unit.months());
  }

  /**
   * Length in microseconds, for units of fixed length.
   *
   * @throws IllegalArgumentException for months and years, which differ in length, and beyond 2^53
   */
  public long fixedMicros() {
    if (!unit.isFixed()) {
      throw new IllegalArgumentException(
          "span '"
              + this
              + "': months and years go by the calendar and have no fixed length."
              + " Maybe give it in days or weeks.");
    }
    return SimulatedTime.scaled(count, unit.micros());
  }

  /**
   * Number of calendar months, for spans in months or years.
   *
   * @throws IllegalArgumentException for units of fixed length, or beyond 32 bits
   */
  public int wholeMonths() {
    if (unit.isFixed()) {
      throw new IllegalArgumentException(
          "span '" + this + "': must be in months or years. Maybe '6 months'.");
    }
    try {
      return Math.toIntExact(Math.multiplyExact(count, unit.months()));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("span: " + this + " is too long.", e);
    }
  }

  /** The canonical form: {@code 6 months}, {@code 1 day}. {@link #parse} reads it back. */
  @Override
  public String toString() {
    return count + " " + (count == 1 ? unit.singular() : unit.plural());
  }

  private static long count(String text, String digits) {
    try {
      return Long.parseLong(digits.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("span '" + text + "': the number is too large.", e);
    }
  }

  /** A guess at what was meant: the digits given, and the unit whose beginning agrees longest. */
  private static String hint(String text) {
    Matcher whole = NEARLY.matcher(text.strip());
    if (!whole.matches()) {
      return " Maybe '6 months'.";
    }
    // The case is given up only in the guess, never in what is accepted.
    String word = whole.group(2).toLowerCase(Locale.ROOT);
    SpanUnit best = SpanUnit.DAYS;
    int longest = 0;
    for (SpanUnit unit : SpanUnit.values()) {
      int agree = 0;
      while (agree < Math.min(word.length(), unit.plural().length())
          && word.charAt(agree) == unit.plural().charAt(agree)) {
        agree++;
      }
      if (agree > longest) {
        longest = agree;
        best = unit;
      }
    }
    String number = whole.group(1);
    return " Maybe '"
        + number
        + " "
        + (number.equals("1") ? best.singular() : best.plural())
        + "'.";
  }
}
