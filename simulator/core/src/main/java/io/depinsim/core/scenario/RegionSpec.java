package io.depinsim.core.scenario;

import java.util.Map;

/**
 * A region of the world where machines stand and work comes from.
 *
 * @param latency one-way delay to other regions, by name; the same in both directions, and stated
 *     once. None within a region and where nothing is stated
 * @param bandwidth rate at which data comes into the region; null for at once
 * @param traffic what it costs an allocator to bring a copy of data into the region
 */
public record RegionSpec(
    @InRange(atLeast = "0 s") @Omittable @InUnit("s") Map<String, Double> latency,
    @InRange(above = "0 B/s") @Omittable @InUnit("B/s") Double bandwidth,
    @InRange(atLeast = "0") @Omittable("0 currency/B") @InUnit("currency/B") double traffic) {
  /** A region into which copies cost nothing. */
  public RegionSpec(Map<String, Double> latency, Double bandwidth) {
    this(latency, bandwidth, 0);
  }
}
