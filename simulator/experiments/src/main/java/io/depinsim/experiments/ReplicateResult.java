package io.depinsim.experiments;

import java.util.List;
import java.util.Map;

/**
 * What one replicate leaves behind: little, unless its series are kept.
 *
 * @param replicate its number
 * @param digest of all state at all measurement points
 * @param summaries what {@link Summaries#ofReplicate} gave for each metric
 * @param expectations what {@link Expectations#values} gave; empty unless policy and regime are the
 *     base
 * @param readings what {@link Findings#readings} gave
 * @param series values by metric, then by measurement point; empty unless they are kept
 * @param clamps how often each limiter {bound, could have bound}, in order of declaration
 * @param ledgerScans how often every balance and claim was tested
 * @param eventChecks how often running totals and touched rows were tested
 */
record ReplicateResult(
    int replicate,
    String digest,
    List<double[]> summaries,
    double[] expectations,
    double[] readings,
    List<double[]> series,
    Map<String, long[]> clamps,
    long ledgerScans,
    long eventChecks) {}
