package io.depinsim.agents.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * A quantity on record, by day: linear between knots, held before the first and after the last,
 * rounded to whole units on reading.
 */
final class Knots {
  private static final long SECONDS_PER_DAY = 86_400;

  private final TreeMap<Long, Double> unitsByDay = new TreeMap<>();

  /**
   * Knots of a scenario.
   *
   * @param values by date, in the scenario's unit
   * @param start simulated instant zero; day 0 begins here
   * @param unitsPerValue capacity units in one of the scenario's unit
   */
  Knots(Map<LocalDate, Double> values, Instant start, double unitsPerValue) {
    values.forEach(
        (date, value) -> {
          long seconds = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - start.getEpochSecond();
          unitsByDay.put(Math.floorDiv(seconds, SECONDS_PER_DAY), value * unitsPerValue);
        });
  }

  /** The quantity on a day. */
  double at(long day) {
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
