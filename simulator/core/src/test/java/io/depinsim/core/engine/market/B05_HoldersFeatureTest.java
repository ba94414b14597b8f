package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.scenario.GenesisSpec.SellsSpec;
import io.depinsim.core.time.SpanUnit;
import org.junit.jupiter.api.Test;

/**
 * Two holders of genesis tokens. On 1 February 600 tokens of the team unlock, of which it sells
 * half; the fund gets 250 and sells a fifth, or what 3,000 USD a month ask for. The exchange holds
 * 200 tokens and 6,000 USD, x y = 1,200,000.
 */
class B05_HoldersFeatureTest {
  private static final long FEBRUARY = MarketWorld.at("2025-02-01");

  private static SmallMarket network() {
    return new SmallMarket()
        .pool(200, 6_000, 0)
        .ticks(1, SpanUnit.WEEKS)
        .holder("team", 600, (now, from) -> now < FEBRUARY ? 0 : 60_000, new SellsSpec(0.5, 0))
        .holder("fund", 250, (now, from) -> now < FEBRUARY ? 0 : 25_000, new SellsSpec(0.2, 3_000));
  }

  @Test
  void whatIsHandedInIsSoldInEqualPartsUntilTheNextSettlement() {
    MarketWorld world = network().build();
    MarketAccounts a = world.accounts();
    world
        .weekly()
        .watch("team", world.ledger().findAccount("net.holders.team").orElseThrow())
        .watch("fund", world.ledger().findAccount("net.holders.fund").orElseThrow())
        .watch("to sell", () -> MarketWorld.whole(a.token(), world.market().orders().open()))
        .watch("tokens", a.poolTokens())
        .watch("money", a.poolCurrency())
        .watch("team due", world.ledger().findAccount("net.orders.currency").orElseThrow(), 0)
        .watch("fund due", world.ledger().findAccount("net.orders.currency").orElseThrow(), 1)
        .run(10);
    // 1 February: the price is 30, so 3,000 USD ask for 100 tokens, more than a fifth of 250.
    // Sold are 100 each on 5, 12, 19 and 26 February, 75 of the team and 25 of the fund: for 2,000,
    // 1,000, 600 and 400 USD, of which the team gets 3/4. On 1 March both spend that.
    // 1 March: the price is 3.33 and 3,000 USD ask for 900 tokens; the fund has 150. The team has
    // had no unlock. Sold are 37.50 on 5 March: 2,000 x 37.5 / 637.5 = 117.64.
    assertEquals(
        """
        date            team      fund   to sell    tokens     money  team due  fund due
        2025-01-01      0.00      0.00      0.00    200.00   6000.00      0.00      0.00
        2025-01-08      0.00      0.00      0.00    200.00   6000.00      0.00      0.00
        2025-01-15      0.00      0.00      0.00    200.00   6000.00      0.00      0.00
        2025-01-22      0.00      0.00      0.00    200.00   6000.00      0.00      0.00
        2025-01-29      0.00      0.00      0.00    200.00   6000.00      0.00      0.00
        2025-02-05    300.00    150.00    300.00    300.00   4000.00   1500.00    500.00
        2025-02-12    300.00    150.00    200.00    400.00   3000.00   2250.00    750.00
        2025-02-19    300.00    150.00    100.00    500.00   2400.00   2700.00    900.00
        2025-02-26    300.00    150.00      0.00    600.00   2000.00   3000.00   1000.00
        2025-03-05    300.00      0.00    112.50    637.50   1882.36      0.00    117.64
        2025-03-12    300.00      0.00     75.00    675.00   1777.79      0.00    222.21
        """,
        world.table());
    assertEquals(400_000, world.ledger().findFlow("net.holdersSpend").orElseThrow().total());
  }

  @Test
  void theLastPeriodBeforeASettlementSellsTheRest() {
    // A settlement on the instant of a market period: everything is sold before orders are placed.
    MarketWorld world = network().settlement(4, SpanUnit.WEEKS).ticks(2, SpanUnit.WEEKS).build();
    world
        .weekly()
        .watch(
            "to sell",
            () -> MarketWorld.whole(world.accounts().token(), world.market().orders().open()))
        .run(14);
    // Settlements on 29 January, 26 February, 26 March. On 26 February the team hands in 300; the
    // fund needs 3,000 x 28 / 30.4375 = 2,759.75 USD at a price of 30: 91.99. Half is sold on 12
    // March, 150 and 45.99, the rest on 26 March; then the fund hands in its last 158.01.
    String[] lines = world.table().split("\n");
    assertEquals("2025-02-19      0.00", lines[8]);
    assertEquals("2025-02-26    391.99", lines[9]);
    assertEquals("2025-03-05    391.99", lines[10]);
    assertEquals("2025-03-12    196.00", lines[11]);
    assertEquals("2025-03-19    196.00", lines[12]);
    assertEquals("2025-03-26    158.01", lines[13]);
    assertEquals("2025-04-02    158.01", lines[14]);
    assertEquals("2025-04-09     79.01", lines[15]);
  }
}
