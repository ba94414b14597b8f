package io.depinsim.core.incentive;

import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.SimulationCalendar;
import java.util.function.LongToDoubleFunction;

/**
 * Calendar months since a launch: month k is [launch + k months, launch + k + 1 months), by the
 * calendar of the scenario.
 *
 * <p>Times are microseconds since the scenario's start. Pure; costs a calendar addition for each
 * month touched and one for each sixty months since the launch.
 */
final class EmissionMonths {
  private static final long LONGEST_MONTH = SimulatedTime.ofDays(31);

  private final SimulationCalendar calendar;

  EmissionMonths(BuildContext context) {
    this.calendar = new SimulationCalendar(context.start());
  }

  /**
   * The month a time falls into.
   *
   * @param launch start of month 0
   * @param time not before the launch
   */
  long monthAt(long launch, long time) {
    // No month is longer than 31 days, so this starts at or before the month sought.
    long month = (time - launch) / LONGEST_MONTH;
    while (begin(launch, month + 1) <= time) {
      month++;
    }
    return month;
  }

  /** Length of a month in days. */
  double days(long launch, long month) {
    return SimulatedTime.toDays(begin(launch, month + 1) - begin(launch, month));
  }

  /**
   * What falls into a period if each month holds an amount that is spread evenly over it: the sum
   * over months of amount times the share of the month that the period covers. Whole months count
   * exactly; time before the launch holds nothing.
   *
   * @param from start of the period
   * @param to its end, not before {@code from}
   * @param amountOfMonth amount by month, finite
   */
  double within(long launch, long from, long to, LongToDoubleFunction amountOfMonth) {
    long cursor = Math.max(from, launch);
    if (cursor >= to) {
      return 0;
    }
    double sum = 0;
    long month = monthAt(launch, cursor);
    long begin = begin(launch, month);
    while (cursor < to) {
      long end = begin(launch, month + 1);
      long until = Math.min(end, to);
      double share = (until - cursor) / (double) (end - begin);
      sum += amountOfMonth.applyAsDouble(month) * share;
      cursor = until;
      begin = end;
      month++;
    }
    return sum;
  }

  private long begin(long launch, long month) {
    return calendar.addMonths(launch, month);
  }
}
