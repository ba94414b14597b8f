package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Ranges;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PostedPricingTest {
  private static final ServicePricing.Limits NONE =
      (limit, bound) -> {
        throw new AssertionError("a posted price has no limits: " + limit);
      };

  @Test
  void onePriceStandsWhateverTheUse() {
    PostedPricing pricing = new PostedPricing(new PostedPricing.Spec(12));
    assertEquals(1, pricing.tiers());
    assertEquals("", pricing.tierName(0));
    pricing.observe(MarketPeriod.ofUse(5), NONE);
    pricing.observe(MarketPeriod.ofUse(0), NONE);
    assertEquals(12, pricing.price(0));
    assertEquals(0, new PostedPricing(new PostedPricing.Spec(0)).price(0), "service may be free");
  }

  @Test
  void tiersKeepTheOrderOfTheMap() {
    Map<String, Double> tiers = new LinkedHashMap<>();
    tiers.put("zone", 3.0);
    tiers.put("basic", 9.0);
    tiers.put("allowance", 0.0);
    PostedPricing pricing = new PostedPricing(new PostedPricing.Tiers(tiers));
    assertEquals(3, pricing.tiers());
    assertEquals("zone", pricing.tierName(0));
    assertEquals("basic", pricing.tierName(1));
    assertEquals(9, pricing.price(1));
    assertEquals("allowance", pricing.tierName(2));
    assertEquals(0, pricing.price(2));
  }

  @Test
  void aSingleTierHasNoName() {
    PostedPricing pricing = new PostedPricing(new PostedPricing.Tiers(Map.of("only", 2.0)));
    assertEquals("", pricing.tierName(0));
    assertEquals(2, pricing.price(0));
  }

  @Test
  void refusesWhatIsNoPriceList() {
    for (double price : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refuses("price: " + price, () -> new PostedPricing.Spec(price));
      refuses("tiers.a: " + price, () -> new PostedPricing.Tiers(Map.of("a", price)));
    }
    refuses("tiers: must hold at least one", () -> new PostedPricing.Tiers(Map.of()));
    refuses("tiers: 'a b' must be letters", () -> new PostedPricing.Tiers(Map.of("a b", 1.0)));
  }

  /** A rule, or the range of a record that is made, refuses. */
  static void refuses(String beginning, Supplier<?> action) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                  if (action.get() instanceof Record made) {
                    Ranges.require(made);
                  }
                })
            .getMessage();
    assertTrue(message.startsWith(beginning), message);
    assertTrue(message.endsWith(".") || message.endsWith("`"), message);
  }
}
