package io.depinsim.core.metric;

import java.util.function.DoubleSupplier;

/**
 * A metric and how to read it now. Reading changes nothing and draws no random numbers.
 *
 * @param definition what it means
 * @param value reads it, in the definition's unit; finite
 */
public record Gauge(MetricDefinition definition, DoubleSupplier value) {}
