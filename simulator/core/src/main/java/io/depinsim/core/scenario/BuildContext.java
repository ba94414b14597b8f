package io.depinsim.core.scenario;

import java.time.Instant;

/**
 * What a mechanism may know about the run it is built for.
 *
 * @param network name of the network that owns the mechanism
 * @param asset token of that network
 * @param decimals minor units of one token are {@code 10^decimals}
 * @param start simulated instant zero
 */
public record BuildContext(String network, String asset, int decimals, Instant start) {}
