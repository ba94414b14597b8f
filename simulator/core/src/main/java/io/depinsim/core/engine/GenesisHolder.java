package io.depinsim.core.engine;

import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.CliffVesting;
import java.util.List;

/**
 * Holder of tokens that exist from the start and unlock by a fixed plan.
 *
 * @param locked what has not vested
 * @param plan what vests when, counted over everything the holder was ever allotted
 * @param allotted sum of the plan, minor units
 */
public record GenesisHolder(Account locked, List<CliffVesting> plan, long allotted) {

  /** Minor units to release so that all that has vested by now is out. */
  public long due(long nowMicros) {
    return CliffVesting.vestedBy(plan, nowMicros) - (allotted - locked.total());
  }
}
