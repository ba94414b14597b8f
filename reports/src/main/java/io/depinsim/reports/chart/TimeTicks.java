package io.depinsim.reports.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks of a time axis: first days of months ({@code 2021-07}), or days when the span is short. */
final class TimeTicks {

  private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 36, 60, 120, 240};
  private static final int[] DAY_STEPS = {1, 2, 7, 14};
  private static final double SHORT_SPAN_DAYS = 70;

  private TimeTicks() {}

  /**
   * Ticks within [first, last].
   *
   * @param first days since 1970-01-01
   * @param last days since 1970-01-01
   * @param most largest number of ticks wanted
   */
  static List<Tick> between(double first, double last, int most) {
    return last - first < SHORT_SPAN_DAYS ? days(first, last, most) : months(first, last, most);
  }

  private static List<Tick> days(double first, double last, int most) {
    int step = DAY_STEPS[DAY_STEPS.length - 1];
    for (int i = DAY_STEPS.length - 1; i >= 0; i--) {
      step = (last - first) / DAY_STEPS[i] < most ? DAY_STEPS[i] : step;
    }
    List<Tick> ticks = new ArrayList<>();
    for (long day = (long) Math.ceil(first); day <= last; day += step) {
      ticks.add(new Tick(day, LocalDate.ofEpochDay(day).toString()));
    }
    return ticks;
  }

  private static List<Tick> months(double first, double last, int most) {
    double span = (last - first) / 30.44;
    int step = MONTH_STEPS[MONTH_STEPS.length - 1];
    for (int i = MONTH_STEPS.length - 1; i >= 0; i--) {
      step = span / MONTH_STEPS[i] < most ? MONTH_STEPS[i] : step;
    }
    LocalDate day = LocalDate.ofEpochDay((long) Math.floor(first)).withDayOfMonth(1);
    List<Tick> ticks = new ArrayList<>();
    for (; day.toEpochDay() <= last; day = day.plusMonths(1)) {
      int months = day.getYear() * 12 + day.getMonthValue() - 1;
      if (day.toEpochDay() >= first && months % step == 0) {
        String label = String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
        ticks.add(new Tick(day.toEpochDay(), label));
      }
    }
    return ticks;
  }
}
