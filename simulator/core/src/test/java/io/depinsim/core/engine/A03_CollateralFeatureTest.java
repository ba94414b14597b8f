package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Every unit needs 2 tokens of collateral. The provider has earned 3 tokens when it adds 10 units
 * on day 2, so it buys the missing 17 from holders, who have 100. Three days later the commitment
 * ends and all 20 come back.
 */
class A03_CollateralFeatureTest {
  @Test
  void collateralIsBoughtLockedAndReturned() {
    SmallWorld world =
        new SmallNetwork()
            .provider("adds", Script.ofTerm(3).add(1, 1).add(2, 10))
            .held(100)
            .emission(5)
            .collateral(new FlatRules.FlatCollateral(2))
            .build();
    world
        .watch("units", () -> Long.toString(world.network().providers().raw(0)))
        .watch("holders", world.accounts().holders(), 0)
        .watch("wallet", world.accounts().wallet(), 0)
        .watch("collateral", world.accounts().collateral(), 0)
        .run(6);
    // Day 1: 1 unit, 2.00 bought; 5.00 earned afterwards. Day 2: 20.00 needed, 5.00 there.
    // Day 4: the first unit ends, 2.00 back. Day 5: the ten end; nobody is left to earn.
    assertEquals(
        """
        day       units     holders      wallet  collateral
          0           0      100.00        0.00        0.00
          1           1       98.00        5.00        2.00
          2          11       83.00        5.00       22.00
          3          11       83.00       10.00       22.00
          4          10       83.00       17.00       20.00
          5           0       83.00       37.00        0.00
          6           0       83.00       37.00        0.00
        """,
        world.table());
  }

  @Test
  void addsWhatHoldersCanStillSellCollateralFor() {
    SmallWorld world =
        new SmallNetwork()
            .provider("adds", Script.ofTerm(3).add(1, 10))
            .held(9)
            .collateral(new FlatRules.FlatCollateral(2))
            .build();
    world.run(1);
    // 20.00 would be needed and 9.00 are on sale: floor(10 x 9/20) - 1 = 3 units for 6.00.
    assertEquals(3, world.network().providers().raw(0));
    assertEquals(300, world.accounts().holders().total());
    world
        .clamps()
        .forEach(
            (name, count) ->
                assertEquals(
                    name.equals("net.collateralShort") ? 1 : 0, count[0], "bindings of " + name));
  }
}
