package io.depinsim.core.market;

import static io.depinsim.core.market.PostedPricingTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.market.PidPricing.Signal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables worked out by hand. */
class PidPricingVerificationTest {
  private final List<String> notes = new ArrayList<>();

  private double observe(PidPricing pricing, double utilisation, double months) {
    pricing.observe(
        new MarketPeriod(utilisation, 100 * utilisation, 100, months, OrderBook::new),
        (limit, bound) -> notes.add(limit + " " + bound));
    return pricing.price(0);
  }

  @Test
  void aStepOfUseIsAnsweredByAllThreeTerms() {
    PidPricing pricing =
        new PidPricing(new PidPricing.Spec(10, Signal.utilisation, 0.5, 0.4, 0.2, 0.1, 1, 40));
    // Half months; price 10 (1 + 0.4 e + 0.2 S + 0.1 d).
    //    u      e      S      d       price
    //  0.5    0      0        0       10
    //  1.0    0.5    0.25     1       10 (1 + 0.2 + 0.05 + 0.1) = 13.5
    //  1.0    0.5    0.5      0       10 (1 + 0.2 + 0.1) = 13
    //  0.7    0.2    0.6     -0.6     10 (1 + 0.08 + 0.12 - 0.06) = 11.4
    //  0.4   -0.1    0.55    -0.6     10 (1 - 0.04 + 0.11 - 0.06) = 10.1
    //  0.5    0      0.55     0.2     10 (1 + 0.11 + 0.02) = 11.3
    double[] use = {0.5, 1, 1, 0.7, 0.4, 0.5};
    double[] price = {10, 13.5, 13, 11.4, 10.1, 11.3};
    for (int i = 0; i < use.length; i++) {
      assertEquals(price[i], observe(pricing, use[i], 0.5), 1e-12, "period " + i);
    }
  }

  @Test
  void whileALimitBindsNoErrorIsSummedThatPushesAgainstIt() {
    PidPricing pricing =
        new PidPricing(new PidPricing.Spec(10, Signal.utilisation, 0.5, 0, 1, 0, 8, 12));
    // S: 0.1, price 11; 0.5 would be 15, not summed; twenty more like it.
    assertEquals(11, observe(pricing, 0.6, 1), 1e-12);
    for (int i = 0; i < 20; i++) {
      assertEquals(12, observe(pricing, 0.9, 1));
    }
    // -0.1 comes to S = 0: back at once. A sum kept would be 8.
    assertEquals(10, observe(pricing, 0.4, 1), 1e-12);
    assertEquals(8, observe(pricing, 0, 1));
    assertEquals(8, observe(pricing, 0.1, 1));
    assertEquals(10.5, observe(pricing, 0.55, 1), 1e-12);
    assertEquals(20, notes.stream().filter("priceCap true"::equals).count());
    assertEquals(2, notes.stream().filter("priceFloor true"::equals).count());
    assertEquals(2 * 25, notes.size());
  }

  @Test
  void anErrorIsOneAtMost() {
    PidPricing pricing =
        new PidPricing(new PidPricing.Spec(10, Signal.utilisation, 0.5, 1, 0, 0, 8, 90));
    assertEquals(20, observe(pricing, Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void unmetDemandMayBeSteered() {
    PidPricing pricing = new PidPricing(new PidPricing.Spec(10, Signal.unmet, 0.1, 1, 0, 0, 1, 90));
    assertEquals(9, observe(pricing, 0.8, 1), 1e-12, "all is met: 10 % less than is meant to be");
    assertEquals(14, observe(pricing, 2, 1), 1e-12, "half is not");
    assertEquals(9, observe(pricing, 0, 1), 1e-12, "nothing is asked for");
  }

  @Test
  void limitsOutOfOrderAreRefused() {
    refuses("floor: 11", () -> new PidPricing.Spec(10, Signal.utilisation, 0.5, 1, 0, 0, 11, 12));
    refuses("cap: 9", () -> new PidPricing.Spec(10, Signal.utilisation, 0.5, 1, 0, 0, 8, 9));
  }
}
