package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import java.util.List;
import java.util.Map;

/**
 * Everything a run measured.
 *
 * @param metrics what was recorded, in definition order
 * @param series values of every policy, regime, replicate and metric
 * @param digests one per policy, regime and replicate, in that order
 * @param clamps how often limiters bound, added up over replicates
 * @param invariants how often each was tested, in all replicates; empty if none was
 */
public record RunResult(
    List<MetricDefinition> metrics,
    SeriesTable series,
    List<Manifest.Digest> digests,
    List<Manifest.Clamp> clamps,
    Map<String, Long> invariants) {}
