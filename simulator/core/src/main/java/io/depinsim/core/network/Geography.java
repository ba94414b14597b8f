package io.depinsim.core.network;

import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.time.SimulatedTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Regions and how long it takes from one to another. A world without regions is one nameless region
 * in which everything is near. Immutable.
 */
public final class Geography {
  private static final double MICROS_PER_SECOND = SimulatedTime.MICROS_PER_DAY / 86_400.0;

  private final List<String> names;
  private final long[][] latency;
  private final double[] bytesPerMicro;

  /**
   * The regions of a scenario.
   *
   * @throws IllegalArgumentException if one delay is stated twice and differently; the message
   *     begins with a path
   */
  public Geography(Map<String, RegionSpec> regions) {
    this.names = regions.isEmpty() ? List.of("") : List.copyOf(regions.keySet());
    this.latency = new long[names.size()][names.size()];
    this.bytesPerMicro = new double[names.size()];
    Arrays.fill(bytesPerMicro, Double.POSITIVE_INFINITY);
    regions.forEach(
        (name, spec) -> {
          if (spec.bandwidth() != null) {
            bytesPerMicro[index(name)] = spec.bandwidth() / MICROS_PER_SECOND;
          }
          spec.latency().forEach((other, seconds) -> delay(name, other, seconds));
        });
  }

  private void delay(String name, String other, double seconds) {
    int a = index(name);
    int b = index(other);
    long micros = (long) (seconds * MICROS_PER_SECOND);
    if (a == b || latency[a][b] != 0 && latency[a][b] != micros) {
      throw new IllegalArgumentException(
          "regions."
              + name
              + ".latency."
              + other
              + (a == b
                  ? ": is within one region, where there is none. Maybe remove it?"
                  : ": is stated twice, and differently. Maybe remove one?"));
    }
    latency[a][b] = micros;
    latency[b][a] = micros;
  }

  /** Number of regions, ≥ 1. */
  public int regions() {
    return names.size();
  }

  /** Name of a region; empty for the only one of a world without regions. */
  public String name(int region) {
    return names.get(region);
  }

  /**
   * Place of a region.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("regions: no region " + name);
    }
    return index;
  }

  /** One-way delay, microseconds; 0 within a region. */
  public long latencyMicros(int from, int to) {
    return latency[from][to];
  }

  /** Time to bring data from one region into another, microseconds; 0 within a region. */
  public long fetchMicros(double bytes, int from, int to) {
    return from == to ? 0 : latency[from][to] + (long) (bytes / bytesPerMicro[to]);
  }

  /**
   * Running totals of shares by region, in the order of regions; the last is 1. Without shares
   * everything is in the first region.
   */
  public double[] cumulative(Map<String, Double> shares) {
    double[] total = new double[regions()];
    double sum = 0;
    for (int region = 0; region < total.length; region++) {
      sum += shares.getOrDefault(names.get(region), shares.isEmpty() && region == 0 ? 1.0 : 0.0);
      total[region] = sum;
    }
    total[total.length - 1] = 1;
    return total;
  }
}
