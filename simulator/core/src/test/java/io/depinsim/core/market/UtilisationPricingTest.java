package io.depinsim.core.market;

import static io.depinsim.core.market.PostedPricingTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target of 60 % and steps of 12.5 %, by hand. */
class UtilisationPricingTest {
  private final List<String> notes = new ArrayList<>();

  private UtilisationPricing pricing(Double floor, Double cap) {
    return new UtilisationPricing(new UtilisationPricing.Spec(12, 0.6, 0.125, floor, cap));
  }

  private void observe(UtilisationPricing pricing, double utilisation) {
    pricing.observe(
        MarketPeriod.ofUse(utilisation), (limit, bound) -> notes.add(limit + " " + bound));
  }

  @Test
  void movesInProportionToTheDistanceFromTheTarget() {
    UtilisationPricing pricing = pricing(null, null);
    assertEquals(12, pricing.price(0));
    observe(pricing, 0.6);
    assertEquals(12, pricing.price(0), 1e-15);
    observe(pricing, 0.9);
    assertEquals(12 * 1.0625, pricing.price(0), 1e-14, "half way above the target: half a step");
    observe(pricing, 0.45);
    assertEquals(12 * 1.0625 * 0.96875, pricing.price(0), 1e-14, "a quarter below");
    assertEquals(List.of(), notes, "no limits, none counted");
  }

  @Test
  void neverMovesByMoreThanAStep() {
    for (double utilisation : new double[] {1.2, 1.3, 1000, Double.POSITIVE_INFINITY}) {
      UtilisationPricing pricing = pricing(null, null);
      observe(pricing, utilisation);
      assertEquals(13.5, pricing.price(0), 1e-15);
    }
    UtilisationPricing idle = pricing(null, null);
    observe(idle, 0);
    assertEquals(10.5, idle.price(0), 1e-15);
  }

  @Test
  void floorAndCapHoldAndAreCounted() {
    UtilisationPricing pricing = pricing(11.0, 13.0);
    observe(pricing, 0.6);
    assertEquals(List.of("priceFloor false", "priceCap false"), notes);
    notes.clear();
    observe(pricing, 2);
    assertEquals(13, pricing.price(0));
    assertEquals(List.of("priceFloor false", "priceCap true"), notes);
    notes.clear();
    observe(pricing, 0);
    observe(pricing, 0);
    assertEquals(11, pricing.price(0));
    assertEquals("priceFloor true", notes.get(2));
  }

  @Test
  void higherUseNeverGivesALowerPrice() {
    double before = 0;
    for (int i = 0; i <= 300; i++) {
      double next = UtilisationPricing.next(12, i / 100.0, 0.6, 0.125);
      assertEquals(true, next >= before, "at " + i + " %");
      before = next;
    }
  }

  @Test
  void refusesWhatIsOutOfRange() {
    refuses("start: 0.0", () -> new UtilisationPricing.Spec(0, 0.6, 0.1, null, null));
    refuses("target: 0.0", () -> new UtilisationPricing.Spec(1, 0, 0.1, null, null));
    refuses("target: 60.0", () -> new UtilisationPricing.Spec(1, 60, 0.1, null, null));
    refuses("step: 1.0", () -> new UtilisationPricing.Spec(1, 0.6, 1, null, null));
    refuses("step: NaN", () -> new UtilisationPricing.Spec(1, 0.6, Double.NaN, null, null));
    refuses("floor: 2.0", () -> new UtilisationPricing.Spec(1, 0.6, 0.1, 2.0, null));
    refuses("cap: 0.5", () -> new UtilisationPricing.Spec(1, 0.6, 0.1, null, 0.5));
  }
}
