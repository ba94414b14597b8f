package io.depinsim.core.metric;

/**
 * What a metric means.
 *
 * @param key name in series and scenario, {@code network.metric}
 * @param label what a chart's legend says
 * @param unit unit of every value, as printed ({@code FIL}, {@code EiB}, {@code 1} for a pure
 *     number)
 * @param formula how it is computed, in words or symbols
 * @param family heading it is listed under (Supply, Security, Service, …)
 * @param better whether more of it is better, worse, or neither
 */
public record MetricDefinition(
    String key, String label, String unit, String formula, String family, Direction better) {

  /** Which way a metric should move. */
  public enum Direction {
    HIGHER,
    LOWER,
    NEITHER
  }
}
