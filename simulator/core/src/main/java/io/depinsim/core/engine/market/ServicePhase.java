package io.depinsim.core.engine.market;

import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.market.ServiceQueue;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.scenario.QueueSpec;
import java.util.Arrays;

/**
 * Service of a market period to whole populations: what works, what is wanted, what is given and
 * waited for.
 */
final class ServicePhase implements PeriodService {
  private static final double BUSIEST = 0.999;

  private final MarketSight sight;
  private final Network network;
  private final QueueSpec queue;
  private final MarketState state;
  private final double[] wanted;
  private final double[] demand;
  private final Draws draws = new Draws();

  ServicePhase(MarketSight sight, QueueSpec queue) {
    this.sight = sight;
    this.network = sight.network();
    this.queue = queue;
    this.state = sight.state();
    this.wanted = new double[sight.tiers()];
    this.demand = new double[sight.tiers()];
  }

  /** Machines that work in this period: each fails alone, and shocks take a share of all. */
  @Override
  public void offer(long now, long tick) {
    double factor = sight.factor(Effect.CAPACITY, now);
    double machines = 0;
    double units = 0;
    for (int i = 0; i < sight.segments().size(); i++) {
      OwnerSegment s = sight.segments().get(i);
      long connected = state.machinesOf()[i];
      network.streams().seek(draws, Purpose.FAULTS, s.entity(), tick);
      double working = factor * (connected - draws.nextBinomial(connected, s.outage()));
      machines += working;
      units += working * s.terms().capacity();
    }
    state.set(Figure.WORKING_MACHINES, machines);
    state.set(Figure.WORKING_UNITS, units);
  }

  @Override
  public void demand(long now, double months) {
    Arrays.fill(demand, 0);
    sight.readPrices();
    for (Buyers b : sight.buyers()) {
      sight.decide(b, now, months, wanted);
      for (int tier = 0; tier < demand.length; tier++) {
        demand[tier] += wanted[tier];
      }
    }
  }

  /** Serves tier by tier, lets consumers see how well, and the pricing what was asked for. */
  @Override
  public void serve(long now, double months) {
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
      sight.lived().breach()[tier] = demand[tier] > 0 ? 1 - served / demand[tier] : 0;
      sight.lived().outage()[tier] = 1 - Math.min(1, available);
      state.waitHours()[tier] = wait(all / Math.max(working, 1));
    }
    state.set(Figure.DEMAND, all);
    state.set(Figure.SERVED, given);
    sight.experience(months);
    sight.observe(all, working, now, months);
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

  @Override
  public double due(double months) {
    double due = 0;
    for (int tier = 0; tier < demand.length; tier++) {
      due += state.served()[tier] * months * sight.prices()[tier];
    }
    return due;
  }
}
