package io.depinsim.core.run;

import java.util.Objects;

/**
 * What a check would notice of a change of one parameter, one row of {@code power.csv}.
 *
 * @param scenario name the scenario gives itself
 * @param parameter name of the parameter; empty for the row where nothing is changed
 * @param path where it stands
 * @param from value as stated
 * @param to value tried
 * @param question question whose mean paired difference is largest, as a multiple of what matters
 * @param policy policy of that difference
 * @param regime regime of that difference
 * @param multiple the difference as a multiple of what matters, ≥ 0
 * @param pairedFails whether the paired gate fails
 * @param identical whether every replicate answers every question as before
 * @param alarms in how many sets of fresh replicates the distributional gate alarms
 * @param sets how many were tried
 * @param power share of them
 * @param ci95Low lower end of its exact binomial interval of 95 %
 * @param ci95High upper end
 */
public record PowerRow(
    String scenario,
    String parameter,
    String path,
    String from,
    String to,
    String question,
    String policy,
    String regime,
    double multiple,
    boolean pairedFails,
    boolean identical,
    int alarms,
    int sets,
    double power,
    double ci95Low,
    double ci95High) {

  /** Checks that there are names. */
  public PowerRow {
    Objects.requireNonNull(scenario);
    Objects.requireNonNull(parameter);
    Objects.requireNonNull(path);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(question);
    Objects.requireNonNull(policy);
    Objects.requireNonNull(regime);
  }

  /** Whether this is the row in which nothing is changed. */
  public boolean unchanged() {
    return path.isEmpty();
  }
}
