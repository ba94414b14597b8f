package io.depinsim.core.run;

/**
 * The log of one replicate within {@code decisions.bin}.
 *
 * @param policy name of the policy
 * @param regime name of the regime
 * @param replicate number from 0
 * @param seal what it came to
 */
public record DecisionSection(String policy, String regime, int replicate, DecisionSeal seal) {
  /** Which one, in words. */
  String words() {
    return "policy " + policy + ", regime " + regime + ", replicate " + replicate;
  }
}
