package io.depinsim.experiments;

import java.util.List;
import java.util.Map;

/**
 * What one replicate leaves behind.
 *
 * @param policy its policy
 * @param regime its regime
 * @param replicate its number
 * @param digest of all state at all measurement points
 * @param metrics keys of what was recorded; policies may have different ones
 * @param series values by metric, in the order of {@code metrics}, then by measurement point
 * @param clamps how often each limiter {bound, could have bound}, in order of declaration
 * @param ledgerScans how often every balance and claim was tested
 * @param eventChecks how often running totals and touched rows were tested
 */
record ReplicateResult(
    String policy,
    String regime,
    int replicate,
    String digest,
    List<String> metrics,
    double[][] series,
    Map<String, long[]> clamps,
    long ledgerScans,
    long eventChecks) {}
