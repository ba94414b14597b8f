package io.depinsim.core.incentive;

/** What failing and leaving early cost; the fees are burnt. */
public interface Penalties {
  /** Share of healthy raw units that miss a day's proof. */
  double faultRate();

  /** Fee per faulty quality-adjusted unit and day, whole tokens. */
  double faultFeePerUnit(NetworkConditions conditions);

  /**
   * Fee for leaving before the committed term.
   *
   * @param qualityUnits what leaves
   * @param pledgeTokens collateral of what leaves
   * @param meanAgeDays mean age of what leaves
   * @param rewardAtActivation the collateral rule's {@link Collateral#rewardAtActivation} summed
   *     over what leaves
   * @return whole tokens
   */
  double terminationFee(
      NetworkConditions conditions,
      double qualityUnits,
      double pledgeTokens,
      double meanAgeDays,
      double rewardAtActivation);
}
