package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import io.depinsim.core.time.Phase;
import org.junit.jupiter.api.Test;

/**
 * Users buy credits a month ahead: 60 % of a credit goes to providers and 20 % to the treasury when
 * it is used, with 20 % tokens are bought and burned when it is bought. A token costs 2 USD.
 */
class B04_CreditsFeatureTest {
  private static SmallOwners owners() {
    return new SmallOwners("own", 1, Machines.ofOutsiders().order(0, 0, 10));
  }

  @Test
  void creditsAreEscrowedUntilTheyAreUsed() {
    MarketWorld world =
        new SmallMarket()
            .outside(2, 5_000)
            .fees(PayIn.credits, 0.6, 0.2, 0.2, SmallMarket.MONTH)
            .consumers(Demand.lines(new double[] {1_000}, new double[] {1_000}, new double[] {500}))
            .build(owners());
    MarketAccounts a = world.accounts();
    world
        .watch("open", a.credits())
        .watchMoney("earned", () -> world.owners("own").earned()[0])
        .watch("treasury", a.treasuryCurrency())
        .watchBurnt()
        .run(4);
    // January: 1,000 are used. 800 of that are escrow, as much again is held ahead: 1,600 are paid
    // in, and 1,600 x 20/80 = 400 USD burn 200 tokens. 600 and 200 are paid out; 800 stay open.
    // February: 800 are bought and used; 200 USD burn 100 tokens.
    // March: 400 are used and 400 held ahead, so nothing is bought. April: 400 bought and used.
    assertEquals(
        """
        date            open    earned  treasury     burnt
        2025-01-01      0.00      0.00      0.00      0.00
        2025-02-01    800.00    600.00    200.00    200.00
        2025-03-01    800.00   1200.00    400.00    300.00
        2025-04-01    400.00   1500.00    500.00    300.00
        2025-05-01    400.00   1800.00    600.00    350.00
        """,
        world.table());
  }

  @Test
  void theEscrowEqualsWhatWasPaidInLessWhatWasPaidOut() {
    MarketWorld world =
        new SmallMarket()
            .outside(2, 5_000)
            .fees(PayIn.credits, 0.6, 0.2, 0.2, SmallMarket.MONTH)
            .consumers(
                Demand.lines(new double[] {999.99}, new double[] {333.33}, new double[] {0.01}))
            .build(owners());
    MarketAccounts a = world.accounts();
    long[] checked = new long[1];
    world.each(
        "escrow",
        Phase.MEASUREMENT,
        month -> {
          // Nobody trades but the burn, so what users ever paid is what lies where fees went.
          long entered = world.ledger().supply(MarketWorld.USD) + spentOnBurn(world);
          long out =
              world.owners("own").earned()[0]
                  + a.nodeFees().total()
                  + a.treasuryCurrency().total()
                  + a.burnFund().total()
                  + spentOnBurn(world)
                  - takenOut(world);
          assertEquals(entered - out, a.credits().total(), "month " + month);
          checked[0]++;
        });
    world.run(5);
    assertEquals(6, checked[0]);
  }

  private static long spentOnBurn(MarketWorld world) {
    return world.ledger().findFlow("net.burn.currencyTraded").orElseThrow().total();
  }

  private static long takenOut(MarketWorld world) {
    return world.cohort("own").money().takenOut().total();
  }

  @Test
  void nothingIsBurnedWhereNothingIsToBe() {
    MarketWorld world =
        new SmallMarket()
            .outside(2, 5_000)
            .fees(PayIn.credits, 0.9, 0, 0.1, SmallMarket.MONTH)
            .consumers(Demand.of(1_000))
            .build(owners());
    world.run(2);
    assertEquals(0, world.ledger().burned(world.accounts().token()));
    assertEquals(180_000, world.owners("own").earned()[0]);
    assertEquals(20_000, world.accounts().treasuryCurrency().total());
    assertEquals(100_000, world.accounts().credits().total());
  }
}
