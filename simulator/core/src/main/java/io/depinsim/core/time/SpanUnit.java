package io.depinsim.core.time;

/** Units in which a {@link Span} counts. */
public enum SpanUnit {
  SECONDS("second", SimulatedTime.MICROS_PER_SECOND, 0),
  MINUTES("minute", SimulatedTime.MICROS_PER_MINUTE, 0),
  HOURS("hour", SimulatedTime.MICROS_PER_HOUR, 0),
  DAYS("day", SimulatedTime.MICROS_PER_DAY, 0),
  WEEKS("week", SimulatedTime.MICROS_PER_WEEK, 0),
  MONTHS("month", 0, 1),
  YEARS("year", 0, 12);

  private final String singular;
  private final long micros;
  private final int months;

  SpanUnit(String singular, long micros, int months) {
    this.singular = singular;
    this.micros = micros;
    this.months = months;
  }

  /** The English word for one: {@code month}. */
  public String singular() {
    return singular;
  }

  /** The English word for several: {@code months}. */
  public String plural() {
    return singular + "s";
  }

  /** Whether every such unit is equally long: true up to weeks, false for months and years. */
  public boolean isFixed() {
    return micros > 0;
  }

  /** Length in microseconds of a fixed unit; zero for months and years. */
  long micros() {
    return micros;
  }

  /** Length in months of a calendar unit; zero for the others. */
  int months() {
    return months;
  }
}
