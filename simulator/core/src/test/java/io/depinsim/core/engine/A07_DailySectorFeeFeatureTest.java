package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.incentive.filecoin.SectorDailyFee;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.scenario.BuildContext;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * FIP-0100: a sector activated or extended from 4 January on, which is day 3, pays 1.61817e-25 of
 * the circulating supply per byte and day. With a billion tokens a thousand sectors of 32 GiB pay
 * 1.61817e-25 x 1e9 x 2^35 x 1000 = 0.005559989... tokens; activation rounds this to the nearest
 * minor unit, extension down. More than half of the expected reward is never taken.
 */
class A07_DailySectorFeeFeatureTest {
  private static SmallWorld world(double rewardPerDay) {
    BuildContext context = new BuildContext("net", "TOK", 8, Instant.parse("2025-01-01T00:00:00Z"));
    CapacityStrategy.Decision extend =
        new CapacityStrategy.Decision(
            new CapacityStrategy.Change(0, 0, 1_000, 0), new CapacityStrategy.Change(0, 0, 0, 0));
    SmallWorld world =
        new SmallNetwork()
            .asset(Asset.uncapped("TOK", 8))
            .provider("old", Script.ofTerm(4).add(1, 1_000))
            .provider("extends", Script.ofTerm(4).add(1, 1_000).on(3, extend))
            .provider("new", Script.ofTerm(4).add(3, 1_000))
            .held(1e9)
            .emission(rewardPerDay)
            .sectorFee(
                new SectorDailyFee(new SectorDailyFee.Spec(LocalDate.parse("2025-01-04")), context))
            .build();
    NetworkAccounts a = world.accounts();
    return world
        .watch("old", a.wallet(), 0)
        .watch("extends", a.wallet(), 1)
        .watch("new", a.wallet(), 2)
        .watchBurnt()
        .run(7);
  }

  @Test
  void activationAndExtensionFixTheFeeAndOldSectorsPayNothing() {
    // 3 tokens a day: 1.5 each for two on days 1 and 2, 1 each for three, 1.5 again once old ended.
    assertEquals(
        """
        day         old     extends         new       burnt
          0  0.00000000  0.00000000  0.00000000  0.00000000
          1  1.50000000  1.50000000  0.00000000  0.00000000
          2  3.00000000  3.00000000  0.00000000  0.00000000
          3  4.00000000  3.99444002  0.99444001  0.01111997
          4  5.00000000  4.98888004  1.98888002  0.02223994
          5  5.00000000  6.48332006  3.48332003  0.03335991
          6  5.00000000  7.97776008  4.97776004  0.04447988
          7  5.00000000  7.97776008  4.97776004  0.04447988
        """,
        world(3).table());
  }

  @Test
  void theFeeTakesAtMostHalfOfTheExpectedReward() {
    // 0.012 a day: a thousand of three thousand sectors expect 0.004 and pay 0.002; later 0.003.
    SmallWorld world = world(0.012);
    assertEquals(
        """
        day         old     extends         new       burnt
          0  0.00000000  0.00000000  0.00000000  0.00000000
          1  0.00600000  0.00600000  0.00000000  0.00000000
          2  0.01200000  0.01200000  0.00000000  0.00000000
          3  0.01600000  0.01400000  0.00200000  0.00400000
          4  0.02000000  0.01600000  0.00400000  0.00800000
          5  0.02000000  0.01900000  0.00700000  0.01400000
          6  0.02000000  0.02200000  0.01000000  0.02000000
          7  0.02000000  0.02200000  0.01000000  0.02000000
        """,
        world.table());
    world
        .clamps()
        .forEach(
            (name, count) -> {
              if (name.equals("net.capacityFeeCap")) {
                // Two payers on each of days 3 to 6, all capped.
                assertEquals(8, count[0]);
                assertEquals(8, count[1]);
              }
            });
  }
}
