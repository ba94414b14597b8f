package io.depinsim.experiments;

import java.util.Map;

/**
 * What one replicate leaves behind.
 *
 * @param policy its policy
 * @param regime its regime
 * @param replicate its number
 * @param digest of all state at all measurement points
 * @param series values by metric, in definition order, then by measurement point
 * @param clamps how often each limiter {bound, could have bound}, in order of declaration
 * @param events events stepped
 */
record ReplicateResult(
    String policy,
    String regime,
    int replicate,
    String digest,
    double[][] series,
    Map<String, long[]> clamps,
    long events) {}
