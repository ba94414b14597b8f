package io.depinsim.core.scenario;

import java.util.List;
import java.util.Map;

/**
 * A region of the world where machines stand and work comes from.
 *
 * @param latency one-way delay to other regions, by name; the same in both directions, and stated
 *     once. None within a region and where nothing is stated
 * @param bandwidth rate at which data comes into the region; null for at once
 * @param traffic what it costs an allocator to bring a copy of data into the region
 * @param crews who repair broken machines, each one at a time, first come first served; null for
 *     enough of them
 * @param outages when machines of the region go down together; null for never
 * @param power price of energy
 * @param powerByHour factors of that price by hour of the day, UTC; none for the same all day
 */
public record RegionSpec(
    @InRange(atLeast = "0 s") @Omittable @InUnit("s") Map<String, Double> latency,
    @InRange(above = "0 B/s") @Omittable @InUnit("B/s") Double bandwidth,
    @InRange(atLeast = "0") @Omittable("0 currency/B") @InUnit("currency/B") double traffic,
    @InRange(atLeast = "1") @Omittable @InUnit("1") Integer crews,
    @Omittable OutagesSpec outages,
    @InRange(atLeast = "0") @Omittable @InUnit("currency/kWh") Double power,
    @InRange(atLeast = "0") @Omittable @InUnit("1") List<Double> powerByHour) {

  /**
   * When machines of a region go down together. Dates are the same whoever has machines there.
   *
   * @param every mean time from the end of an outage to the next, exponentially distributed
   * @param lasting mean time it lasts, exponentially distributed
   * @param share of machines that it hits, each by chance of its own
   */
  public record OutagesSpec(
      @InRange(above = "0 h") @InUnit("h") double every,
      @InRange(above = "0 h") @InUnit("h") double lasting,
      @InRange(above = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%") double share) {}

  /** Checks the hours. */
  public RegionSpec {
    requireHours("powerByHour", powerByHour);
    if (power == null && !powerByHour.isEmpty()) {
      throw new IllegalArgumentException("powerByHour: needs `power` beside it");
    }
  }

  /** A region where nothing goes wrong and energy and copies cost nothing. */
  public RegionSpec(Map<String, Double> latency, Double bandwidth) {
    this(latency, bandwidth, 0, null, null, null, List.of());
  }

  static void requireHours(String field, List<Double> factors) {
    if (!factors.isEmpty() && factors.size() != 24) {
      throw new IllegalArgumentException(field + ": must have 24 factors, one for each hour");
    }
  }
}
