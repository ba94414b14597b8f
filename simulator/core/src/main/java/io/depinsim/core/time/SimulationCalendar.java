package io.depinsim.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Ties simulated time to dates, in UTC and the Gregorian calendar.
 *
 * @param start instant of simulated time zero, whole microseconds
 */
public record SimulationCalendar(Instant start) {
  /** Beyond this the exact check in microseconds could overflow. */
  private static final long FURTHEST_SECONDS =
      SimulatedTime.MAX_MICROS / SimulatedTime.MICROS_PER_SECOND + 1;

  /**
   * A calendar from a start.
   *
   * @throws IllegalArgumentException if the start has a fraction of a microsecond
   */
  public SimulationCalendar {
    requireWholeMicros(start);
  }

  /** A calendar that starts at midnight UTC of a date. */
  public static SimulationCalendar startingOn(LocalDate date) {
    return new SimulationCalendar(midnight(date));
  }

  /**
   * The instant of a simulated time.
   *
   * @param micros simulated time
   * @throws IllegalArgumentException if it is beyond ±2^53
   */
  public Instant toInstant(long micros) {
    return start.plus(SimulatedTime.requireInRange(micros), ChronoUnit.MICROS);
  }

  /**
   * The UTC date on which a simulated time falls.
   *
   * @throws IllegalArgumentException if the time is beyond ±2^53
   */
  public LocalDate toDate(long micros) {
    return toInstant(micros).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Simulated time of an instant, negative before the start.
   *
   * @throws IllegalArgumentException if the instant has a fraction of a microsecond or lies more
   *     than 2^53 µs from the start
   */
  public long ofInstant(Instant instant) {
    requireWholeMicros(instant);
    long seconds = instant.getEpochSecond() - start.getEpochSecond();
    long micros = (instant.getNano() - start.getNano()) / 1_000;
    if (Math.abs(seconds) > FURTHEST_SECONDS) {
      throw new IllegalArgumentException(
          "instant " + instant + ": more than 285 years from the start " + start + ".");
    }
    return SimulatedTime.requireInRange(seconds * SimulatedTime.MICROS_PER_SECOND + micros);
  }

  /**
   * Simulated time of midnight UTC of a date, negative before the start.
   *
   * @throws IllegalArgumentException if it lies more than 2^53 µs from the start
   */
  public long ofDate(LocalDate date) {
    return ofInstant(midnight(date));
  }

  /**
   * A time later by a span; months and years go by the calendar, as {@link Span#plusTo} says.
   *
   * <p>For the n-th of a series use {@code plus(first, span.times(n))}: repeated steps of a month
   * from the 31st would slide to the 28th and stay there.
   *
   * @throws IllegalArgumentException if either time is beyond ±2^53
   */
  public long plus(long micros, Span span) {
    return ofInstant(span.plusTo(toInstant(micros)));
  }

  /**
   * A time some calendar months later, or earlier if negative; same day of the month and time of
   * day, or the month's last day where it is shorter.
   *
   * @throws IllegalArgumentException if either time is beyond ±2^53
   */
  public long addMonths(long micros, long months) {
    return ofInstant(CalendarMonths.add(toInstant(micros), months, 1));
  }

  /**
   * A time some calendar years later, or earlier if negative; 29 February becomes the 28th where
   * there is none.
   *
   * @throws IllegalArgumentException if either time is beyond ±2^53
   */
  public long addYears(long micros, long years) {
    return ofInstant(CalendarMonths.add(toInstant(micros), years, 12));
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void requireWholeMicros(Instant instant) {
    if (instant.getNano() % 1_000 != 0) {
      throw new IllegalArgumentException(
          "instant " + instant + ": simulated time counts whole microseconds.");
    }
  }
}
