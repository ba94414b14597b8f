package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.market.MarketShock.Effect;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.engine.service.Desk;
import io.depinsim.core.engine.service.JobService;
import io.depinsim.core.engine.service.JobTally;
import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobTally.Sum;
import io.depinsim.core.engine.service.Machines;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.scenario.AllocatorSpec.Principal;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Service of a market period, job by job: at its end the period is summed up, consumers and prices
 * learn from it, and consumers say how much they want in the next one.
 */
final class JobsPhase implements PeriodService, StateOwner {
  private static final double MICROS_PER_HOUR = SimulatedTime.MICROS_PER_DAY / 24.0;
  private static final int MACHINE_TIME = 0;
  private static final int UNIT_TIME = 1;
  private static final int SINCE = 2;
  private static final int PERIOD = 3;

  private final MarketSight sight;
  private final MarketState state;
  private final JobService jobs;
  private final MarketAccounts accounts;
  private final List<Account> purses = new ArrayList<>();
  private final long[] paid;
  private final Flow fees;
  private final Flow costs;
  private final ClampTelemetry.Clamp demandCut;
  private final Optional<AllocatorMarket> allocators;
  private final double[] wanted;
  private final int[] falling;
  private final Draws draws = new Draws();

  /** Integrals and time at the end of the latest period, and that period's length. */
  private final double[] marks = new double[4];

  JobsPhase(MarketSight sight, JobService jobs, MarketAccounts accounts) {
    this.sight = sight;
    this.state = sight.state();
    this.jobs = jobs;
    this.falling = new int[jobs.machines().machines()];
    this.accounts = accounts;
    Ledger ledger = accounts.ledger();
    String name = sight.network().name();
    this.paid = new long[jobs.desks().size()];
    for (Desk desk : jobs.desks()) {
      purses.add(
          ledger.open(
              name + ".allocator." + desk.name(), accounts.currency(), AccountClass.WALLET, 1));
    }
    this.fees = ledger.flow(name + ".allocatorFees", accounts.currency());
    this.costs = ledger.flow(name + ".allocatorCosts", accounts.currency());
    this.demandCut = sight.clamps().declare(sight.network().name() + ".demandCut");
    this.wanted = new double[sight.tiers()];
    this.allocators =
        jobs.allocation()
            .map(
                spec ->
                    new AllocatorMarket(
                        jobs, spec, sight.network().streams(), accounts.currency(), paid));
  }

  /** How allocators are chosen. */
  Optional<AllocatorMarket> allocators() {
    return allocators;
  }

  /** Time starts: what works and what consumers want first. */
  void open(long now, double months) {
    takeDown(now, 0);
    want(now, months);
    jobs.beginPeriod(months);
    allocators.ifPresent(a -> a.open(now));
  }

  /** What worked in the period that ends. */
  @Override
  public void offer(long now, long tick) {
    jobs.passTo(now);
    double machineTime = jobs.load().totalAvailable();
    double unitTime = jobs.machines().unitMicros(now);
    double micros = now - marks[SINCE];
    state.set(Figure.WORKING_MACHINES, (machineTime - marks[MACHINE_TIME]) / micros);
    state.set(Figure.WORKING_UNITS, (unitTime - marks[UNIT_TIME]) / micros);
    marks[MACHINE_TIME] = machineTime;
    marks[UNIT_TIME] = unitTime;
    marks[SINCE] = now;
    marks[PERIOD] = micros;
    takeDown(now, tick);
  }

  @Override
  public void demand(long now, double months) {
    // What was wanted in this period was decided when it began.
  }

  @Override
  public void serve(long now, double months) {
    JobTally tally = jobs.tally();
    double realMonths = marks[PERIOD] / Ticks.MICROS_PER_MONTH;
    double connected = state.get(Figure.UNITS);
    double available = connected > 0 ? Math.min(1, state.get(Figure.WORKING_UNITS) / connected) : 1;
    double all = 0;
    double given = 0;
    for (int tier = 0; tier < wanted.length; tier++) {
      all += tally.ofPeriod(Sum.ARRIVED, tier) / realMonths;
      given += tally.ofPeriod(Sum.DONE, tier) / realMonths;
      state.served()[tier] = tally.ofPeriod(Sum.DONE, tier) / realMonths;
      learn(tally, tier, available);
    }
    state.set(Figure.DEMAND, all);
    state.set(Figure.SERVED, given);
    allocators.ifPresent(a -> a.move(now, months));
    sight.experience(months);
    sight.observe(all, state.get(Figure.WORKING_UNITS), now, months);
    want(now, months);
  }

  /** What consumers of a tier lived through: of jobs that ended, how many ended well. */
  private void learn(JobTally tally, int tier, double available) {
    long done = tally.ofPeriod(Count.DONE, tier);
    long late = tally.ofPeriod(Count.LATE, tier);
    long failed = tally.ofPeriod(Count.FAILED, tier);
    long lost =
        failed + tally.ofPeriod(Count.WITHDRAWN, tier) + tally.ofPeriod(Count.TURNED_AWAY, tier);
    long ended = done + lost;
    state.quality()[tier] = ended > 0 ? (double) (done - late) / ended : Double.NaN;
    sight.lived().breach()[tier] = ended > 0 ? (double) (late + lost - failed) / ended : 0;
    sight.lived().outage()[tier] = ended > 0 ? (double) failed / ended : 1 - available;
    long waited = tally.ofPeriod(Count.STARTED, tier) + tally.ofPeriod(Count.WITHDRAWN, tier);
    if (waited > 0) {
      long wait = tally.ofPeriod(Count.WAIT, tier) + tally.ofPeriod(Count.WAIT_IN_VAIN, tier);
      state.waitHours()[tier] = wait / (double) waited / MICROS_PER_HOUR;
    }
  }

  /** Consumers say how much they want from now on. */
  private void want(long now, double months) {
    sight.readPrices();
    System.arraycopy(sight.prices(), 0, jobs.price(), 0, wanted.length);
    for (int source = 0; source < jobs.sources().count(); source++) {
      sight.decide(sight.buyers().get(source), now, months, wanted);
      for (int tier = 0; tier < wanted.length; tier++) {
        wanted[tier] /= Ticks.MICROS_PER_MONTH;
      }
      demandCut.note(jobs.sources().want(source, wanted) > 1 + 1e-9);
    }
  }

  /** Each machine is down for a whole period by chance of its own, as shocks and wear have it. */
  private void takeDown(long now, long tick) {
    double factor = sight.factor(Effect.CAPACITY, now);
    Machines machines = jobs.machines();
    int count = 0;
    for (OwnerSegment s : sight.segments()) {
      double working = factor * (1 - s.outage());
      for (int row = s.firstRow(); row < s.firstRow() + s.owners().rows(); row++) {
        for (int machine = machines.first(row); machine < machines.first(row + 1); machine++) {
          boolean down = false;
          if (working < 1) {
            long entity = jobs.traits().entity()[row] + machine - machines.first(row);
            sight.network().streams().seek(draws, Purpose.FAULTS, entity, tick);
            down = draws.nextUniform() >= working;
          }
          if (down != machines.isDown(machine, Machines.SHOCKED)) {
            if (down) {
              falling[count++] = machine;
            } else {
              jobs.bringUp(machine, Machines.SHOCKED, now);
            }
          }
        }
      }
    }
    jobs.takeDown(falling, count, Machines.SHOCKED, now);
  }

  /** Machines of a cohort that would serve the network now; those that are admitted do. */
  void connectMachines(OwnerSegment s, long now) {
    long[] home = s.owners().home();
    long[] machines = s.owners().machines();
    for (int row = 0; row < home.length; row++) {
      int count = home[row] == s.place() ? Math.toIntExact(machines[row]) : 0;
      jobs.offerMachines(s.firstRow() + row, count);
    }
    jobs.admitMachines(s.firstRow(), home.length, now);
  }

  boolean wears() {
    return jobs.wear().isPresent();
  }

  /**
   * Moves what providers owe for energy and repairs and how many machines they have lost.
   *
   * @param due minor units, one entry for each row of the cohort; is added to
   * @param lost machines, likewise
   */
  void takeUpkeep(OwnerSegment s, long[] due, long[] lost, long now) {
    jobs.wear()
        .ifPresent(
            wear -> {
              wear.takeDue(s.firstRow(), due, now);
              for (int row = 0; row < lost.length; row++) {
                lost[row] += wear.takeLost(s.firstRow() + row);
              }
            });
  }

  @Override
  public double due(double months) {
    long minor = 0;
    for (Desk desk : jobs.desks()) {
      minor += desk.dueOfPeriod();
    }
    return accounts.currency().toTokensRounded(minor);
  }

  /**
   * Allocators take their fees: from consumers on top of the price, or out of what is set aside for
   * providers. What they spend they pay out of what they have taken so far, the rest is their
   * owners' money from outside. A new period begins.
   */
  void payAllocators(double months) {
    Ledger ledger = accounts.ledger();
    Account outside = ledger.outsideAccount(accounts.currency());
    for (int i = 0; i < purses.size(); i++) {
      Desk desk = jobs.desks().get(i);
      if (desk.principal() == Principal.consumers) {
        long fee = Math.round(desk.dueOfPeriod() * desk.fee());
        ledger.transfer(fees, outside, purses.get(i), fee);
        paid[i] += fee;
      } else {
        double due = desk.dueOfPeriod() * sight.nodesShare() * desk.fee();
        long fee = Math.min(Math.round(due), accounts.nodeFees().total());
        ledger.transfer(fees, accounts.nodeFees(), purses.get(i), fee);
        paid[i] += fee;
      }
      long spent = accounts.currency().toMinorRounded(desk.spentOfPeriod());
      ledger.transfer(costs, purses.get(i), outside, Math.min(spent, purses.get(i).total()));
    }
    jobs.beginPeriod(months);
  }

  /** Moves what each provider has earned since the last settlement, minor units. */
  void takeEarned(long[] into) {
    System.arraycopy(jobs.earned(), 0, into, 0, into.length);
    Arrays.fill(jobs.earned(), 0);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    jobs.visitState(visitor);
    visitor.doubles("marks", marks, marks.length);
    visitor.longs("paid", paid, paid.length);
    allocators.ifPresent(a -> a.visitState(visitor));
  }
}
