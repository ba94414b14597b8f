package io.depinsim.core.market;

import io.depinsim.core.time.SimulationCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prices of given days: at midnight UTC of each day its price, between two days along a straight
 * line in the logarithm, before the first and after the last that one's price. A function of time.
 */
public final class DatedPrices {
  private final TreeMap<Long, Double> priceAtMicros = new TreeMap<>();

  /**
   * Prices by day.
   *
   * @param points price by day, one day at least, each &gt; 0
   * @throws IllegalArgumentException if a day lies more than 285 years from the start
   */
  public DatedPrices(Map<LocalDate, Double> points, SimulationCalendar calendar) {
    points.forEach((day, price) -> priceAtMicros.put(calendar.ofDate(day), price));
  }

  /** Price so many microseconds after the start. */
  public double at(long nowMicros) {
    Map.Entry<Long, Double> before = priceAtMicros.floorEntry(nowMicros);
    Map.Entry<Long, Double> after = priceAtMicros.higherEntry(nowMicros);
    if (before == null || after == null) {
      return (before == null ? after : before).getValue();
    }
    double whole = after.getKey() - before.getKey();
    double share = (nowMicros - before.getKey()) / whole;
    return before.getValue() * StrictMath.pow(after.getValue() / before.getValue(), share);
  }
}
