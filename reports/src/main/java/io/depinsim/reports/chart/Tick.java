package io.depinsim.reports.chart;

/**
 * A labelled place on an axis.
 *
 * @param position in axis coordinates: the value, or its decimal logarithm on a logarithmic axis,
 *     or days since 1970-01-01
 * @param label text; empty for a grid line only
 */
record Tick(double position, String label) {}
