package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.incentive.filecoin.MessageGas;
import io.depinsim.core.incentive.filecoin.MessageGas.Rule;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.scenario.BuildContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Messages want 20e9 gas an epoch on day 1 and W = 80e9 from day 2 on, if gas were free; half of
 * them stay away at a base fee of h = 1 nanoFIL. Five blocks aim at 25e9 gas and hold 50e9.
 */
class A08_BaseFeeFeatureTest {
  private static String table(Rule rule) {
    double perDay = 2_880;
    BuildContext context = new BuildContext("net", "FIL", 3, Instant.parse("2025-01-01T00:00:00Z"));
    MessageGas gas =
        new MessageGas(
            new MessageGas.Spec(
                rule,
                1e6,
                Map.of(LocalDate.parse("2025-01-01"), 0.0),
                0,
                Map.of(
                    LocalDate.parse("2025-01-01"), 20e9 * perDay,
                    LocalDate.parse("2025-01-03"), 80e9 * perDay),
                1e9,
                1,
                0.5),
            context);
    SmallWorld world =
        new SmallNetwork()
            .asset(Asset.uncapped("FIL", 3))
            .provider("sender", Script.keeping(1))
            .held(1e6)
            .gas(gas)
            .build();
    world
        .watch(
            "base fee, atto",
            () -> Long.toString(Math.round(gas.gauges().get(0).value().getAsDouble() * 1e9)))
        .watchBurnt()
        .run(3);
    return world.table();
  }

  @Test
  void theBaseFeeFallsToItsFloorAndRisesUntilDemandMeetsTheTarget() {
    // Floor: 100 attoFIL. From day 2 on demand meets 25e9 at b = h (80/25 - 1) = 2.2 nanoFIL, give
    // or
    // take what rounds to nothing in a step. Day 3 burns 2.2e-9 x 25e9 x 2,880 = 158,400 FIL.
    assertEquals(
        """
        day  base fee, atto       burnt
          0         1000000       0.000
          1             100       0.803
          2      2199999988  151066.863
          3      2199999988  309466.863
        """,
        table(Rule.targetGas));
  }

  @Test
  void theTipRuleRisesUntilTipsAreAnEighthOfTheFee() {
    // Blocks are 80 % full at b* = h (80/40 - 1) = 1 nanoFIL; senders bid half of what they would
    // pay beyond b, and (b* - b)/2 = b/8 at b = 0.8 nanoFIL, where 80e9/1.8 gas is sent. Day 3
    // burns
    // 0.8e-9 x 44.44e9 x 2,880 = 102,400 FIL.
    assertEquals(
        """
        day  base fee, atto       burnt
          0         1000000       0.000
          1             100       0.166
          2       799999999   97926.879
          3       799999999  200326.879
        """,
        table(Rule.tipPercentile));
  }
}
