package io.depinsim.core.engine.service;

import io.depinsim.core.time.SimulatedTime;
import java.util.List;

/** A factor that depends on the hour of the day, UTC, and its integral over time. Immutable. */
final class HourlyRate {
  private static final int HOURS = 24;
  private static final double HOUR = SimulatedTime.MICROS_PER_HOUR;

  private final double[] factor = new double[HOURS];

  /** Integral from midnight to the begin of each hour; the last entry is that of a day. */
  private final double[] before = new double[HOURS + 1];

  /**
   * A rate.
   *
   * @param byHour a factor for each hour; empty for 1 all day
   */
  HourlyRate(List<Double> byHour) {
    for (int hour = 0; hour < HOURS; hour++) {
      factor[hour] = byHour.isEmpty() ? 1 : byHour.get(hour);
      before[hour + 1] = before[hour] + factor[hour] * HOUR;
    }
  }

  /** Integral since the start, which is midnight, factor times microseconds. */
  double until(long micros) {
    long day = Math.floorDiv(micros, SimulatedTime.MICROS_PER_DAY);
    long rest = micros - day * SimulatedTime.MICROS_PER_DAY;
    int hour = (int) (rest / SimulatedTime.MICROS_PER_HOUR);
    return day * before[HOURS]
        + before[hour]
        + factor[hour] * (rest - hour * SimulatedTime.MICROS_PER_HOUR);
  }

  /** First time at which the integral is so much, microseconds; infinite if it never is. */
  double reached(double integral) {
    if (before[HOURS] == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double day = Math.floor(integral / before[HOURS]);
    double rest = integral - day * before[HOURS];
    int hour = 0;
    while (hour < HOURS - 1 && before[hour + 1] < rest) {
      hour++;
    }
    double within = factor[hour] == 0 ? 0 : (rest - before[hour]) / factor[hour];
    return day * SimulatedTime.MICROS_PER_DAY + hour * HOUR + Math.min(HOUR, within);
  }
}
