package io.depinsim.cli;

import io.depinsim.core.scenario.Nearest;
import io.depinsim.core.scenario.Scenario;
import java.util.List;

/** Policies chosen on the command line. */
final class PolicyNames {
  private PolicyNames() {}

  /**
   * Those chosen, in the scenario's order, whatever the order on the command line; all where none
   * is.
   *
   * @throws picocli.CommandLine.ParameterException if one does not exist; names the nearest
   */
  static List<String> chosen(Scenario scenario, List<String> names, WorkOptions work) {
    if (names.isEmpty()) {
      return scenario.policies();
    }
    for (String policy : names) {
      if (!scenario.policies().contains(policy)) {
        String maybe = Nearest.suggest(policy, scenario.policies());
        throw work.mistake(
            "--policy "
                + policy
                + ": no such policy."
                + (maybe.isEmpty() ? "" : " Maybe " + maybe + "."));
      }
    }
    return scenario.policies().stream().filter(names::contains).toList();
  }
}
