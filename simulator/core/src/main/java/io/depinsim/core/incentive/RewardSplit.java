package io.depinsim.core.incentive;

import io.depinsim.core.random.Streams;

/** How one settlement's emission is split among a network's providers. */
public interface RewardSplit {
  /**
   * Fills {@code reward}, minor units per row.
   *
   * @param round the settlement
   * @param reward receives one amount per row; every row is written
   * @return their sum, at most the rounded emission unless the rule is a lottery
   */
  long split(Round round, long[] reward);

  /**
   * One settlement, one entry per provider row in each column.
   *
   * @param occurrence number of the settlement since the start, the occurrence of keyed draws
   * @param days length of the period in days
   * @param expectedTokens emission to split, whole tokens
   * @param minorPerToken minor units of one token
   * @param entity stable identities, keys of draws
   * @param rawUnits healthy raw capacity
   * @param work quality-adjusted healthy capacity
   * @param totalWork sum of {@code work}, the divisor of shares
   * @param streams random numbers of the run
   */
  record Round(
      long occurrence,
      double days,
      double expectedTokens,
      double minorPerToken,
      long[] entity,
      long[] rawUnits,
      long[] work,
      long totalWork,
      Streams streams) {}
}
