package io.depinsim.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The one place where calendar months are added: UTC, clamped to the month's last day. */
final class CalendarMonths {
  private CalendarMonths() {}

  /** {@code from} plus {@code count} times {@code monthsEach} months. */
  static Instant add(Instant from, long count, int monthsEach) {
    try {
      long months = Math.multiplyExact(count, monthsEach);
      return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          from + " plus " + count + " times " + monthsEach + " months: beyond the calendar.", e);
    }
  }
}
