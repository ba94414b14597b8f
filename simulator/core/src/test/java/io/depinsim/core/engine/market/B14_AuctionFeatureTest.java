package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.market.DoubleAuction;
import io.depinsim.core.market.DoubleAuction.Payment;
import io.depinsim.core.market.SecondPriceProcurement;
import io.depinsim.core.market.ServicePricing;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import org.junit.jupiter.api.Test;

/**
 * Three owners of a machine of 100 units a month each, which cost 40, 80 and 120 to run. Providers
 * get half of what users pay, so they ask for 0.8, 1.6 and 2.4 a unit. Users would pay 3.
 */
class B14_AuctionFeatureTest {
  private static String table(ServicePricing pricing, Demand demand) {
    MarketWorld world =
        new SmallMarket()
            .pricing(pricing)
            .fees(PayIn.currency, 0.5, 0, 0.5, null)
            .consumers(demand.limit(3))
            .build(
                new SmallOwners(
                        "own",
                        3,
                        Machines.ofOutsiders().order(0, 0, 1).order(0, 1, 1).order(0, 2, 1))
                    .runningCost(40, 80, 120)
                    .runway(99));
    ServiceMarket market = world.market();
    return world
        .watch("price", () -> MarketWorld.rounded(pricing.price(0), 4))
        .watch(
            "revenue", () -> MarketWorld.rounded(market.state().get(MarketState.Figure.REVENUE), 2))
        .watch("users", () -> MarketWorld.rounded(market.surplus(0).consumers(), 2))
        .watch("owners", () -> MarketWorld.rounded(market.surplus(0).providers(), 2))
        .run(4)
        .table();
  }

  @Test
  void whatClearsTheOrdersIsPaidFromTheNextPeriodOn() {
    // 150 wanted: the second machine is half used and sets the price, 1.6. 200: any price from 1.6
    // to the third's 2.4 clears, 2. 600: half of the users are left out, and pay all it is worth.
    // Users gain 150 (3 - 1.6) = 210; then 200 (3 - 2) = 200. Owners get half of 150 x 1.6 and pay
    // 240 for machines: -120.
    assertEquals(
        """
        date           price   revenue     users    owners
        2025-01-01    1.0000      0.00      0.00   -240.00
        2025-02-01    1.6000    150.00    210.00   -120.00
        2025-03-01    2.0000    470.00    200.00    -40.00
        2025-04-01    3.0000   1070.00      0.00    210.00
        2025-05-01    3.0000   1970.00      0.00    210.00
        """,
        table(
            new DoubleAuction(new DoubleAuction.Spec(1, Payment.uniform, 0.5, 9, 1)),
            Demand.lines(new double[] {150}, new double[] {200}, new double[] {600})));
  }

  @Test
  void whoPaysByTheBidPaysTheMeanOfBidsAndAsks() {
    // 150: asks of 100 at 0.8 and 50 at 1.6 are 16/15 in the mean, with 3 in the middle 2.0333.
    assertEquals(
        """
        date           price   revenue     users    owners
        2025-01-01    1.0000      0.00      0.00   -240.00
        2025-02-01    2.0333    150.00    145.00    -87.50
        2025-03-01    2.0333    455.00    145.00    -87.50
        2025-04-01    2.0333    760.00    145.00    -87.50
        2025-05-01    2.0333   1065.00    145.00    -87.50
        """,
        table(
            new DoubleAuction(new DoubleAuction.Spec(1, Payment.discriminatory, 0.5, 9, 1)),
            Demand.of(150)));
  }

  @Test
  void theCheapestSellAtTheFirstAskThatSellsNothing() {
    // 150: the third asks 2.4. 50: the second 1.6. 300: all are needed, the reserve of 5 is paid.
    assertEquals(
        """
        date           price   revenue     users    owners
        2025-01-01    1.0000      0.00      0.00   -240.00
        2025-02-01    2.4000    150.00     90.00    -60.00
        2025-03-01    1.6000    270.00     70.00   -200.00
        2025-04-01    5.0000    750.00   -600.00    510.00
        2025-05-01    5.0000   2250.00   -600.00    510.00
        """,
        table(
            new SecondPriceProcurement(new SecondPriceProcurement.Spec(1, 5, 1)),
            Demand.lines(new double[] {150}, new double[] {50}, new double[] {300})));
  }
}
