package io.depinsim.core.engine.market;

import io.depinsim.core.engine.service.Desk;
import io.depinsim.core.engine.service.JobService;
import io.depinsim.core.engine.service.Machines;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.AllocationSpec;
import io.depinsim.core.scenario.AllocationSpec.Listing;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.List;

/**
 * How consumers and providers choose among the allocators of a network, once a market period.
 *
 * <p>Consumers look at what a unit of service done in time cost them all in: what providers were
 * paid and the fee on top, and the time it took at what that is worth to them, over the share of
 * jobs that ended well. Some of them move, to allocators in proportion to {@code exp(-cost / (noise
 * price))}. Providers who list with one allocator look at what a machine earned there, less a fee
 * that they pay, and some move likewise. Of an allocator through which nothing was done the last
 * known figures stand; at first all are alike but for their fees.
 */
public final class AllocatorMarket implements StateOwner {
  private static final double LEAST_SUCCESS = 0.05;

  private final JobService jobs;

  /** Fees it was paid since the start, minor units; kept by whoever pays them. */
  private final long[] paid;

  private final List<Desk> desks;
  private final AllocationSpec spec;
  private final Streams streams;
  private final Asset currency;
  private final Draws draws = new Draws();
  private final double[] cost;
  private final double[] earnings;
  private final double[] placedShare;
  private final double[] response;
  private final double[] target;
  private final long[] period = new long[1];

  AllocatorMarket(
      JobService jobs, AllocationSpec spec, Streams streams, Asset currency, long[] paid) {
    this.jobs = jobs;
    this.paid = paid;
    this.desks = jobs.desks();
    this.spec = spec;
    this.streams = streams;
    this.currency = currency;
    int count = desks.size();
    this.cost = new double[count];
    this.earnings = new double[count];
    this.placedShare = new double[count];
    this.response = new double[count];
    this.target = new double[count];
  }

  /** Names of the allocators, in order. */
  public List<String> names() {
    return desks.stream().map(Desk::name).toList();
  }

  /** What an allocator has turned over. */
  public Desk desk(int i) {
    return desks.get(i);
  }

  /** Share of the latest period's jobs that it placed. */
  public double placedShare(int desk) {
    return placedShare[desk];
  }

  /** Mean time from arrival to result in the latest period in which it had any done, hours. */
  public double responseHours(int desk) {
    return response[desk];
  }

  /** What a unit done in time cost its consumers all in, in the latest period, currency. */
  public double cost(int desk) {
    return cost[desk];
  }

  /** Machines that can work and be reached through it. */
  public long listed(int desk) {
    Machines machines = jobs.machines();
    long count = 0;
    for (int row = 0; row < machines.rows(); row++) {
      if (spec.listing() == Listing.open || jobs.listing(row) == desk) {
        count += machines.usable(row);
      }
    }
    return count;
  }

  /** Fees it was paid since the start, currency. */
  public double fees(int desk) {
    return currency.toTokensRounded(paid[desk]);
  }

  /** Time its placements were expected to take over the best for each, less 1. */
  public double regret(int desk) {
    return jobs.regret(desk);
  }

  private boolean exclusive() {
    return spec.listing() == Listing.exclusive && desks.size() > 1;
  }

  /** Time starts: each provider lists with an allocator drawn at random. */
  void open(long now) {
    for (int i = 0; i < cost.length; i++) {
      cost[i] = jobs.price()[0] * desks.get(i).markUp();
    }
    if (exclusive()) {
      for (int row = 0; row < jobs.machines().rows(); row++) {
        seek(row);
        jobs.list(row, draws.nextInt(desks.size()), now);
      }
    }
  }

  private void seek(int row) {
    streams.seek(draws, Purpose.LISTING, jobs.traits().entity()[row], period[0]);
  }

  /** A market period of so many months is over: figures are taken down, and some move. */
  void move(long now, double months) {
    period[0]++;
    sumUp();
    if (desks.size() > 1) {
      moveConsumers(1 - StrictMath.pow(1 - spec.consumersMove(), months));
    }
    if (exclusive()) {
      moveProviders(1 - StrictMath.pow(1 - spec.providersMove(), months), now);
    }
  }

  private void sumUp() {
    long placed = 0;
    for (Desk desk : desks) {
      placed += desk.placedOfPeriod();
    }
    for (int i = 0; i < cost.length; i++) {
      Desk desk = desks.get(i);
      placedShare[i] = placed == 0 ? 0 : (double) desk.placedOfPeriod() / placed;
      double due = currency.toTokensRounded(desk.dueOfPeriod());
      if (desk.workOfPeriod() > 0) {
        response[i] = desk.responseOfPeriod() / SimulatedTime.MICROS_PER_HOUR;
        double hoursPerUnit = response[i] * desk.doneOfPeriod() / desk.workOfPeriod();
        cost[i] =
            allIn(
                due / desk.workOfPeriod() * desk.markUp(),
                hoursPerUnit * spec.timeValue(),
                desk.failureOfPeriod());
      }
      if (desk.workOfPeriod() == 0 && desk.lostOfPeriod() > 0) {
        // Nothing of what it was given was done: as dear as failing nearly always.
        cost[i] = Math.max(cost[i], jobs.price()[0] * desk.markUp() / LEAST_SUCCESS);
      }
      long machines = exclusive() ? listed(i) : 0;
      if (machines > 0) {
        earnings[i] = due * desk.kept() / machines;
      }
    }
  }

  /**
   * What a unit done in time costs all in.
   *
   * @param paid for a unit, fee included
   * @param time worth of the time that a unit takes
   * @param failure share of jobs that end late or never
   */
  static double allIn(double paid, double time, double failure) {
    return (paid + time) / Math.max(LEAST_SUCCESS, 1 - failure);
  }

  private void moveConsumers(double share) {
    double scale = spec.noise() * jobs.price()[0];
    if (!(scale > 0)) {
      return;
    }
    logit(cost, -1 / scale, target);
    for (int cohort = 0; cohort < jobs.cohorts(); cohort++) {
      double[] totals = jobs.deskShares(cohort);
      double before = 0;
      double after = 0;
      for (int i = 0; i < totals.length; i++) {
        double old = totals[i] - before;
        before = totals[i];
        after += (1 - share) * old + share * target[i];
        totals[i] = after;
      }
    }
  }

  private void moveProviders(double probability, long now) {
    double mean = 0;
    for (double earned : earnings) {
      mean += earned / earnings.length;
    }
    if (!(mean > 0)) {
      return;
    }
    logit(earnings, 1 / (spec.noise() * mean), target);
    for (int row = 0; row < jobs.machines().rows(); row++) {
      seek(row);
      if (jobs.machines().connected(row) > 0 && draws.nextUniform() < probability) {
        double luck = draws.nextUniform();
        int choice = 0;
        double total = target[0];
        while (choice < target.length - 1 && luck >= total) {
          total += target[++choice];
        }
        if (choice != jobs.listing(row)) {
          jobs.list(row, choice, now);
        }
      }
    }
  }

  /**
   * Shares in proportion to the exponential of a multiple of figures.
   *
   * @param shares receives them; they sum to 1
   */
  static void logit(double[] figures, double multiple, double[] shares) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double figure : figures) {
      highest = Math.max(highest, figure * multiple);
    }
    double sum = 0;
    for (int i = 0; i < figures.length; i++) {
      shares[i] = StrictMath.exp(figures[i] * multiple - highest);
      sum += shares[i];
    }
    for (int i = 0; i < figures.length; i++) {
      shares[i] /= sum;
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("allocators.cost", cost, cost.length);
    visitor.doubles("allocators.earnings", earnings, earnings.length);
    visitor.doubles("allocators.placedShare", placedShare, placedShare.length);
    visitor.doubles("allocators.response", response, response.length);
    visitor.longs("allocators.period", period, 1);
  }
}
