package io.depinsim.core.scenario;

import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import java.time.LocalDate;

/**
 * How long and how often a scenario runs.
 *
 * @param seed seed of every draw; there is no hidden one
 * @param replicates independent repetitions
 * @param start first day, UTC midnight
 * @param horizon how long, from the start; null if {@code end} is given
 * @param end day on which it stops, UTC midnight; null if {@code horizon} is given
 * @param warmUp time after the start that summaries leave out; null for none
 * @param measure time between two measurements
 * @param decisions which decisions are logged; changes no result
 */
public record RunSpec(
    @InUnit("1") long seed,
    @InRange(atLeast = "1", atMost = "1048576") @Omittable("1") @InUnit("1") int replicates,
    LocalDate start,
    @InRange(above = "0") @Omittable Span horizon,
    @Omittable LocalDate end,
    @Omittable Span warmUp,
    @InRange(above = "0") @Omittable("1 day") Span measure,
    @Omittable DecisionLogSpec decisions) {

  /**
   * Most measurements of a run: each takes 8 bytes for every metric and replicate at work, and an
   * event; a hundred metrics then fill a gigabyte.
   */
  public static final long MOST_MEASUREMENTS = 1_000_000;

  /** Checks that one end is stated and lies after the start. */
  public RunSpec {
    if ((horizon == null) == (end == null)) {
      throw new IllegalArgumentException("exactly one of `horizon` and `end` must be given");
    }
    if (end != null && !end.isAfter(start)) {
      throw new IllegalArgumentException("end: must be after the start");
    }
    requireFewMeasurements(start, horizon, end, measure);
    decisions = decisions == null ? DecisionLogSpec.DEFAULT : decisions;
  }

  /** Counts without building anything; spans by the calendar are never too many. */
  private static void requireFewMeasurements(
      LocalDate start, Span horizon, LocalDate end, Span measure) {
    if (!measure.unit().isFixed()) {
      return;
    }
    SimulationCalendar calendar = SimulationCalendar.startingOn(start);
    long length = end != null ? calendar.ofDate(end) : calendar.plus(0, horizon);
    long count = length / measure.fixedMicros() + 1;
    if (count > MOST_MEASUREMENTS) {
      throw new IllegalArgumentException(
          "measure: would make "
              + count
              + " measurements, more than the "
              + MOST_MEASUREMENTS
              + " that a run can hold. Maybe measure less often, or run for a shorter time");
    }
  }
}
