package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.market.PostedPricing;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import org.junit.jupiter.api.Test;

/**
 * Users pay 1,000 a month in currency: 60 % to providers by capacity, 15 % to the treasury, 25 %
 * buys tokens that are burned. The exchange holds 1,000 tokens and 750 USD, without a fee.
 */
class B02_FeesInCurrencyFeatureTest {
  private static SmallMarket network() {
    return new SmallMarket()
        .pool(1_000, 750, 0)
        .fees(PayIn.currency, 0.6, 0.25, 0.15, null)
        .consumers(Demand.of(1_000));
  }

  private static SmallOwners owners() {
    return new SmallOwners("own", 2, Machines.ofOutsiders().order(0, 0, 3).order(0, 1, 9));
  }

  @Test
  void feesPayProvidersTheTreasuryAndABurnThatMovesThePrice() {
    MarketWorld world = network().build(owners());
    MarketAccounts a = world.accounts();
    world
        .watchMoney("earned 0", () -> world.owners("own").earned()[0])
        .watchMoney("earned 1", () -> world.owners("own").earned()[1])
        .watch("treasury", a.treasuryCurrency())
        .watch("exchange", a.poolCurrency())
        .watch("tokens", a.poolTokens())
        .watchBurnt()
        .watchPrice()
        .run(3);
    // January: 250 USD buy 250 x 1,000 / (750 + 250) = 250 tokens.
    // February: 250 x 750 / 1,250 = 150. March: 250 x 600 / 1,500 = 100. Always x y = 750,000.
    assertEquals(
        """
        date        earned 0  earned 1  treasury  exchange    tokens     burnt     price
        2025-01-01      0.00      0.00      0.00    750.00   1000.00      0.00    0.7500
        2025-02-01    150.00    450.00    150.00   1000.00    750.00    250.00    1.3333
        2025-03-01    300.00    900.00    300.00   1250.00    600.00    400.00    2.0833
        2025-04-01    450.00   1350.00    450.00   1500.00    500.00    500.00    3.0000
        """,
        world.table());
  }

  @Test
  void feesWaitForTheSettlementAndFallToThoseConnectedThen() {
    Machines script = Machines.ofOutsiders().order(0, 0, 3).order(0, 1, 9).retire(1, 1, 9);
    MarketWorld world = network().build(new SmallOwners("own", 2, script));
    world.run(2);
    // January as above. On 1 February the second gives up, so three machines serve 300 in February
    // and the first earns all of 60 % x 300 = 180.
    assertEquals(15_000 + 18_000, world.owners("own").earned()[0]);
    assertEquals(45_000, world.owners("own").earned()[1]);
    assertEquals(0, world.accounts().nodeFees().total());
  }

  @Test
  void theExchangesFeeStaysInThePool() {
    SmallMarket network = network().pool(1_000, 750, 0.2).fees(PayIn.currency, 0.5, 0.5, 0, null);
    MarketWorld world = network.consumers(Demand.of(200)).build(owners());
    world.run(1);
    // 1,200 are served, so 600 are spent, of which 480 count: 480 x 1,000 / (750 + 480) = 390.24;
    // all 600 stay: (750 + 600) / 609.76 = 2.2140.
    assertEquals(39_024, world.ledger().burned(world.accounts().token()));
    assertEquals(135_000, world.accounts().poolCurrency().total());
    assertEquals(1_350 / 609.76, world.market().price());
  }

  @Test
  void sharesThatAddUpToAHairMoreThanAllAreNoReasonToStop() {
    // The shares make 1.0000000001: of 1,000 x 10,000,000 USD that is 1 USD too much.
    MarketWorld world =
        network()
            .fees(PayIn.currency, 0.6666666667, 0, 0.3333333334, null)
            .pricing(new PostedPricing(new PostedPricing.Spec(10_000_000)))
            .build(owners());
    world.run(1);
    assertEquals(0, world.accounts().burnFund().total());
    assertEquals(
        1_000_000_000_000L,
        world.accounts().treasuryCurrency().total()
            + world.owners("own").earned()[0]
            + world.owners("own").earned()[1]);
  }
}
