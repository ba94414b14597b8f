package io.depinsim.core.time;

/**
 * Instants at which something repeats: the n-th lies n steps after the start, months and years by
 * the calendar.
 *
 * @param calendar dates of the run
 * @param step time between two instants, longer than nothing
 */
public record Ticks(SimulationCalendar calendar, Span step) {
  /** A twelfth of 365.25 days, the month by which rates are converted for clocks in days. */
  public static final double MICROS_PER_MONTH = 365.25 / 12 * SimulatedTime.MICROS_PER_DAY;

  /**
   * Checks the step.
   *
   * @throws IllegalArgumentException if it is nothing
   */
  public Ticks {
    if (step.count() == 0) {
      throw new IllegalArgumentException("clock: a step must be longer than nothing");
    }
  }

  /** The n-th instant, microseconds since the start; 0 is the start itself. */
  public long instant(long n) {
    return calendar.plus(0, step.times(n));
  }

  /** First instant at or after a time, microseconds since the start. */
  public long firstFrom(long micros) {
    long n = Math.max(1, (long) (micros / (months() * MICROS_PER_MONTH)) - 1);
    while (instant(n) < micros) {
      n++;
    }
    return instant(n);
  }

  /** Length of a step in months; of a clock in days, in months of a twelfth of 365.25 days. */
  public double months() {
    return step.unit().isFixed() ? step.fixedMicros() / MICROS_PER_MONTH : step.wholeMonths();
  }
}
