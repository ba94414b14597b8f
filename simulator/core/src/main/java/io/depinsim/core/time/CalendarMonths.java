package io.depinsim.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The one place where calendar months are added: UTC, clamped to the month's last day. */
final class CalendarMonths {
  private CalendarMonths() {}

  static Instant add(Instant from, long months) {
    try {
      return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          from + " plus " + months + " months: no date in the calendar.", e);
    }
  }
}
