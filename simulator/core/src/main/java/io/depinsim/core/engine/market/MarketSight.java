package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.market.MarketPeriod;
import io.depinsim.core.market.OrderBook;
import io.depinsim.core.market.ServicePricing;
import java.util.Arrays;
import java.util.List;

/**
 * What consumers and prices see of a market, whichever way it is served, and what consumers say to
 * it.
 */
final class MarketSight {
  private final Network network;
  private final ServicePricing pricing;
  private final List<OwnerSegment> segments;
  private final List<Buyers> buyers;
  private final List<MarketShock> shocks;
  private final MarketState state;
  private final ClampTelemetry clamps;
  private final double nodesShare;
  private final OrderBook book = new OrderBook();
  private final double[] prices;
  private final DemandModel.Experience lived;

  /**
   * The sight of a market.
   *
   * @param nodesShare share of what users pay that goes to providers
   */
  MarketSight(
      Network network,
      ServicePricing pricing,
      List<OwnerSegment> segments,
      List<Buyers> buyers,
      List<MarketShock> shocks,
      MarketState state,
      ClampTelemetry clamps,
      double nodesShare) {
    this.network = network;
    this.pricing = pricing;
    this.segments = segments;
    this.buyers = buyers;
    this.shocks = shocks;
    this.state = state;
    this.clamps = clamps;
    this.nodesShare = nodesShare;
    this.prices = new double[pricing.tiers()];
    this.lived =
        new DemandModel.Experience(
            state.quality(),
            state.waitHours(),
            new double[pricing.tiers()],
            new double[pricing.tiers()]);
  }

  Network network() {
    return network;
  }

  MarketState state() {
    return state;
  }

  ClampTelemetry clamps() {
    return clamps;
  }

  List<OwnerSegment> segments() {
    return segments;
  }

  List<Buyers> buyers() {
    return buyers;
  }

  int tiers() {
    return prices.length;
  }

  /** Share of what users pay that goes to providers. */
  double nodesShare() {
    return nodesShare;
  }

  /** Prices that consumers have seen last, by tier. */
  double[] prices() {
    return prices;
  }

  /** What consumers live through in a period; filled by whoever serves them. */
  DemandModel.Experience lived() {
    return lived;
  }

  /** Consumers look at the price list. */
  void readPrices() {
    for (int tier = 0; tier < prices.length; tier++) {
      prices[tier] = pricing.price(tier);
    }
  }

  /** How much a cohort wants by tier, units per month. */
  void decide(Buyers b, long now, double months, double[] unitsPerMonth) {
    Arrays.fill(unitsPerMonth, 0);
    b.model().decide(seenBy(b, now, months, prices), b.table(), unitsPerMonth);
  }

  /** Consumers learn from what they lived through. */
  void experience(double months) {
    for (Buyers b : buyers) {
      b.model().experience(b.table(), lived, months);
    }
  }

  /**
   * Prices learn from a period.
   *
   * @param demand units per month
   * @param working capacity that worked, units per month
   */
  void observe(double demand, double working, long now, double months) {
    if (state.get(Figure.UNITS) > 0) {
      pricing.observe(
          new MarketPeriod(
              demand / Math.max(working, 1), demand, working, months, () -> book(now, months)),
          (limit, bound) -> clamps.declare(network.name() + "." + limit).note(bound));
    }
  }

  /** What shocks multiply now. */
  double factor(Effect effect, long now) {
    double factor = 1;
    for (MarketShock shock : shocks) {
      factor *= shock.at(effect, now);
    }
    return factor;
  }

  private DemandModel.Observation seenBy(Buyers b, long now, double months, double[] price) {
    return new DemandModel.Observation(
        now,
        months,
        state.get(Figure.UNITS) > 0,
        price,
        state.waitHours(),
        b.outsidePrice(now),
        b.outsideReliability(),
        factor(Effect.DEMAND, now));
  }

  /**
   * Orders of the period. Users bid what service is worth to them; providers ask for what running a
   * machine costs, and what it is worth to its owner when it serves nobody, after the shares of
   * what users pay that are burned or go to the treasury. Emission makes no ask lower, since it
   * comes without use too. Shocks and outages take the same share of every ask.
   */
  private OrderBook book(long now, double months) {
    book.clear();
    for (Buyers b : buyers) {
      for (int tier = 0; tier < prices.length; tier++) {
        b.model().bid(seenBy(b, now, months, prices), b.table(), tier, book.bids());
      }
    }
    double connected = state.get(Figure.UNITS);
    double working = connected > 0 ? state.get(Figure.WORKING_UNITS) / connected : 0;
    for (OwnerSegment s : segments) {
      double[] cost = s.owners().runningCost();
      long[] machines = s.owners().machines();
      long[] home = s.owners().home();
      double received = s.terms().capacity() * nodesShare;
      for (int row = 0; row < cost.length; row++) {
        if (home[row] == s.place() && machines[row] > 0) {
          double units = working * machines[row] * s.terms().capacity();
          double reserve = (cost[row] + s.terms().ownUse()) / received;
          book.asks().add(received > 0 ? reserve : Double.POSITIVE_INFINITY, units);
        }
      }
    }
    return book;
  }

  /**
   * What a month of service at the present price is worth beyond what it costs.
   *
   * @param consumers what served units are worth to users beyond price and wait, or beyond the
   *     central provider where that is the better of their other choices; users without a limit are
   *     not counted
   * @param providers their share of what users pay less {@code cost}
   * @param revenue what users pay
   * @param cost what connected machines cost to run and are worth to idle owners otherwise; what
   *     they were bought for is sunk
   */
  record Surplus(double consumers, double providers, double revenue, double cost) {}

  /** The surplus now; changes nothing. */
  Surplus surplus(long now) {
    double[] price = new double[prices.length];
    Arrays.setAll(price, pricing::price);
    OrderBook orders = new OrderBook();
    double consumers = 0;
    double revenue = 0;
    for (int tier = 0; tier < price.length; tier++) {
      for (Buyers b : buyers) {
        orders.clear();
        b.model().bid(seenBy(b, now, 1, price), b.table(), tier, orders.bids());
        for (int i = 0; i < orders.bids().count(); i++) {
          double limit = orders.bids().price(i);
          boolean counts = limit < Double.POSITIVE_INFINITY;
          consumers += counts ? orders.bids().units(i) * (limit - price[tier]) : 0;
        }
      }
      revenue += state.served()[tier] * price[tier];
    }
    double cost = 0;
    for (OwnerSegment s : segments) {
      cost += s.runningCost() + s.terms().ownUse() * s.machines();
    }
    return new Surplus(consumers * state.servedShare(), nodesShare * revenue - cost, revenue, cost);
  }
}
