package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.market.Scripts.Liquidity;
import io.depinsim.core.engine.market.Scripts.Speculators;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import org.junit.jupiter.api.Test;

/** Liquidity providers lend the exchange reserves and take them back. */
class B09_LiquidityFeatureTest {
  @Test
  void providersJoinWithBothReservesAndLeaveWithTheirShare() {
    MarketWorld world =
        new SmallMarket().pool(1_200, 1_000, 0).liquidity(new Liquidity(400, 1, 1, 1, 0)).build();
    MarketAccounts a = world.accounts();
    MarketState state = world.market().state();
    Account tokens = world.ledger().findAccount("net.liquidity.tokens").orElseThrow();
    world
        .watch("money", a.liquidityCurrency())
        .watch("tokens", tokens)
        .watch("pool USD", a.poolCurrency())
        .watch("pool TOK", a.poolTokens())
        .watch("shares", () -> state.providedShares() + " of " + state.allShares())
        .watchPrice()
        .run(3);
    // January: half of 400 buys 200 x 1,200 / 1,200 = 200 tokens, so the pool holds 1,200 USD and
    // 1,000 tokens. The other 200 USD join with 200 x 1,000 / 1,200 = 166.66 tokens: shares worth
    // 100,000 x 200 / 1,200 = 16,666, by the tokens 100,000 x 166.66 / 1,000.
    // February: 2 x 1,400 x 16,666 / 116,666 = 399.99 are inside and nothing is left to join.
    // March: all shares leave with 199.99 USD and 166.66 tokens; 200 tokens are sold against
    // 1,000.00 tokens and 1,200.01 USD, which brings back the 200.00 they cost.
    assertEquals(
        """
        date           money    tokens  pool USD  pool TOK    shares     price
        2025-01-01    400.00      0.00   1000.00   1200.00 0 of 100000    0.8333
        2025-02-01      0.00     33.34   1400.00   1166.66 16666 of 116666    1.2000
        2025-03-01      0.00     33.34   1400.00   1166.66 16666 of 116666    1.2000
        2025-04-01    399.99      0.00   1000.01   1200.00 0 of 100000    0.8333
        """,
        world.table());
  }

  @Test
  void paceLimitsHowMuchMovesInAPeriod() {
    MarketWorld world =
        new SmallMarket().pool(1_200, 1_000, 0).liquidity(new Liquidity(800, 0.25, 1)).build();
    world.run(1);
    // A quarter of 800 USD.
    assertEquals(60_000, world.accounts().liquidityCurrency().total());
  }

  @Test
  void feesBelongToTheReserves() {
    Liquidity providers = new Liquidity(400, 1, 0);
    MarketWorld world =
        new SmallMarket()
            .pool(1_000, 1_000, 0.1)
            .speculators(new Speculators(500, 0.5))
            .liquidity(providers)
            .build();
    world.run(3);
    // 250 USD change hands in January; the fee of 10 % on reserves of 2 x 1,250 is 1 % a month.
    // Averaged over three months: 0.12 (1 - e^(-1/3)) after January, times e^(-1/3) after February.
    double weight = 1 - StrictMath.exp(-1 / 3.0);
    assertEquals(0.12 * weight, providers.seen().get(1).feeYield(), 1e-12);
    assertEquals(0.12 * weight * (1 - weight), providers.seen().get(2).feeYield(), 1e-12);
    // 225 USD count, so 225 x 1,000 / 1,225 = 183.67 tokens leave: price 1,250 / 816.33.
    double step = StrictMath.log(1_250 / 816.33);
    double volatility = StrictMath.sqrt(12 * step * step * weight);
    assertEquals(volatility, providers.seen().get(1).volatility(), 1e-12);
  }

  /** Joining and leaving at once never pays, whatever the sizes; 400 keyed cases. */
  @Test
  void nobodyGainsFromJoiningAndLeavingAtOnce() {
    Streams streams = new Streams(20_251_201, 0);
    for (int number = 0; number < 400; number++) {
      Draws draws = streams.at(Purpose.UNCERTAINTY, number, 0);
      int decimals = draws.nextInt(5);
      double poolTokens = 1 + draws.nextLong(number % 2 == 0 ? 20 : 100_000);
      double poolMoney = 1 + draws.nextLong(100_000);
      double money = 1 + draws.nextLong(50_000);
      double fee = draws.nextInt(3) * 0.003;
      MarketWorld world =
          new SmallMarket("net", Asset.uncapped("TOK", decimals))
              .pool(poolTokens, poolMoney, fee)
              .liquidity(new Liquidity(money, 1, 1, 0))
              .build();
      world.run(2);
      long kept = world.accounts().liquidityCurrency().total();
      assertEquals(0, world.market().state().providedShares());
      String what =
          "seed 20251201, case "
              + number
              + ": "
              + poolTokens
              + " with "
              + decimals
              + " places, "
              + poolMoney
              + " USD, joined with "
              + money
              + " and left with "
              + kept / 100.0;
      assertTrue(kept <= MarketWorld.USD.toMinorRounded(money), what);
    }
  }
}
