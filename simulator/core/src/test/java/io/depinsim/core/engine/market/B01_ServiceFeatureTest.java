package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.market.PostedPricing;
import io.depinsim.core.market.UtilisationPricing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Machines serve, tier by tier. Seven machines of 100 units a month: three of the first owner, four
 * of the second. The first tier costs 3 and is served first, the second costs 1 and gets what is
 * left. Seven machines make the queue's exponent a whole number: √(2 x 8) - 1 = 3.
 */
class B01_ServiceFeatureTest {
  private static PostedPricing tiers() {
    Map<String, Double> prices = new LinkedHashMap<>();
    prices.put("first", 3.0);
    prices.put("second", 1.0);
    return new PostedPricing(new PostedPricing.Tiers(prices));
  }

  @Test
  void theFirstTierIsServedFirst() {
    Demand demand =
        Demand.lines(new double[] {350, 210}, new double[] {560, 280}, new double[] {1_050, 70});
    MarketWorld world =
        new SmallMarket()
            .pricing(tiers())
            .consumers(demand)
            .build(new SmallOwners("own", 2, Machines.ofOutsiders().order(0, 0, 3).order(0, 1, 4)));
    MarketState state = world.market().state();
    world
        .watch("served", () -> MarketWorld.rounded(state.get(Figure.SERVED), 2))
        .watch("share", () -> MarketWorld.rounded(state.servedShare(), 4))
        .watch("use", () -> MarketWorld.rounded(state.utilisation(), 2))
        .watch("quality", demand::quality)
        .watch("wait 1", () -> MarketWorld.rounded(state.waitHours()[0], 4))
        .watch("wait 2", () -> MarketWorld.rounded(state.waitHours()[1], 4))
        .watch("revenue", () -> MarketWorld.rounded(state.get(Figure.REVENUE), 2))
        .watchMoney("earned 0", () -> world.owners("own").earned()[0])
        .watchMoney("earned 1", () -> world.owners("own").earned()[1])
        .run(3);
    // January: load 0.5 in tier 1 and 0.8 up to tier 2, so waits of 0.5³ / (7 x 0.5) = 0.0357 h
    // and 0.8³ / (7 x 0.2) = 0.3657 h; paid 350 x 3 + 210 = 1,260, of which 3/7 and 4/7 are earned.
    // February: 560 and then 140 of 280. Load 1.2: 0.999³ / 0.007 = 142.429 h of queue, and 24 ln
    // 1.2 = 4.376 h until enough have left. Paid 1,680 + 140 = 1,820.
    // March: 700 of 1,050 and nothing for tier 2; 24 ln 1.5 = 9.731 and 24 ln 1.6 = 11.280. Paid
    // 2,100.
    assertEquals(
        """
        date          served     share       use   quality    wait 1    wait 2   revenue  earned 0  earned 1
        2025-01-01      0.00    1.0000      0.00         -    0.0000    0.0000      0.00      0.00      0.00
        2025-02-01    560.00    1.0000      0.80 1.00 1.00    0.0357    0.3657   1260.00    540.00    720.00
        2025-03-01    700.00    0.8333      1.00 1.00 0.50    0.3657  146.8047   3080.00   1320.00   1760.00
        2025-04-01    700.00    0.6250      1.00 0.67 0.00  152.1602  153.7091   5180.00   2220.00   2960.00
        """,
        world.table());
  }

  @Test
  void whatIsDownLowersQualityEvenWhereAllIsServed() {
    Demand demand = Demand.of(100);
    MarketWorld world =
        new SmallMarket()
            .consumers(demand)
            .build(
                new SmallOwners("up", 1, Machines.ofOutsiders().order(0, 0, 4)),
                new SmallOwners("down", 1, Machines.ofOutsiders().order(0, 0, 4)).outage(1));
    MarketState state = world.market().state();
    world.run(1);
    // Half of 800 units work: 100 are served, but half of all requests met a machine that is down.
    assertEquals(800, state.get(Figure.UNITS));
    assertEquals(400, state.get(Figure.WORKING_UNITS));
    assertEquals(1, state.servedShare());
    assertEquals("0.50", demand.quality());
    // Fees go by connected capacity, so both earn half.
    assertEquals(5_000, world.owners("up").earned()[0]);
    assertEquals(5_000, world.owners("down").earned()[0]);
  }

  @Test
  void aPriceThatFollowsUtilisationIsPaidFromTheNextPeriodOn() {
    MarketWorld world =
        new SmallMarket()
            .pricing(new UtilisationPricing(new UtilisationPricing.Spec(1, 0.5, 0.1, null, null)))
            .consumers(Demand.lines(new double[] {100}, new double[] {25}, new double[] {0}))
            .build(new SmallOwners("own", 1, Machines.ofOutsiders().order(0, 0, 1)));
    ServiceMarket market = world.market();
    world
        .watch(
            "price",
            () -> MarketWorld.rounded(market.rules().service().orElseThrow().pricing().price(0), 4))
        .watch("revenue", () -> MarketWorld.rounded(market.state().get(Figure.REVENUE), 4))
        .run(3);
    // Use 1 is twice the target: +10 %. Use 0.25 is half of it: -5 %. No use: -10 %.
    // Paid: 100 x 1; 25 x 1.1 = 27.5; nothing.
    assertEquals(
        """
        date           price   revenue
        2025-01-01    1.0000    0.0000
        2025-02-01    1.1000  100.0000
        2025-03-01    1.0450  127.5000
        2025-04-01    0.9405  127.5000
        """,
        world.table());
  }

  @Test
  void incomeIsWhatWasEarnedSinceTheStart() {
    MarketWorld world =
        new SmallMarket()
            .minedBefore(1_000_000)
            .emission(300)
            .consumers(Demand.of(50))
            .build(new SmallOwners("own", 1, Machines.ofOutsiders().order(0, 0, 1)));
    world.run(1);
    // 50 USD of fees and 300 tokens at 1 USD over 100 units; the million is from before.
    assertEquals(3.5, world.market().state().get(Figure.INCOME_PER_UNIT));
  }
}
