package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.scenario.CohortSpec.ProviderKind;
import io.depinsim.core.world.OwnerTable;
import org.junit.jupiter.api.Test;

/**
 * Owners of machines and their money. A machine costs 1,000 USD and 100 USD a month to run; two
 * months of that are held in cash. A token is worth 1 USD. A lead time of one month, 30.4375 days,
 * has passed on 1 February.
 */
class B06_OwnersFeatureTest {
  private static SmallOwners owner(Machines script) {
    return new SmallOwners("own", 1, script)
        .kind(ProviderKind.invested)
        .capex(1_000)
        .runningCost(100)
        .runway(2);
  }

  private static MarketWorld watched(MarketWorld world) {
    Ledger ledger = world.ledger();
    OwnerTable t = world.owners("own");
    return world
        .watch("machines", () -> Long.toString(t.machines()[0]))
        .watch("ordered", () -> Long.toString(t.ordered()[0]))
        .watchMoney("capital", () -> ledger.findFlow("own.capital").orElseThrow().total())
        .watch("cash", world.cohort("own").money().cash())
        .watchMoney("debt", () -> t.debt()[0])
        .watchMoney("earned", () -> t.earned()[0])
        .watchMoney("taken", () -> ledger.findFlow("own.takenOut").orElseThrow().total())
        .watch("wallet", world.network().wallet())
        .watch(
            "to sell",
            () -> MarketWorld.whole(world.accounts().token(), world.market().orders().open()));
  }

  @Test
  void aBorrowedMachineEarnsItsKeep() {
    MarketWorld world =
        watched(
            new SmallMarket()
                .emission(300)
                .build(
                    owner(Machines.ofOutsiders().order(0, 0, 1))
                        .lead(1)
                        .loan(0.4, 0.01, 10)
                        .sellsOfRest(0.5)));
    world.run(4);
    // Start: 400 are borrowed; the owner brings 600 and 200 for two months of running cost.
    // February: interest 4 and a tenth of 400. Nothing runs yet, so nothing else is due.
    // March: 300 tokens. Running cost 100, interest 3.60, repaid 36: 16.40 are left of 156. It
    // lacks 183.60, which 183.60 tokens cover; half of the other 116.40 is sold too.
    // April: sold for 241.80. 16.40 + 241.80 - 100 - 3.24 - 32.40 = 122.56, so 77.44 are lacking;
    // of the 300 new tokens 77.44 and half of 222.56 are sold: 188.72. The 58.20 kept stay.
    // May: 122.56 + 188.72 - 100 - 2.916 - 29.16 = 179.20, rounded to cents.
    assertEquals(
        """
        date        machines   ordered   capital      cash      debt    earned     taken    wallet   to sell
        2025-01-01         0         1    800.00    200.00    400.00      0.00      0.00      0.00      0.00
        2025-02-01         1         0    800.00    156.00    360.00     -4.00      0.00      0.00      0.00
        2025-03-01         1         0    800.00     16.40    324.00   -107.60      0.00     58.20    241.80
        2025-04-01         1         0    800.00    122.56    291.60     30.96      0.00    169.48    188.72
        2025-05-01         1         0    800.00    179.20    262.44    116.76      0.00    309.08    160.40
        """,
        world.table());
    assertEquals(100_000, world.cohort("own").money().capex().total());
  }

  @Test
  void profitIsTakenOutBeyondTheRunway() {
    MarketWorld world =
        watched(
            new SmallMarket()
                .emission(500)
                .build(owner(Machines.ofOutsiders().order(0, 0, 1)).sellsOfRest(1)));
    world.run(4);
    // February: 100 are paid of 200; all 500 tokens are sold in the month after. March: 100 + 500 -
    // 100 = 500, of which 300 are taken out. From then on 400 a month.
    assertEquals(
        """
        date        machines   ordered   capital      cash      debt    earned     taken    wallet   to sell
        2025-01-01         1         0   1200.00    200.00      0.00      0.00      0.00      0.00      0.00
        2025-02-01         1         0   1200.00    100.00      0.00   -100.00      0.00      0.00    500.00
        2025-03-01         1         0   1200.00    200.00      0.00    300.00    300.00      0.00    500.00
        2025-04-01         1         0   1200.00    200.00      0.00    700.00    700.00      0.00    500.00
        2025-05-01         1         0   1200.00    200.00      0.00   1100.00   1100.00      0.00    500.00
        """,
        world.table());
    // 1,000 were invested; earnings of 1,100 cover that on 1 May, though 1,100 was not yet there on
    // 1 April.
    assertEquals(MarketWorld.at("2025-05-01"), world.owners("own").paidBackMicros()[0]);
  }

  @Test
  void oldTokensAreSoldOnlyForWhatNewOnesDoNotCover() {
    MarketWorld world =
        watched(
            new SmallMarket()
                .emission(new MonthlyTokens(300, 300, 40, 40))
                .build(owner(Machines.ofOutsiders().order(0, 0, 1))));
    world.run(4);
    // No share of the rest is sold. Tokens of February, March: 100 and then 100 of 300 cover the
    // month. April: 40 new ones and 60 old ones.
    assertEquals(
        """
        date        machines   ordered   capital      cash      debt    earned     taken    wallet   to sell
        2025-01-01         1         0   1200.00    200.00      0.00      0.00      0.00      0.00      0.00
        2025-02-01         1         0   1200.00    100.00      0.00   -100.00      0.00    200.00    100.00
        2025-03-01         1         0   1200.00    100.00      0.00   -100.00      0.00    400.00    100.00
        2025-04-01         1         0   1200.00    100.00      0.00   -100.00      0.00    340.00    100.00
        2025-05-01         1         0   1200.00    100.00      0.00   -100.00      0.00    280.00    100.00
        """,
        world.table());
  }

  @Test
  void whoCannotPayGivesUpAndTheLenderLosesTheRest() {
    MarketWorld world =
        watched(
            new SmallMarket()
                .build(
                    owner(Machines.ofOutsiders().order(0, 0, 1)).loan(0.9, 0, 100).resale(0.5, 0)));
    world.run(4);
    // Debt 900, a hundredth repaid a month. February: 200 - 100 - 9 = 91. March: 91 of 100 can be
    // paid: it is broke, the machine fetches 500, all of which goes to the lender, who loses 391.
    assertEquals(
        """
        date        machines   ordered   capital      cash      debt    earned     taken    wallet   to sell
        2025-01-01         1         0    300.00    200.00    900.00      0.00      0.00      0.00      0.00
        2025-02-01         1         0    300.00     91.00    891.00   -100.00      0.00      0.00      0.00
        2025-03-01         0         0    300.00      0.00      0.00    309.00      0.00      0.00      0.00
        2025-04-01         0         0    300.00      0.00      0.00    309.00      0.00      0.00      0.00
        2025-05-01         0         0    300.00      0.00      0.00    309.00      0.00      0.00      0.00
        """,
        world.table());
    assertEquals(OwnerTable.NOWHERE, world.owners("own").home()[0]);
    assertEquals(1, world.cohort("own").retirementsTotal());
    assertArrayEquals(new long[] {1, 2}, world.clamp("own.outOfCash"));
    assertEquals(50_900, world.ledger().findFlow("own.debtService").orElseThrow().total());
  }

  @Test
  void whoOwnsNothingSellsEverything() {
    MarketWorld world =
        watched(
            new SmallMarket()
                .emission(300)
                .build(
                    owner(Machines.ofOutsiders().order(0, 0, 1).retire(2, 0, 1)).resale(0.6, 0.1)));
    world.run(3);
    // February: it lacks 100 of 200 and sells 100 of 300 tokens. March: sold for 100, so it has
    // 100 after running cost, 500 tokens, and gives up. Two months of age, 59 days, leave 0.6 x
    // 0.9^(59 / 30.4375) of 1,000 USD. All of the cash is taken out, all tokens are handed in.
    double left = 600 * StrictMath.pow(0.9, 59 / 30.4375);
    assertEquals(489.16, left, 0.005);
    assertEquals(
        """
        date        machines   ordered   capital      cash      debt    earned     taken    wallet   to sell
        2025-01-01         1         0   1200.00    200.00      0.00      0.00      0.00      0.00      0.00
        2025-02-01         1         0   1200.00    100.00      0.00   -100.00      0.00    200.00    100.00
        2025-03-01         0         0   1200.00      0.00      0.00    389.16    589.16      0.00    500.00
        2025-04-01         0         0   1200.00      0.00      0.00    889.16   1089.16      0.00      0.00
        """,
        world.table());
  }

  @Test
  void aPurseThatIsTooSmallBuysForTheFirstOwnersOnly() {
    MarketWorld world =
        new SmallMarket()
            .treasury(2_500)
            .build(
                new SmallOwners(
                        "own", 3, Machines.ofProject().order(0, 0, 1).order(0, 1, 1).order(0, 2, 1))
                    .capex(1_000)
                    .runningCost(100)
                    .runway(2));
    world.run(0);
    assertArrayEquals(new long[] {1, 1, 0}, world.owners("own").machines());
    assertEquals(10_000, world.accounts().treasuryCurrency().total());
    assertArrayEquals(new long[] {1, 3}, world.clamp("own.capitalShort"));
  }

  @Test
  void whatIsOwedForOrderedMachinesStaysWhenTheOthersLeave() {
    MarketWorld world =
        new SmallMarket()
            .build(
                owner(Machines.ofOutsiders().order(0, 0, 1).order(1, 0, 1).retire(1, 0, 1))
                    .runningCost(0)
                    .lead(1)
                    .loan(0.9, 0, 1_000_000));
    world.run(2);
    // The first machine arrives on 1 February with 900 owed on it, fetches nothing, and is given up
    // again: its owner owns nothing and has nothing, so the lender loses it all. The second is
    // ordered then, arrives on 1 April, and is owed for.
    assertEquals(90_000, world.owners("own").debt()[0]);
  }

  @Test
  void whoStillHasMachinesOnOrderOwesForThem() {
    MarketWorld world =
        new SmallMarket()
            .build(
                owner(Machines.ofOutsiders().order(0, 0, 1).order(1, 0, 1).retire(2, 0, 1))
                    .runningCost(0)
                    .lead(1)
                    .loan(0.9, 0, 1_000_000)
                    .resale(0.2, 0));
    world.run(2);
    // On 1 March one machine runs and one is on order, 1,800 are owed, half of it for each. The
    // first fetches 200, all of which goes to the lender; 1,600 stay owed, for the one on order is
    // still there.
    assertEquals(1, world.owners("own").ordered()[0]);
    assertEquals(160_000, world.owners("own").debt()[0]);
  }
}
