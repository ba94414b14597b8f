package io.depinsim.core.scenario;

import java.time.Instant;

/**
 * What a mechanism may know about the run it is built for.
 *
 * @param network name of the network that owns the mechanism
 * @param asset token of that network
 * @param decimals minor units of one token are {@code 10^decimals}
 * @param start simulated instant zero
 * @param unitBytes bytes of one unit of capacity; 0 if capacity is simply counted
 * @param boost how often a unit of the higher quality class counts
 */
public record BuildContext(
    String network, String asset, int decimals, Instant start, double unitBytes, int boost) {

  /** A context in which capacity is simply counted and every unit counts once. */
  public BuildContext(String network, String asset, int decimals, Instant start) {
    this(network, asset, decimals, start, 0, 1);
  }
}
