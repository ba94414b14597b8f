package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.depinsim.core.incentive.filecoin.ConsensusLottery;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import org.junit.jupiter.api.Test;

/**
 * Filecoin pays block wins. A day has 2,880 epochs and the lottery aims at 5 wins in each; a win
 * pays a fifth of an epoch's reward. With 14,400 tokens a day an epoch's reward is 5 and a win pays
 * exactly 1 token, so wallets count wins. Three providers hold 1/6, 2/6 and 3/6 of the power.
 */
class A06_ConsensusLotteryFeatureTest {
  private static final long SEED = 7;

  private final SmallWorld world =
      new SmallNetwork()
          .seed(SEED)
          .cohort("miners", Script.keeping(6), 1, 2, 3)
          .emission(14_400)
          .rewards(new ConsensusLottery(new ConsensusLottery.Spec(5, 0.5, 0)))
          .build();

  @Test
  void aWinPaysAFifthOfAnEpochsReward() {
    NetworkAccounts a = world.accounts();
    world
        .watch("one", a.wallet(), 0)
        .watch("two", a.wallet(), 1)
        .watch("three", a.wallet(), 2)
        .watch("offered", () -> Double.toString(world.network().offeredTotal()))
        .run(2);
    // Half of the expected wins reach the chain: 1,200, 2,400 and 3,600 a day are to be expected.
    long[] wins = new long[3];
    Streams streams = new Streams(SEED, 0);
    for (int day = 1; day <= 2; day++) {
      for (int row = 0; row < 3; row++) {
        long entity = world.network().providers().entity()[row];
        wins[row] += streams.at(Purpose.BLOCK_WINS, entity, day).nextPoisson(1_200.0 * (row + 1));
      }
    }
    for (int row = 0; row < 3; row++) {
      assertEquals(wins[row] * 100, a.wallet().balance(row), "provider " + row);
    }
    assertEquals(
        """
        day         one         two       three     offered
          0        0.00        0.00        0.00         0.0
          1     1211.00     2408.00     3673.00     14400.0
          2     2441.00     4775.00     7427.00     28800.0
        """,
        world.table());
  }

  /** What nobody wins is never minted: supply is what the wallets hold, not what was offered. */
  @Test
  void mintsWinsAndNotTheOffer() {
    world.run(2);
    NetworkAccounts a = world.accounts();
    assertEquals(a.wallet().total(), world.ledger().minted(a.asset()));
    assertNotEquals(2_880_000, a.wallet().total());
  }
}
