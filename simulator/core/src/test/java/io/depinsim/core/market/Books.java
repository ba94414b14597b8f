package io.depinsim.core.market;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;

/** Order books of tests. */
final class Books {
  static final ServicePricing.Limits UNHEARD = (limit, bound) -> {};
  private static final Streams STREAMS = new Streams(20_251_125, 0);

  private Books() {}

  static Draws draws(long number) {
    return STREAMS.at(Purpose.UNCERTAINTY, number, 0);
  }

  /** Bids and asks of one unit each. */
  static OrderBook units(double[] bids, double[] asks) {
    OrderBook book = new OrderBook();
    for (double bid : bids) {
      book.bids().add(bid, 1);
    }
    for (double ask : asks) {
      book.asks().add(ask, 1);
    }
    return book;
  }

  /** Whole prices of 0 to below {@code most}, so that ties are common. */
  static double[] prices(Draws draws, int count, int most) {
    double[] prices = new double[count];
    for (int i = 0; i < count; i++) {
      prices[i] = draws.nextInt(most);
    }
    return prices;
  }

  /** The most that these buyers and sellers of one unit can gain, by trying all ways to trade. */
  static double bestGains(double[] values, double[] costs) {
    double best = 0;
    for (int buyers = 0; buyers < 1 << values.length; buyers++) {
      for (int sellers = 0; sellers < 1 << costs.length; sellers++) {
        if (Integer.bitCount(buyers) == Integer.bitCount(sellers)) {
          best = Math.max(best, sum(values, buyers) - sum(costs, sellers));
        }
      }
    }
    return best;
  }

  private static double sum(double[] of, int chosen) {
    double sum = 0;
    for (int i = 0; i < of.length; i++) {
      sum += (chosen >> i & 1) * of[i];
    }
    return sum;
  }
}
