package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.Scripts.Speculators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speculators trade with the money they came with. The pool holds 1,000 tokens and 1,000 USD. */
class B08_SpeculatorsFeatureTest {
  private static final long FEBRUARY = MarketWorld.at("2025-02-01");

  @Test
  void speculatorsSpendWhatTheyHaveAndNoMore() {
    MarketWorld world =
        new SmallMarket()
            .pool(1_000, 1_000, 0)
            .speculators(new Speculators(250, 1, 1, -1, -1))
            .build();
    world
        .watch("money", world.accounts().speculatorCurrency())
        .watch("tokens", world.accounts().speculatorTokens())
        .watchPrice()
        .run(4);
    // 250 USD buy 250 x 1,000 / 1,250 = 200 tokens: 1,250 / 800 = 1.5625. In February nothing is
    // left to spend. In March all 200 are sold again, for 250; in April there is nothing to sell.
    assertEquals(
        """
        date           money    tokens     price
        2025-01-01    250.00      0.00    1.0000
        2025-02-01      0.00    200.00    1.5625
        2025-03-01      0.00    200.00    1.5625
        2025-04-01    250.00      0.00    1.0000
        2025-05-01    250.00      0.00    1.0000
        """,
        world.table());
  }

  @ParameterizedTest
  @CsvSource({"1.44, 0", "4, 0", "0.25, 0", "0.81, 0", "1.44, 0.003", "0.25, 0.003", "4, 0.2"})
  void aKickHitsItsFactorUpToRoundingAndFee(double factor, double fee) {
    MarketWorld world =
        new SmallMarket()
            .pool(1_000, 1_000, fee)
            .speculators(new Speculators(8_000, 0.25))
            .shock(Effect.PRICE, FEBRUARY + 1, FEBRUARY + 1, factor)
            .build();
    // In January a quarter of the money, 2,000 USD, buys tokens, so that there are some to sell.
    double[] before = new double[1];
    world.each(
        "before",
        io.depinsim.core.time.Phase.MEASUREMENT,
        n -> before[0] = n == 1 ? world.market().price() : before[0]);
    world.run(2);
    // Paying J moves the price by (1 + J/X)(1 + J(1-f)/X), and J(1-f) is chosen as X(√factor - 1).
    double root = Math.sqrt(factor);
    double more = factor > 1 ? 1 + (root - 1) / (1 - fee) : 1 / (1 + (1 / root - 1) / (1 - fee));
    double hit = world.market().price() / before[0];
    assertEquals(root * more, hit, 1e-4 * hit);
    assertTrue(fee > 0 || Math.abs(hit / factor - 1) < 1e-4, "factor " + hit);
    assertArrayEquals(new long[] {0, 1}, world.clamp("net.kickShort"));
  }

  @Test
  void aKickIsAsLargeAsItsMoneyAllows() {
    MarketWorld world =
        new SmallMarket()
            .pool(1_000, 1_000, 0)
            .speculators(new Speculators(250))
            .shock(Effect.PRICE, FEBRUARY + 1, FEBRUARY + 1, 4)
            .build();
    world.run(2);
    // A factor of 4 would take 1,000 USD; 250 make 1.25² = 1.5625.
    assertEquals(1.5625, world.market().price());
    assertArrayEquals(new long[] {1, 1}, world.clamp("net.kickShort"));
  }

  @Test
  void tradesCannotMoveAPriceFromOutsideAndTokensOnOfferBoundThem() {
    MarketWorld world =
        new SmallMarket()
            .outside(2, 100)
            .speculators(new Speculators(300, 0.5, 0.5, 0.5, -0.5))
            .build();
    MarketAccounts a = world.accounts();
    world
        .watch("money", a.speculatorCurrency())
        .watch("tokens", a.speculatorTokens())
        .watch("on offer", a.poolTokens())
        .watch("pool", a.poolCurrency())
        .watchPrice()
        .run(4);
    // 150 USD buy 75 tokens. Half of the other 150 buys 25 of the 37.50 it could, for 50. With
    // nothing on offer nothing is bought. Half of the 100 tokens bring 100 USD and are on offer.
    assertEquals(
        """
        date           money    tokens  on offer      pool     price
        2025-01-01    300.00      0.00    100.00      0.00    2.0000
        2025-02-01    150.00     75.00     25.00      0.00    2.0000
        2025-03-01    100.00    100.00      0.00      0.00    2.0000
        2025-04-01    100.00    100.00      0.00      0.00    2.0000
        2025-05-01    200.00     50.00     50.00      0.00    2.0000
        """,
        world.table());
    assertArrayEquals(new long[] {2, 3}, world.clamp("net.tokensOnOfferShort"));
  }
}
