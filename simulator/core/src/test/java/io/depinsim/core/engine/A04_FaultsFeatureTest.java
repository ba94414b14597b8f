package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.time.Phase;
import org.junit.jupiter.api.Test;

/**
 * A provider whose capacity fails every day owes 3 tokens a day. It starts with 6 tokens locked
 * over three days and 1 token free. Fees come from what would be released soonest, then from the
 * wallet, and what is still missing is debt, paid from the next income: 20 tokens given on day 5.
 */
class A04_FaultsFeatureTest {
  @Test
  void faultsBurnLockedRewardsThenTheWalletThenBecomeDebt() {
    SmallWorld world =
        new SmallNetwork()
            .provider("fails", Script.keeping(1))
            .held(27)
            .emission(10)
            .vesting(0.5, 3)
            .penalties(new FlatRules.FlatPenalties(1, 3, 0))
            .build();
    NetworkAccounts a = world.accounts();
    world.ledger().transfer(a.bought(), a.holders(), 0, a.wallet(), 0, 700);
    world.ledger().move(a.rewardLocked(), a.wallet(), new long[] {600}, a.rewardLock());
    world.network().rewardLock().lock(0, 600);
    world
        .daily(
            "gift",
            Phase.DECISIONS,
            day -> {
              if (day == 5) {
                world.ledger().transfer(a.bought(), a.holders(), 0, a.wallet(), 0, 2_000);
              }
            })
        .watch("locked", a.rewardLock(), 0)
        .watch("wallet", a.wallet(), 0)
        .watch("debt", () -> world.tokens(world.network().providers().feeDebt()[0]))
        .watchBurnt()
        .run(7);
    // Capacity that fails earns nothing, so the emission of 10 a day is never minted.
    // Day 1: 2.00 are released; 3.00 of the 4.00 still locked burn: all due on day 2, 1.00 of day
    // 3.
    // Day 2: nothing is released; 1.00 locked and 2.00 free burn. Day 3: 1.00 free, 2.00 owed.
    // Day 6: debt of 8.00 is paid from the gift of 20.00, then the day's 3.00.
    assertEquals(
        """
        day      locked      wallet        debt       burnt
          0        6.00        1.00        0.00        0.00
          1        1.00        3.00        0.00        3.00
          2        0.00        1.00        0.00        6.00
          3        0.00        0.00        2.00        7.00
          4        0.00        0.00        5.00        7.00
          5        0.00       20.00        8.00        7.00
          6        0.00        9.00        0.00       18.00
          7        0.00        6.00        0.00       21.00
        """,
        world.table());
    assertEquals(0, world.ledger().minted(a.asset()) - 2_700);
  }
}
