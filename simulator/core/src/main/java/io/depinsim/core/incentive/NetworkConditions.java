package io.depinsim.core.incentive;

/**
 * What rules about collateral, penalties and fees look at, read once per epoch.
 *
 * @param nowMicros microseconds since the scenario's start
 * @param mintPerDay expected emission per day, whole tokens
 * @param qualityUnits quality-adjusted capacity of the network
 * @param targetUnits capacity the emission rule asks for; 0 if none
 * @param circulatingSupply tokens free to move
 */
public record NetworkConditions(
    long nowMicros,
    double mintPerDay,
    double qualityUnits,
    double targetUnits,
    double circulatingSupply) {

  /** Expected reward of one quality-adjusted unit per day, whole tokens; 0 on an empty network. */
  public double rewardPerUnitDay() {
    return qualityUnits > 0 ? mintPerDay / qualityUnits : 0;
  }
}
