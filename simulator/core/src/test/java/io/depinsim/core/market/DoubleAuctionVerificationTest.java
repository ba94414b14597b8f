package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.market.DoubleAuction.Outcome;
import io.depinsim.core.market.DoubleAuction.Payment;
import io.depinsim.core.random.Draws;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What is known of double auctions: all gains from trade are made, who gains depends on the
 * payment, no k makes it truthful, and McAfee's is truthful for the price of one trade at most.
 * Random books are of seed 20251125, whole prices, one unit an order.
 */
class DoubleAuctionVerificationTest {
  private static final int CASES = 2_000;
  private static final double CAP = 1_000;

  private static Outcome clear(OrderBook book, Payment payment, double k) {
    return DoubleAuction.clear(book, payment, k, CAP, Double.NaN);
  }

  private static String what(double[] values, double[] costs) {
    return Arrays.toString(values) + " against " + Arrays.toString(costs);
  }

  @Test
  void trueOrdersMakeAllGainsFromTrade() {
    int trades = 0;
    for (int number = 0; number < CASES; number++) {
      Draws draws = Books.draws(number);
      double[] values = Books.prices(draws, draws.nextInt(5), 20);
      double[] costs = Books.prices(draws, draws.nextInt(5), 20);
      Clearing c = Clearing.of(Books.units(values, costs), CAP);
      assertEquals(Books.bestGains(values, costs), c.gains(), what(values, costs));
      trades += c.units() > 0 ? 1 : 0;
    }
    assertTrue(trades > CASES / 3, "most books trade: " + trades);
  }

  @Test
  void atTheUniformPriceNobodyWhoTradesLosesAndNobodyElseWouldGain() {
    for (int number = 0; number < CASES; number++) {
      Draws draws = Books.draws(number);
      double[] values = Books.prices(draws, 1 + draws.nextInt(5), 20);
      double[] costs = Books.prices(draws, 1 + draws.nextInt(5), 20);
      OrderBook book = Books.units(values, costs);
      double k = draws.nextInt(5) / 4.0;
      Outcome out = clear(book, Payment.uniform, k);
      assertEquals(out.paid(), out.received(), "no money is left over");
      if (out.units() > 0) {
        double p = out.paid();
        double surely = Arrays.stream(values).filter(v -> v > p).count();
        double perhaps = Arrays.stream(values).filter(v -> v >= p).count();
        assertTrue(surely <= out.units() && out.units() <= perhaps, what(values, costs));
        surely = Arrays.stream(costs).filter(c -> c < p).count();
        perhaps = Arrays.stream(costs).filter(c -> c <= p).count();
        assertTrue(surely <= out.units() && out.units() <= perhaps, what(values, costs));
      }
    }
  }

  @Test
  void whoPaysWhatHeBidTradesAsMuchAndSplitsItOtherwise() {
    // 9, 8, 7 meet 2, 3, 6; 4 does not meet 8. Prices of 6 to 7 clear: 6.5 in the middle. Bids
    // are 8 and asks 11/3 in the mean, 35/6 in the middle.
    OrderBook book = Books.units(new double[] {9, 8, 7, 4}, new double[] {2, 3, 6, 8});
    assertEquals(new Outcome(3, 6.5, 6.5), clear(book, Payment.uniform, 0.5));
    assertEquals(new Outcome(3, 6, 6), clear(book, Payment.uniform, 0));
    assertEquals(new Outcome(3, 7, 7), clear(book, Payment.uniform, 1));
    assertEquals(35 / 6.0, clear(book, Payment.discriminatory, 0.5).paid(), 1e-12);
    assertEquals(11 / 3.0, clear(book, Payment.discriminatory, 0).paid(), 1e-12);
    assertEquals(8, clear(book, Payment.discriminatory, 1).paid(), 1e-12, "users keep nothing");
    assertEquals(3, clear(book, Payment.discriminatory, 1).units());
    // (4 + 8) / 2 = 6 lies between the last that trade, 6 and 7: all trade at 6.
    assertEquals(new Outcome(3, 6, 6), clear(book, Payment.tradeReduction, 0.5));
    // With 1 instead of 4 the mean is 4.5 and 6 does not agree: two trade, users pay 7 and
    // providers get 6.
    OrderBook other = Books.units(new double[] {9, 8, 7, 1}, new double[] {2, 3, 6, 8});
    assertEquals(new Outcome(2, 7, 6), clear(other, Payment.tradeReduction, 0.5));
  }

  @Test
  void ordersTradeInPartAndTheOneThatStopsHalfWaySetsThePrice() {
    OrderBook book = new OrderBook();
    book.bids().add(10, 5);
    book.bids().add(Double.POSITIVE_INFINITY, 2.5);
    book.asks().add(6, 4);
    book.asks().add(3, 2);
    // The endless bid is 20 at the cap. 6 of 7.5 trade; the bid of 10 is left with 1.5.
    assertEquals(new Outcome(6, 10, 10), DoubleAuction.clear(book, Payment.uniform, 0.5, 20, 1));
    Clearing c = Clearing.of(book, 20);
    assertEquals(2.5 * 20 + 3.5 * 10, c.valueTraded());
    assertEquals(2 * 3 + 4 * 6, c.costTraded());
    book.asks().add(5, 9);
    // Now asks are left: 7.5 trade, 2 at 3 and 5.5 of 9 at 5.
    assertEquals(new Outcome(7.5, 5, 5), DoubleAuction.clear(book, Payment.uniform, 0.5, 20, 1));
  }

  @Test
  void withoutTradeThePriceGoesBetweenTheBestOrdersOrStands() {
    OrderBook apart = Books.units(new double[] {4, 2}, new double[] {8, 9});
    for (Payment payment : Payment.values()) {
      assertEquals(
          new Outcome(0, 5, 5), DoubleAuction.clear(apart, payment, 0.25, CAP, 3), "4 + (8 - 4)/4");
      for (OrderBook empty :
          new OrderBook[] {
            new OrderBook(),
            Books.units(new double[] {4}, new double[0]),
            Books.units(new double[0], new double[] {4})
          }) {
        assertEquals(new Outcome(0, 3, 3), DoubleAuction.clear(empty, payment, 0.5, CAP, 3));
      }
    }
  }

  /** What the first buyer gains at a value with a bid. */
  private static double gain(
      double value, double bid, double[] others, double[] costs, Payment payment) {
    double[] bids = others.clone();
    bids[0] = bid;
    Outcome out = clear(Books.units(bids, costs), payment, 0.5);
    // With whole prices and half bids there are no ties with the first buyer.
    double rank = Arrays.stream(bids).filter(b -> b > bid).count();
    return rank < out.units() ? value - out.paid() : 0;
  }

  @Test
  void noMisreportHelpsWhereTheLastTradeIsGivenUp() {
    for (int number = 0; number < 300; number++) {
      Draws draws = Books.draws(number);
      double[] values = Books.prices(draws, 4, 12);
      double[] costs = Books.prices(draws, 4, 12);
      for (double value = 0.5; value < 12; value++) {
        double truly = gain(value, value, values, costs, Payment.tradeReduction);
        assertTrue(truly >= 0, "who tells the truth never loses");
        for (double bid = 0.5; bid < 13; bid++) {
          double gain = gain(value, bid, values, costs, Payment.tradeReduction);
          assertTrue(
              gain <= truly,
              what(values, costs) + ": value " + value + ", bid " + bid + " gains " + gain);
        }
      }
    }
  }

  @Test
  void givingUpTheLastTradeLosesThatOneAtMostAndLeavesNoDeficit() {
    int reduced = 0;
    for (int number = 0; number < CASES; number++) {
      Draws draws = Books.draws(number);
      // Different prices, so that the last trade is one trade.
      double[] values = Arrays.stream(Books.prices(draws, 4, 20)).distinct().toArray();
      double[] costs = Arrays.stream(Books.prices(draws, 4, 20)).distinct().toArray();
      OrderBook book = Books.units(values, costs);
      Clearing all = Clearing.of(book, CAP);
      Outcome out = clear(book, Payment.tradeReduction, 0.5);
      assertTrue(out.paid() >= out.received(), what(values, costs));
      assertTrue(out.units() >= all.units() - 1, what(values, costs));
      reduced += out.units() < all.units() ? 1 : 0;
    }
    assertTrue(reduced > 0 && reduced < CASES, "sometimes: " + reduced);
  }

  @Test
  void whoBidsLessMayGainAtAUniformPrice() {
    // True: 10 meets 4, any price of 4 to 10 clears, 7 is paid, 3 gained. Who says 6 pays 5.
    double[] costs = {4};
    assertEquals(3, gain(10, 10, new double[1], costs, Payment.uniform));
    assertEquals(5, gain(10, 6, new double[1], costs, Payment.uniform));
    assertEquals(0, gain(10, 3.5, new double[1], costs, Payment.uniform), "too little");
  }

  /**
   * Chatterjee and Samuelson (1983), one buyer and one seller, value and cost uniform on 0 to 1,
   * the price in the middle: bidding 2/3 v + 1/12 and asking 2/3 c + 1/4 are best against each
   * other; trade happens where v ≥ c + 1/4 and makes 9/64 of the 1/6 that there is to gain.
   */
  @Test
  void theLinearEquilibriumIsBestAgainstItself() {
    int steps = 1_000;
    for (double value : new double[] {0.3, 0.5, 0.8, 1}) {
      double best = Double.NEGATIVE_INFINITY;
      double bestBid = -1;
      for (double bid = 0; bid <= 1; bid += 1.0 / 240) {
        double gain = 0;
        for (int i = 0; i < steps; i++) {
          double ask = 2 / 3.0 * ((i + 0.5) / steps) + 0.25;
          Outcome out = clear(pair(bid, ask), Payment.uniform, 0.5);
          gain += out.units() * (value - out.paid());
        }
        if (gain > best) {
          best = gain;
          bestBid = bid;
        }
      }
      assertEquals(2 / 3.0 * value + 1 / 12.0, bestBid, 1 / 200.0, "value " + value);
    }
  }

  @Test
  void theLinearEquilibriumMakesNineSixtyFourthsOfASixth() {
    int steps = 600;
    double gains = 0;
    double possible = 0;
    for (int v = 0; v < steps; v++) {
      for (int c = 0; c < steps; c++) {
        double value = (v + 0.5) / steps;
        double cost = (c + 0.5) / steps;
        OrderBook told = pair(2 / 3.0 * value + 1 / 12.0, 2 / 3.0 * cost + 0.25);
        gains += clear(told, Payment.uniform, 0.5).units() * (value - cost);
        possible += Clearing.of(pair(value, cost), CAP).gains();
      }
    }
    assertEquals(9 / 64.0, gains / steps / steps, 1e-3);
    assertEquals(1 / 6.0, possible / steps / steps, 1e-3);
  }

  private static OrderBook pair(double bid, double ask) {
    return Books.units(new double[] {bid}, new double[] {ask});
  }
}
