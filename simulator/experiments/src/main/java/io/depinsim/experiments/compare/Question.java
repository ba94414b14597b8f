package io.depinsim.experiments.compare;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.ExpectSpec.Statistic;
import io.depinsim.core.scenario.MetricSpec;
import java.util.Optional;

/**
 * What is compared: one number per replicate.
 *
 * @param name what the scenario calls the question; empty for a metric that it asks nothing of
 * @param metric key of the metric
 * @param statistic what is computed from its series
 * @param unit unit of the number; {@code 1} for a pure one
 * @param better which way is better
 * @param spec the question as asked; empty for a metric that the scenario asks nothing of
 */
public record Question(
    String name,
    String metric,
    Statistic statistic,
    String unit,
    Direction better,
    Optional<MetricSpec> spec) {

  /** Whether the scenario asks it; if not, it is told and not judged. */
  public boolean asked() {
    return spec.isPresent();
  }
}
