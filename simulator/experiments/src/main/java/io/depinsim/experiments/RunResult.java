package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import java.util.List;

/**
 * Everything a run measured.
 *
 * @param metrics what was recorded, in definition order
 * @param series values of every policy, regime, replicate and metric
 * @param digests one per policy, regime and replicate, in that order
 * @param clamps how often limiters bound, added up over replicates
 * @param events events stepped in all replicates
 */
public record RunResult(
    List<MetricDefinition> metrics,
    SeriesTable series,
    List<Manifest.Digest> digests,
    List<Manifest.Clamp> clamps,
    long events) {}
