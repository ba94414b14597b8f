package io.depinsim.core.market;

import static io.depinsim.core.market.PostedPricingTest.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vickrey's auction turned around: the cheapest sell, and nobody gains by a false ask. */
class SecondPriceProcurementVerificationTest {
  private static double price(double[] asks, double demanded, double reserve) {
    Clearing c =
        SecondPriceProcurement.buy(Books.units(new double[0], asks).asks(), demanded, reserve);
    return Math.min(c.lostAsk(), reserve);
  }

  @Test
  void theFirstAskThatSellsNothingIsPaidToAll() {
    double[] asks = {5, 3, 4, 9};
    assertEquals(4, price(asks, 1, 8), "the second price");
    assertEquals(5, price(asks, 2, 8), "the third for two");
    assertEquals(5, price(asks, 1.5, 8), "who sells half sets no price");
    assertEquals(8, price(asks, 3, 8), "9 is above the reserve");
    assertEquals(9, price(asks, 3, 20));
    assertEquals(20, price(asks, 4, 20), "all are needed");
    assertEquals(3, price(asks, 0, 8), "none is");
    assertEquals(2, price(asks, 3, 2), "none comes so cheap");
    Clearing c = SecondPriceProcurement.buy(Books.units(new double[0], asks).asks(), 2, 8);
    assertEquals(2, c.units());
    assertEquals(7, c.costTraded(), "3 and 4 sell");
  }

  /** What the first provider gains at a cost with an ask. */
  private static double gain(double cost, double ask, double[] others, int demanded) {
    double[] asks = others.clone();
    asks[0] = ask;
    // Others ask whole prices and the first halves, so there are no ties with it.
    boolean sells =
        ask <= 10.25 && Arrays.stream(asks).filter(other -> other < ask).count() < demanded;
    return sells ? price(asks, demanded, 10.25) - cost : 0;
  }

  @Test
  void noFalseAskRaisesAGainWhateverOthersAsk() {
    int sold = 0;
    for (int number = 0; number < 400; number++) {
      Draws draws = Books.draws(number);
      double[] asks = Books.prices(draws, 1 + draws.nextInt(5), 12);
      int demanded = 1 + draws.nextInt(4);
      for (double cost = 0.5; cost < 13; cost++) {
        double truly = gain(cost, cost, asks, demanded);
        sold += truly > 0 ? 1 : 0;
        assertTrue(truly >= 0, "who asks for the cost never loses");
        for (double ask = 0.5; ask < 13; ask++) {
          assertTrue(
              gain(cost, ask, asks, demanded) <= truly,
              Arrays.toString(asks) + " for " + demanded + ", cost " + cost + ", ask " + ask);
        }
      }
    }
    assertTrue(sold > 1_000, "often somebody sells: " + sold);
  }

  @Test
  void thePriceOfAPeriodIsThatOfTheAuctionBeforeAndTheReserveIsCounted() {
    SecondPriceProcurement pricing =
        new SecondPriceProcurement(new SecondPriceProcurement.Spec(6, 8, 0.5));
    List<String> notes = new ArrayList<>();
    ServicePricing.Limits limits = (limit, bound) -> notes.add(limit + " " + bound);
    OrderBook book = Books.units(new double[] {1, 1}, new double[] {5, 3, 4, 9});
    assertEquals(6, pricing.price(0));
    pricing.observe(MarketPeriod.of(book), limits);
    assertEquals(5.5, pricing.price(0), "half of what is used is bought anew, at 5");
    book.bids().add(0, 1);
    pricing.observe(MarketPeriod.of(book), limits);
    assertEquals(6.75, pricing.price(0), "and now at 8");
    pricing.observe(MarketPeriod.of(new OrderBook()), limits);
    assertEquals(6.75, pricing.price(0), "without asks the price stands");
    assertEquals(List.of("priceCap false", "priceCap true"), notes);
    refuses("reserve: 5", () -> new SecondPriceProcurement.Spec(6, 5, 1));
    refuses("renewed: 0", () -> new SecondPriceProcurement.Spec(6, 8, 0));
  }
}
