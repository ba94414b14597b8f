package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Half of 16 tokens a day is free at once, half is released in four equal daily steps. Each day's 8
 * locked tokens come back as 2 a day, first on the next day, so on day 5 as much is released as
 * locked and the lock stays at 8 + 6 + 4 + 2 = 20.
 */
class A02_LockedRewardsFeatureTest {
  @Test
  void lockedRewardsReleaseOverDays() {
    SmallWorld world =
        new SmallNetwork().provider("only", Script.keeping(1)).emission(16).vesting(0.5, 4).build();
    world
        .watch("free", world.accounts().wallet(), 0)
        .watch("locked", world.accounts().rewardLock(), 0)
        .watch("released", () -> world.tokens(world.accounts().rewardReleased().total()))
        .run(6);
    assertEquals(
        """
        day        free      locked    released
          0        0.00        0.00        0.00
          1        8.00        8.00        0.00
          2       18.00       14.00        2.00
          3       30.00       18.00        6.00
          4       44.00       20.00       12.00
          5       60.00       20.00       20.00
          6       76.00       20.00       28.00
        """,
        world.table());
  }
}
