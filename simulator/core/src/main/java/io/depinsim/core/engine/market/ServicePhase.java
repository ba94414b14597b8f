package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.market.MarketPeriod;
import io.depinsim.core.market.OrderBook;
import io.depinsim.core.market.ServicePricing;
import io.depinsim.core.market.ServiceQueue;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.time.SimulatedTime;
import java.util.Arrays;
import java.util.List;

/** Service of one market period: what works, what is wanted, what is given and waited for. */
final class ServicePhase {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double BUSIEST = 0.999;

  private final Network network;
  private final ServicePricing pricing;
  private final QueueSpec queue;
  private final List<OwnerSegment> segments;
  private final List<Buyers> buyers;
  private final List<MarketShock> shocks;
  private final MarketState state;
  private final ClampTelemetry clamps;
  private final double nodesShare;
  private final OrderBook book = new OrderBook();
  private final double[] prices;
  private final double[] wanted;
  private final double[] demand;
  private final Draws draws = new Draws();

  ServicePhase(
      Network network,
      ServicePricing pricing,
      QueueSpec queue,
      List<OwnerSegment> segments,
      List<Buyers> buyers,
      List<MarketShock> shocks,
      MarketState state,
      ClampTelemetry clamps,
      double nodesShare) {
    this.network = network;
    this.pricing = pricing;
    this.queue = queue;
    this.segments = segments;
    this.buyers = buyers;
    this.shocks = shocks;
    this.state = state;
    this.clamps = clamps;
    this.nodesShare = nodesShare;
    this.prices = new double[pricing.tiers()];
    this.wanted = new double[pricing.tiers()];
    this.demand = new double[pricing.tiers()];
  }

  /** Machines that work in this period: each fails alone, and shocks take a share of all. */
  void offer(long now, long tick) {
    double factor = factor(Effect.CAPACITY, now);
    double machines = 0;
    double units = 0;
    for (int i = 0; i < segments.size(); i++) {
      OwnerSegment s = segments.get(i);
      long connected = state.machinesOf()[i];
      network.streams().seek(draws, Purpose.FAULTS, s.entity(), tick);
      double working = factor * (connected - draws.nextBinomial(connected, s.outage()));
      machines += working;
      units += working * s.terms().capacity();
    }
    state.set(Figure.WORKING_MACHINES, machines);
    state.set(Figure.WORKING_UNITS, units);
  }

  /** How much every cohort wants at the present prices, waits and beliefs. */
  void demand(long now, double months) {
    Arrays.fill(demand, 0);
    for (int tier = 0; tier < prices.length; tier++) {
      prices[tier] = pricing.price(tier);
    }
    for (Buyers b : buyers) {
      b.model().decide(seenBy(b, now, months, prices), b.table(), wanted);
      for (int tier = 0; tier < demand.length; tier++) {
        demand[tier] += wanted[tier];
      }
    }
  }

  private DemandModel.Observation seenBy(Buyers b, long now, double months, double[] price) {
    double years = SimulatedTime.toDays(now) / DAYS_PER_YEAR;
    return new DemandModel.Observation(
        now,
        months,
        state.get(Figure.UNITS) > 0,
        price,
        state.waitHours(),
        b.outsidePrice(years),
        b.outsideReliability(),
        factor(Effect.DEMAND, now));
  }

  /** Serves tier by tier, lets consumers see how well, and the pricing what was asked for. */
  void serve(long now, double months) {
    double working = state.get(Figure.WORKING_UNITS);
    double connected = state.get(Figure.UNITS);
    double available = connected > 0 ? working / connected : 1;
    double left = working;
    double all = 0;
    double given = 0;
    for (int tier = 0; tier < demand.length; tier++) {
      double served = Math.min(demand[tier], left);
      left -= served;
      given += served;
      all += demand[tier];
      state.served()[tier] = served;
      state.quality()[tier] =
          demand[tier] > 0 ? served / demand[tier] * Math.min(1, available) : Double.NaN;
      state.waitHours()[tier] = wait(all / Math.max(working, 1));
    }
    state.set(Figure.DEMAND, all);
    state.set(Figure.SERVED, given);
    for (Buyers b : buyers) {
      b.model().experience(b.table(), state.quality(), months);
    }
    if (connected > 0) {
      pricing.observe(
          new MarketPeriod(
              all / Math.max(working, 1), all, working, months, () -> book(now, months)),
          (limit, bound) -> clamps.declare(network.name() + "." + limit).note(bound));
    }
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

  /**
   * Expected wait at a load: the queue of a system that can cope, and of one that cannot the wait
   * at which so many requests have been withdrawn that the rest is served, {@code leavesAfter
   * ln(load)}, the fluid limit of queues with exponential patience.
   *
   * @see <a href="https://doi.org/10.1287/opre.1050.0227">Whitt: Fluid models for multiserver
   *     queues with abandonments (2006)</a>
   */
  private double wait(double load) {
    double servers = Math.max(1, state.get(Figure.WORKING_MACHINES));
    double queueing =
        ServiceQueue.expectedWaitHours(servers, Math.min(BUSIEST, load), queue.serviceTime());
    return queueing + queue.leavesAfter() * StrictMath.log(Math.max(1, load));
  }

  /** What users owe for the period by tier, currency. */
  double due(int tier, double months) {
    return state.served()[tier] * months * prices[tier];
  }

  int tiers() {
    return prices.length;
  }

  private double factor(Effect effect, long now) {
    double factor = 1;
    for (MarketShock shock : shocks) {
      factor *= shock.at(effect, now);
    }
    return factor;
  }
}
