package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.incentive.filecoin.MessageGas;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.scenario.BuildContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A week settled at once is seven days, for everything that is counted per day. */
class LongEpochTest {
  private static SmallWorld world(int epochDays) {
    LocalDate start = LocalDate.parse("2025-01-01");
    BuildContext context = new BuildContext("net", "TOK", 9, Instant.parse("2025-01-01T00:00:00Z"));
    return new SmallNetwork()
        .asset(Asset.uncapped("TOK", 9))
        .epochDays(epochDays)
        .provider("a", Script.keeping(700))
        .held(1_000)
        .emission(7)
        .vesting(0.5, 14)
        .penalties(new FlatRules.FlatPenalties(0, 0, 0))
        .gas(
            new MessageGas(
                new MessageGas.Spec(
                    MessageGas.Rule.targetGas,
                    100,
                    Map.of(start, 0.0),
                    1e10,
                    Map.of(start, 1e13),
                    1e15,
                    1,
                    0),
                context))
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 14})
  void mintsAndBurnsTheSameInFourWeeks(int epochDays) {
    SmallWorld world = world(epochDays).run(28);
    NetworkAccounts a = world.accounts();
    assertEquals(28 * 7_000_000_000L, a.minted().total());
    // 700 proofs at 1e10 gas and 1e13 others are 1.7e13 gas a day, at the floor of 100 attoFIL.
    assertEquals(28 * 1.7e15 / 1e9, a.gasBurnt().total(), 28);
  }

  @Test
  void aCohortPaysForItsCapacityEveryDayUntilItsCashIsGone() {
    SmallWorld world = world(1);
    Ledger ledger = world.ledger();
    Asset usd = Asset.outside("USD", 2);
    Account cash = ledger.open("a.cash", usd, AccountClass.WALLET, 1);
    ledger.transfer(ledger.flow("a.opening", usd), ledger.outsideAccount(usd), 0, cash, 0, 2_000);
    OperatingCosts costs =
        new OperatingCosts(
            "a",
            ledger,
            cash,
            ledger.flow("a.cost", usd),
            0.01,
            List.of(world.network()),
            world.clamps());
    world.simulation().add(costs);
    world.watch("cash", () -> usd.toTokens(cash.balance(0)).toPlainString()).run(4);
    // 700 units at 0.01 a day.
    assertEquals(
        """
        day        cash
          0       20.00
          1       13.00
          2        6.00
          3        0.00
          4        0.00
        """,
        world.table());
    world
        .clamps()
        .forEach(
            (name, count) -> {
              if (name.equals("a.outOfCash")) {
                assertEquals(2, count[0]);
                assertEquals(4, count[1]);
              }
            });
    assertEquals(2_000, (long) (costs.gauges().get(1).value().getAsDouble() * 100));
  }
}
