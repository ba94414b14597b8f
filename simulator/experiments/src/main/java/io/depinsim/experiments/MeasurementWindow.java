package io.depinsim.experiments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Measurements in a window of days, both ends included.
 *
 * @param from place of the first
 * @param to place behind the last; not above {@code from} if there is none
 */
record MeasurementWindow(int from, int to) {

  /** Those of a window whose ends are given in UTC days. */
  static MeasurementWindow of(List<Instant> times, LocalDate first, LocalDate last) {
    int from = 0;
    while (from < times.size() && day(times.get(from)).isBefore(first)) {
      from++;
    }
    int to = times.size();
    while (to > 0 && day(times.get(to - 1)).isAfter(last)) {
      to--;
    }
    return new MeasurementWindow(from, to);
  }

  /**
   * Those of a window that may be open.
   *
   * @param first its first day; null for the end of the warm-up
   * @param last its last day; null for the end of the run
   * @param firstPoint first measurement after the warm-up
   */
  static MeasurementWindow of(
      List<Instant> times, LocalDate first, LocalDate last, int firstPoint) {
    MeasurementWindow days =
        of(
            times,
            first == null ? day(times.get(0)) : first,
            last == null ? day(times.get(times.size() - 1)) : last);
    return first == null
        ? new MeasurementWindow(Math.max(firstPoint, days.from()), days.to())
        : days;
  }

  boolean isEmpty() {
    return from >= to;
  }

  /** The UTC day of an instant. */
  static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
