package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Two providers commit 10 units for three days from day 1, with 2 tokens of collateral each. One
 * leaves on day 3 and pays a tenth of its collateral; the other's commitment ends on day 4 and it
 * pays nothing.
 */
class A05_LeavingEarlyFeatureTest {
  private final FlatRules.FlatPenalties penalties = new FlatRules.FlatPenalties(0, 0, 0.1);

  @Test
  void leavingEarlyPaysAndExpiringDoesNot() {
    SmallWorld world =
        new SmallNetwork()
            .provider("leaves", Script.ofTerm(3).add(1, 10).terminate(3, 10))
            .provider("stays", Script.ofTerm(3).add(1, 10))
            .held(100)
            .collateral(new FlatRules.FlatCollateral(2))
            .penalties(penalties)
            .build();
    NetworkAccounts a = world.accounts();
    world
        .watch("leaver has", () -> Long.toString(world.network().providers().raw(0)))
        .watch("other has", () -> Long.toString(world.network().providers().raw(1)))
        .watch("leaver free", a.wallet(), 0)
        .watch("other free", a.wallet(), 1)
        .watch("collateral", () -> world.tokens(a.collateral().total()))
        .watchBurnt()
        .run(5);
    assertEquals(
        """
        day  leaver has   other has  leaver free  other free  collateral       burnt
          0           0           0         0.00        0.00        0.00        0.00
          1          10          10         0.00        0.00       40.00        0.00
          2          10          10         0.00        0.00       40.00        0.00
          3           0          10        18.00        0.00       20.00        2.00
          4           0           0        18.00       20.00        0.00        2.00
          5           0           0        18.00       20.00        0.00        2.00
        """,
        world.table());
    assertEquals(10, world.network().expiredTotal());
    assertEquals(10, world.network().terminatedTotal());
  }

  /** In one cohort, those who have begun to leave go first, pay, and get their own collateral. */
  @Test
  void theFeeFallsOnThoseWhoseUnitsGo() {
    long[] leaves = {Long.MAX_VALUE, SmallNetwork.days(2)};
    SmallWorld world =
        new SmallNetwork()
            .cohort(
                "mixed",
                Script.ofTerm(9).add(1, 10).terminate(3, 4),
                new long[] {1, 1},
                new long[2],
                leaves)
            .held(100)
            .collateral(new FlatRules.FlatCollateral(2))
            .penalties(penalties)
            .build();
    NetworkAccounts a = world.accounts();
    world.run(3);
    // Each has 5 units and 10.00 locked; 4 of the leaver's go: 8.00 back less a fee of 0.80.
    assertEquals(5, world.network().providers().raw(0));
    assertEquals(1, world.network().providers().raw(1));
    assertEquals(1_000, a.collateral().balance(0));
    assertEquals(200, a.collateral().balance(1));
    assertEquals(0, a.wallet().balance(0));
    assertEquals(720, a.wallet().balance(1));
  }
}
