package io.depinsim.core.time;

/**
 * Instants at which something repeats: the n-th lies n steps after the start, months and years by
 * the calendar.
 *
 * @param calendar dates of the run
 * @param step time between two instants, longer than nothing
 */
public record Ticks(SimulationCalendar calendar, Span step) {
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
}
