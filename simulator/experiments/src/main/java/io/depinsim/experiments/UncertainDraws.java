package io.depinsim.experiments;

import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values of a scenario's uncertain inputs, drawn anew for each replicate and the same for all
 * policies and regimes. A draw is keyed to the name of the input, so that the values of one do not
 * depend on which others there are.
 */
public final class UncertainDraws {
  /** Sweeps of the same inputs take occurrences below it. */
  private static final long OF_REPLICATES = 16;

  private final Scenario scenario;
  private final Map<String, Factor> factors;

  /** The draws of a scenario as read, before any policy. */
  public UncertainDraws(Scenario scenario) {
    this.scenario = scenario;
    this.factors = Factors.uncertain(scenario);
  }

  /** Names of the inputs, in the scenario's order. */
  public List<String> names() {
    return List.copyOf(factors.keySet());
  }

  /** The inputs by name, in the scenario's order. */
  public Map<String, Factor> factors() {
    return factors;
  }

  /** Where in its range each input lies in a replicate, 0 to 1, in order of {@link #names}. */
  public double[] places(int replicate) {
    Streams streams = new Streams(scenario.run().seed(), replicate);
    return factors.keySet().stream()
        .mapToDouble(
            name ->
                streams
                    .at(Purpose.UNCERTAINTY, Entity.ofName("uncertainties." + name), OF_REPLICATES)
                    .nextUniform())
        .toArray();
  }

  /** What {@code --set} would take to give a replicate its values. */
  public List<String> overrides(int replicate) {
    double[] places = places(replicate);
    List<String> overrides = new ArrayList<>();
    for (Factor factor : factors.values()) {
      overrides.add(factor.override(factor.at(places[overrides.size()])));
    }
    return overrides;
  }
}
