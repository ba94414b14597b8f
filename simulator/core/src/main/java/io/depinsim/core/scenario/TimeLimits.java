package io.depinsim.core.scenario;

import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How far dates and spans of a scenario may reach, so that times between them, counted in
 * microseconds, are exact: see {@link SimulatedTime}.
 */
final class TimeLimits {
  /** The rule that {@link #allows} checks, as a clause. */
  static final String LONGEST = "must be at most 285 years";

  private static final long MOST_MONTHS = 285 * 12;
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private TimeLimits() {}

  /** Whether a span can be counted in simulated time. */
  static boolean allows(Span span) {
    try {
      return span.unit().isFixed()
          ? span.fixedMicros() <= SimulatedTime.MAX_MICROS
          : span.wholeMonths() <= MOST_MONTHS;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The same day, if any two such days are near enough.
   *
   * @throws IllegalArgumentException with a clause that says which are
   */
  static LocalDate require(LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw new IllegalArgumentException("must lie between " + FIRST + " and " + LAST);
    }
    return day;
  }

  /**
   * The same instant, if its day is allowed.
   *
   * @throws IllegalArgumentException as {@link #require(LocalDate)} does
   */
  static Instant require(Instant instant) {
    require(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    return instant;
  }
}
