package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.Scenario;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks, before anything runs, that every metric a scenario speaks of exists. */
final class MetricNames {
  private MetricNames() {}

  /**
   * Checks charts, histories, expectations and metric wishes.
   *
   * @throws IllegalArgumentException if a metric does not exist; names path and key
   */
  static void check(Scenario scenario) {
    Scenario base = scenario.policy(scenario.policies().get(0));
    Set<String> known = new LinkedHashSet<>();
    for (MetricDefinition d :
        new Assembler(base).assemble(0, CheckLevel.NONE, key -> true).definitions()) {
      known.add(d.key());
    }
    scenario
        .charts()
        .forEach((name, chart) -> chart.metrics().forEach(m -> check("charts." + name, m, known)));
    scenario.history().forEach((name, h) -> check("history." + name, h.metric(), known));
    scenario.expect().forEach(e -> check("expect '" + e.name() + "'", e.metric(), known));
    scenario.metrics().keySet().forEach(key -> check("metrics", key, known));
  }

  private static void check(String path, String metric, Set<String> known) {
    if (!known.contains(metric)) {
      throw new IllegalArgumentException(
          path
              + ": "
              + metric
              + ": no metric of this scenario. Maybe one of "
              + String.join(", ", known)
              + "?");
    }
  }
}
