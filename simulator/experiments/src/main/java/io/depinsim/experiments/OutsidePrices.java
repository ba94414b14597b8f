package io.depinsim.experiments;

import io.depinsim.core.market.TokenExchange;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Networks whose token has a price from outside: nothing in the world can move it, so nothing that
 * happens to it says anything about a policy.
 */
public final class OutsidePrices {
  private static final String FAMILY = "Price";

  private OutsidePrices() {}

  /** Names of such networks in a scenario with one policy and regime applied. */
  static Set<String> networks(Scenario applied) {
    Set<String> outside = new LinkedHashSet<>();
    applied
        .networks()
        .forEach(
            (name, spec) -> {
              if (spec.exchange() != null) {
                BuildContext context =
                    new BuildContext(
                        name,
                        spec.asset(),
                        applied.assets().get(spec.asset()).decimals(),
                        SimulationCalendar.startingOn(applied.run().start()).start());
                if (spec.exchange().build(TokenExchange.class, context).exogenous()) {
                  outside.add(name);
                }
              }
            });
    return outside;
  }

  /** Whether a metric is about a price that comes from outside. */
  static boolean concern(Set<String> networks, MetricDefinition metric) {
    return metric.family().equals(FAMILY)
        && networks.contains(metric.key().substring(0, metric.key().indexOf('.')));
  }

  /**
   * What a reader must know before anything else: where prices come from outside. Empty if nowhere.
   *
   * @param policies those that were run
   */
  public static String notice(Scenario scenario, List<String> policies) {
    Map<String, List<String>> cases = new LinkedHashMap<>();
    for (String policy : policies) {
      for (String regime : scenario.regimes()) {
        networks(scenario.policy(policy, regime))
            .forEach(
                name ->
                    cases
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(policy + ", " + regime));
      }
    }
    List<String> sentences = new ArrayList<>();
    int all = policies.size() * scenario.regimes().size();
    cases.forEach(
        (name, where) ->
            sentences.add(
                "The price of "
                    + name
                    + " comes from outside"
                    + (where.size() == all ? "" : " in " + String.join("; ", where))
                    + ": burns, unlocks and sales cannot move it there, and no verdict about it is"
                    + " given."));
    return String.join(" ", sentences);
  }
}
