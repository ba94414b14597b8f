package io.depinsim.experiments.check;

import java.util.OptionalDouble;

/**
 * How a new baseline differs from the one it replaces, for one question in one case.
 *
 * @param question name of the question
 * @param policy name of the policy
 * @param regime name of the regime
 * @param before old mean; empty where the old baseline has none, or another question went by this
 *     name
 * @param now new mean; empty where the question or case is gone
 */
public record MovedRow(
    String question, String policy, String regime, OptionalDouble before, OptionalDouble now) {

  /** Whether there is anything to tell. */
  public boolean moved() {
    return !before.equals(now);
  }
}
