package io.depinsim.core.incentive;

/** What a provider locks per unit of capacity. */
public interface Collateral {
  /** Tokens per quality-adjusted unit activated now, unrounded. */
  double perUnit(NetworkConditions conditions);

  /**
   * Tokens of expected reward per quality-adjusted unit that a termination fee remembers from
   * activation.
   */
  double rewardAtActivation(NetworkConditions conditions);
}
