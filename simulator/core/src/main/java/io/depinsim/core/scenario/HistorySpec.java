package io.depinsim.core.scenario;

import java.time.LocalDate;
import java.util.Map;

/**
 * A measured history that a run is drawn and scored against; no mechanism reads it.
 *
 * @param metric key of the metric it is the real counterpart of
 * @param label what a chart's legend says
 * @param points values by day, as bare numbers in the unit of the metric
 * @param hour of the day, UTC, at which they were read
 */
public record HistorySpec(
    String metric,
    String label,
    @InUnit("1") Map<LocalDate, Double> points,
    @InRange(atLeast = "0", atMost = "23") @Omittable("0") @InUnit("1") int hour) {}
