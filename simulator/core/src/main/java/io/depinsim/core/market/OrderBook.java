package io.depinsim.core.market;

import java.util.Arrays;

/**
 * Bids and asks of one market period: what users would pay at most for a unit of service and how
 * much of it they use, what providers must get at least and how much they offer.
 *
 * <p>Orders stand in the order in which they came, which is that of cohorts and rows. Among orders
 * of one price the earlier goes first. Draws no random numbers.
 */
public final class OrderBook {
  private final Side bids = new Side(true);
  private final Side asks = new Side(false);

  /** What users would pay. */
  public Side bids() {
    return bids;
  }

  /** What providers must get. */
  public Side asks() {
    return asks;
  }

  /** Forgets all orders. */
  public void clear() {
    bids.count = 0;
    asks.count = 0;
  }

  /** One side of a book, in columns. */
  public static final class Side {
    private final boolean dearestFirst;
    private double[] price = new double[16];
    private double[] units = new double[16];
    private int count;

    private Side(boolean dearestFirst) {
      this.dearestFirst = dearestFirst;
    }

    /**
     * One more order; one of nothing is left out.
     *
     * @param price limit of a unit, currency; an infinite bid takes any price. Below 0 counts as 0
     * @param units per month, ≥ 0
     * @throws IllegalArgumentException if the price is no number, or the units are not finite
     */
    public void add(double price, double units) {
      Limit.notNegative("units", units);
      if (Double.isNaN(price)) {
        throw Limit.refusal("price", price, "must be a number", "");
      }
      if (units == 0) {
        return;
      }
      if (count == this.price.length) {
        this.price = Arrays.copyOf(this.price, 2 * count);
        this.units = Arrays.copyOf(this.units, 2 * count);
      }
      this.price[count] = Math.max(0, price);
      this.units[count] = units;
      count++;
    }

    /** Number of orders. */
    public int count() {
      return count;
    }

    /** Limit of an order, currency per unit. */
    public double price(int order) {
      return price[order];
    }

    /** Size of an order, units per month. */
    public double units(int order) {
      return units[order];
    }

    /** Units per month of all orders, added in their order. */
    public double totalUnits() {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += units[i];
      }
      return sum;
    }

    /** Orders from the best price to the worst: bids from the dearest, asks from the cheapest. */
    int[] ranked() {
      Integer[] ranked = new Integer[count];
      for (int i = 0; i < count; i++) {
        ranked[i] = i;
      }
      int sign = dearestFirst ? -1 : 1;
      Arrays.sort(ranked, (a, b) -> sign * Double.compare(price[a], price[b]));
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        order[i] = ranked[i];
      }
      return order;
    }
  }
}
