package io.depinsim.agents.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A quantity on record, by day: linear between knots, held before the first and after the last,
 * rounded to whole units on reading.
 */
final class Knots {
  private static final long SECONDS_PER_DAY = 86_400;

  private final TreeMap<Long, Double> unitsByDay;

  private Knots(TreeMap<Long, Double> unitsByDay) {
    this.unitsByDay = unitsByDay;
  }

  /**
   * Knots of a scenario.
   *
   * @param values by date, in the scenario's unit
   * @param start simulated instant zero; day 0 begins here
   * @param unitsPerValue capacity units in one of the scenario's unit
   */
  Knots(Map<LocalDate, Double> values, Instant start, double unitsPerValue) {
    this(new TreeMap<>());
    values.forEach(
        (date, value) -> {
          long seconds = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - start.getEpochSecond();
          unitsByDay.put(Math.floorDiv(seconds, SECONDS_PER_DAY), value * unitsPerValue);
        });
  }

  /** (a - b) times {@code factor} where positive, else 0, at every knot of either. */
  static Knots excess(Knots a, Knots b, double factor) {
    TreeSet<Long> days = new TreeSet<>(a.unitsByDay.keySet());
    days.addAll(b.unitsByDay.keySet());
    TreeMap<Long, Double> difference = new TreeMap<>();
    for (long day : days) {
      difference.put(day, Math.max(0, (a.interpolate(day) - b.interpolate(day)) * factor));
    }
    return new Knots(difference);
  }

  /** Whole units on a day. */
  long at(long day) {
    return Math.round(interpolate(day));
  }

  /** Whole units over the {@code days} days that end with {@code day}, for a quantity per day. */
  long over(long day, int days) {
    long sum = 0;
    for (int ago = 0; ago < days; ago++) {
      sum += at(day - ago);
    }
    return sum;
  }

  private double interpolate(long day) {
    Map.Entry<Long, Double> before = unitsByDay.floorEntry(day);
    Map.Entry<Long, Double> after = unitsByDay.ceilingEntry(day);
    if (before == null) {
      return after.getValue();
    }
    if (after == null || after.getKey().equals(before.getKey())) {
      return before.getValue();
    }
    double share = (double) (day - before.getKey()) / (after.getKey() - before.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
