package io.depinsim.core.market;

/**
 * What of an order book trades when the dearest bids meet the cheapest asks until they no longer
 * agree: the most that can trade, with all gains from trade.
 *
 * <p>Orders may trade in part. The bid or ask that stops half way is both the last that trades and
 * the first that does not.
 *
 * @param units that trade, per month
 * @param unitsWithoutLast the same if the last bid and the last ask that trade were not there, and
 *     no other came in their place
 * @param lastBid limit of the last bid that trades; positive infinity if nothing trades
 * @param nextBid limit of the first bid that does not trade in full; negative infinity if there is
 *     none
 * @param lastAsk reserve of the last ask that trades; negative infinity if nothing trades
 * @param nextAsk reserve of the first ask that does not trade in full; positive infinity if there
 *     is none
 * @param lostAsk reserve of the first ask that does not trade at all; positive infinity if there is
 *     none
 * @param valueTraded sum of units times limits over what trades, currency per month
 * @param costTraded sum of units times reserves over what trades, currency per month
 */
public record Clearing(
    double units,
    double unitsWithoutLast,
    double lastBid,
    double nextBid,
    double lastAsk,
    double nextAsk,
    double lostAsk,
    double valueTraded,
    double costTraded) {

  /**
   * Matches a book.
   *
   * @param cap no bid counts for more than this, and no ask above it trades, currency per unit
   */
  public static Clearing of(OrderBook book, double cap) {
    OrderBook.Side bids = book.bids();
    OrderBook.Side asks = book.asks();
    int[] bid = bids.ranked();
    int[] ask = asks.ranked();
    double lastBid = Double.POSITIVE_INFINITY;
    double lastAsk = Double.NEGATIVE_INFINITY;
    double units = 0;
    double value = 0;
    double cost = 0;
    int b = 0;
    int a = 0;
    double bidLeft = b < bid.length ? bids.units(bid[b]) : 0;
    double askLeft = a < ask.length ? asks.units(ask[a]) : 0;
    double bidBegan = 0;
    double askBegan = 0;
    boolean bidBegun = false;
    boolean askBegun = false;
    while (b < bid.length
        && a < ask.length
        && Math.min(cap, bids.price(bid[b])) >= asks.price(ask[a])) {
      lastBid = Math.min(cap, bids.price(bid[b]));
      lastAsk = asks.price(ask[a]);
      double traded = Math.min(bidLeft, askLeft);
      bidBegan = bidBegun ? bidBegan : units;
      askBegan = askBegun ? askBegan : units;
      units += traded;
      value += traded * lastBid;
      cost += traded * lastAsk;
      bidLeft -= traded;
      askLeft -= traded;
      bidBegun = bidLeft > 0;
      askBegun = askLeft > 0;
      if (bidLeft == 0) {
        b++;
        bidLeft = b < bid.length ? bids.units(bid[b]) : 0;
      }
      if (askLeft == 0) {
        a++;
        askLeft = a < ask.length ? asks.units(ask[a]) : 0;
      }
    }
    int lost = askBegun ? a + 1 : a;
    return new Clearing(
        units,
        Math.min(bidBegan, askBegan),
        lastBid,
        b < bid.length ? Math.min(cap, bids.price(bid[b])) : Double.NEGATIVE_INFINITY,
        lastAsk,
        a < ask.length ? asks.price(ask[a]) : Double.POSITIVE_INFINITY,
        lost < ask.length ? asks.price(ask[lost]) : Double.POSITIVE_INFINITY,
        value,
        cost);
  }

  /** Gains from trade, currency per month. */
  public double gains() {
    return valueTraded - costTraded;
  }

  /** Lowest price at which as much is asked for as offered; infinite if any lower one does. */
  public double lowest() {
    return Math.max(lastAsk, nextBid);
  }

  /** Highest such price; infinite if any higher one does. */
  public double highest() {
    return Math.min(lastBid, nextAsk);
  }
}
