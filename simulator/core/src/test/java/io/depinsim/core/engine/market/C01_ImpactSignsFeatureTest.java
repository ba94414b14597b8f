package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.market.Scripts.Demand;
import io.depinsim.core.engine.market.Scripts.Machines;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import io.depinsim.core.scenario.GenesisSpec.SellsSpec;
import org.junit.jupiter.api.Test;

/**
 * Behaviour is frozen: no speculators, the same machines, the same demand. One thing is changed and
 * price and supply follow by a closed form. The pool opens with X = 1,000 tokens and Y = 1,000 USD
 * and charges nothing.
 */
class C01_ImpactSignsFeatureTest {
  private static final long FEBRUARY = MarketWorld.at("2025-02-01");

  private static SmallOwners owner() {
    return new SmallOwners("own", 1, Machines.ofOutsiders().order(0, 0, 1)).capacity(1_000);
  }

  private static double priceAfterUnlock(double tokens) {
    long minor = Math.round(100 * tokens);
    MarketWorld world =
        new SmallMarket()
            .pool(1_000, 1_000, 0)
            .holder("team", tokens, (now, from) -> now < FEBRUARY ? 0 : minor, new SellsSpec(1, 0))
            .build(owner());
    world.run(2);
    return world.market().price();
  }

  @Test
  void aLargerUnlockLowersThePrice() {
    // U sold: X Y / (X + U)². 250: 1 / 1.5625 = 0.64. 600: 1 / 2.56 = 0.390625.
    assertEquals(1, priceAfterUnlock(0));
    assertEquals(0.64, priceAfterUnlock(250));
    assertEquals(0.390625, priceAfterUnlock(600));
  }

  private static MarketWorld burning(double share) {
    MarketWorld world =
        new SmallMarket()
            .pool(1_000, 1_000, 0)
            .fees(PayIn.currency, 1 - share, share, 0, null)
            .consumers(Demand.of(1_000))
            .build(owner());
    world.run(1);
    return world;
  }

  @Test
  void moreBurnRaisesThePrice() {
    // B spent: (Y + B)² / (X Y). 250: 1.5625. 600: 2.56.
    assertEquals(1, burning(0).market().price());
    assertEquals(1.5625, burning(0.25).market().price());
    assertEquals(2.56, burning(0.6).market().price());
    // And what is burned, X B / (Y + B), is gone: 200 and 375 of 1,000.
    assertEquals(800, burning(0.25).network().circulating());
    assertEquals(625, burning(0.6).network().circulating());
  }

  private static MarketWorld minting(double perMonth, double sold) {
    MarketWorld world =
        new SmallMarket().pool(1_000, 1_000, 0).emission(perMonth).build(owner().sellsOfRest(sold));
    world.run(2);
    return world;
  }

  @Test
  void moreEmissionRaisesCirculatingSupplyAndLowersThePriceOnlyIfSold() {
    assertEquals(1_500, minting(250, 0).network().circulating());
    assertEquals(2_200, minting(600, 0).network().circulating());
    assertEquals(1, minting(600, 0).market().price(), "kept");
    // The first month's tokens are sold in the second: X Y / (X + E)².
    assertEquals(0.64, minting(250, 1).market().price());
    assertEquals(0.390625, minting(600, 1).market().price());
    assertEquals(2_200, minting(600, 1).network().circulating(), "sold is not gone");
    assertTrue(minting(600, 0.5).market().price() > 0.390625, "half is sold");
  }
}
