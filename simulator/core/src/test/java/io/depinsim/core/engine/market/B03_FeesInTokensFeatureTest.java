package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import org.junit.jupiter.api.Test;

/**
 * Users pay in tokens that they buy a month ahead of use: 60 % to providers, 25 % burned at once,
 * 15 % to the treasury.
 */
class B03_FeesInTokensFeatureTest {
  private static SmallOwners owners() {
    return new SmallOwners("own", 2, Machines.ofOutsiders().order(0, 0, 1).order(0, 1, 2))
        .capacity(1_000);
  }

  @Test
  void usersBuyTokensAheadAndPayWithThem() {
    MarketWorld world =
        new SmallMarket()
            .outside(2, 5_000)
            .fees(PayIn.token, 0.6, 0.25, 0.15, SmallMarket.MONTH)
            .consumers(Demand.lines(new double[] {1_000}, new double[] {1_000}, new double[] {0}))
            .build(owners());
    MarketAccounts a = world.accounts();
    world
        .watch("on offer", a.poolTokens())
        .watch("users", a.userTokens())
        .watch("treasury", a.treasuryTokens())
        .watchBurnt()
        .watch("owner 0", a.network().wallet(), 0)
        .watch("owner 1", a.network().wallet(), 1)
        .run(3);
    // January: 1,000 USD are due, so users buy for 2,000 USD = 1,000 tokens and pay 500: 300 to
    // providers at the settlement, 125 burned, 75 to the treasury. They hold the other 500.
    // February: they hold a month's use, buy 500 and pay 500. The providers' part is paid out on
    // the settlement that ends each period, which comes before that period's trades: a month later.
    // March: nothing is due, and the 500 tokens bought ahead stay.
    assertEquals(
        """
        date        on offer     users  treasury     burnt   owner 0   owner 1
        2025-01-01   5000.00      0.00      0.00      0.00      0.00      0.00
        2025-02-01   4000.00    500.00     75.00    125.00      0.00      0.00
        2025-03-01   3500.00    500.00    150.00    250.00    100.00    200.00
        2025-04-01   3500.00    500.00    150.00    250.00    200.00    400.00
        """,
        world.table());
    assertArrayEquals(new long[] {0, 2}, world.clamp("net.userTokensShort"));
  }

  @Test
  void aPurchaseOnAPoolRaisesThePriceAtWhichServiceIsPaid() {
    MarketWorld world =
        new SmallMarket()
            .pool(1_200, 1_000, 0)
            .fees(PayIn.token, 0.5, 0.5, 0, null)
            .consumers(Demand.of(200))
            .build(owners());
    world.run(1);
    // 200 USD buy 200 x 1,200 / 1,200 = 200 tokens; 1,200 USD and 1,000 tokens make a price of 1.2.
    // Owed are 200 / 1.2 = 166.67 tokens, half of which burn: 83.33, and 83.34 by the remainder.
    assertEquals(1.2, world.market().price());
    assertEquals(3_333, world.accounts().userTokens().total());
    assertEquals(8_333, world.accounts().nodeTokens().total());
    assertEquals(8_334, world.ledger().burned(world.accounts().token()));
  }

  @Test
  void usersPayWhatTheyCanGetWhereTokensOnOfferRunOut() {
    MarketWorld world =
        new SmallMarket()
            .outside(2, 400)
            .fees(PayIn.token, 1, 0, 0, null)
            .consumers(Demand.of(1_000))
            .build(owners());
    world.run(2);
    // Owed are 500 tokens, then 500 more; 400 are on offer, and they are paid 400 x 2 = 800 USD
    // for.
    assertEquals(0, world.accounts().poolTokens().total());
    assertEquals(40_000, world.network().wallet().total() + world.accounts().nodeTokens().total());
    assertArrayEquals(new long[] {2, 2}, world.clamp("net.userTokensShort"));
    assertArrayEquals(new long[] {2, 2}, world.clamp("net.tokensOnOfferShort"));
  }

  @Test
  void payingExactlyWhatIsDueAtAPriceFromOutsideIsNoShortage() {
    MarketWorld world =
        new SmallMarket()
            .outside(3, 5_000)
            .fees(PayIn.token, 1, 0, 0, null)
            .consumers(Demand.of(200))
            .build(owners());
    world.run(3);
    // 200 / 3 = 66.666… tokens: users get 66.66 and pay them.
    assertArrayEquals(new long[] {0, 3}, world.clamp("net.userTokensShort"));
  }
}
