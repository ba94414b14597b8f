package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * The smallest network: 12 tokens a day, shared by capacity. Small has 1 unit and large has 2, so
 * they earn 4 and 8; from day 3 on small has 4 more and the shares are 5/7 and 2/7.
 */
class A01_SharedEmissionFeatureTest {
  @Test
  void twoProvidersShareAFixedEmissionByCapacity() {
    SmallWorld world =
        new SmallNetwork()
            .provider("small", Script.keeping(1).add(3, 4))
            .provider("large", Script.keeping(2))
            .emission(12)
            .build();
    world
        .watch("small has", () -> Long.toString(world.network().providers().raw(0)))
        .watch("large has", () -> Long.toString(world.network().providers().raw(1)))
        .watch("small", world.accounts().wallet(), 0)
        .watch("large", world.accounts().wallet(), 1)
        .watch("minted", () -> world.tokens(world.ledger().minted(world.accounts().asset())))
        .run(4);
    // Day 3: 12.00 x 5/7 = 8.571..., the first row's floor is 8.57 and the rest is 3.43.
    assertEquals(
        """
        day   small has   large has       small       large      minted
          0           1           2        0.00        0.00        0.00
          1           1           2        4.00        8.00       12.00
          2           1           2        8.00       16.00       24.00
          3           5           2       16.57       19.43       36.00
          4           5           2       25.14       22.86       48.00
        """,
        world.table());
  }
}
