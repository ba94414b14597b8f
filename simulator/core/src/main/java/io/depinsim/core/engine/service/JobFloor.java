package io.depinsim.core.engine.service;

import io.depinsim.core.engine.ServiceAgenda;
import io.depinsim.core.engine.service.Allocator.Outcome;
import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.Machines.Listing;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.QueueSpec.Line;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the jobs of a network wait and run: an allocator places a job, it waits in a line, a
 * machine does it; machines come, go and break under it.
 *
 * <p>A network has one line for all, from which the next free machine takes a job, or one for each
 * provider, in which a job waits for the provider it was placed with. A job of several machines
 * waits until as many are free at once, and those behind it with it. Who is interrupted joins the
 * end of a line again.
 */
final class JobFloor implements StateOwner {
  static final int DONE = 2;
  static final int WITHDRAWN = 3;
  static final int NOTHING = -1;

  private final Geography geography;
  private final StationTraits traits;
  private final JobCohort[] cohorts;
  private final Desk[] desks;
  private final QueueSpec queue;
  private final boolean pooled;
  private final Streams streams;
  private final JobTable jobs;
  private final JobTally tally;

  private final RegionLoad load;
  private final Machines machines;
  private final WaitingLines lines;
  private final LookAhead lookAhead;
  private final StationView stations;
  private final PlacementWatch placements;
  private final MatchingRound round;
  private final int listings;
  private final JobCursor cursor;
  private final JobRuns runs;
  private final Draws draws = new Draws();
  private final List<ServiceAgenda> agenda = new ArrayList<>(1);

  /** Never changes once time has started. */
  private MachineWatch watch = MachineWatch.NOBODY;

  private Maintenance maintenance = Maintenance.NONE;

  JobFloor(
      JobService.Setting s,
      Preparation preparation,
      List<Desk> desks,
      JobTable jobs,
      JobTally tally) {
    this.geography = s.geography();
    this.traits = s.traits();
    this.cohorts = s.cohorts().toArray(JobCohort[]::new);
    this.desks = desks.toArray(Desk[]::new);
    this.queue = s.queue();
    this.pooled = s.queue().line() == Line.network;
    this.streams = s.streams();
    this.jobs = jobs;
    this.tally = tally;
    this.listings = 1 + desks.stream().mapToInt(Desk::listing).max().orElse(0);
    this.load = new RegionLoad(geography.regions());
    this.machines = new Machines(traits, load, listings);
    // Jobs that are matched in rounds have lines of their own, one an allocator.
    boolean rounds = desks.stream().anyMatch(Desk::matches);
    int all = rounds ? listings + desks.size() : listings;
    this.lines = new WaitingLines(s.discipline(), pooled ? all : machines.rows());
    this.lookAhead = new LookAhead(preparation, machines, geography, s.cohorts(), agenda);
    this.stations =
        new StationView(traits, machines, lines, geography, s.cohorts(), pooled, lookAhead);
    this.cursor = new JobCursor(s.cohorts(), jobs);
    this.placements = new PlacementWatch(s.cohorts(), desks.size(), machines, stations);
    this.round = new MatchingRound(this, cursor, stations, draws);
    this.runs = new JobRuns(s, this.desks, jobs, tally, stations, machines, lookAhead, agenda);
  }

  void connect(ServiceAgenda own) {
    agenda.add(own);
  }

  void watch(MachineWatch machinery) {
    watch = machinery;
  }

  RegionLoad load() {
    return load;
  }

  Machines machines() {
    return machines;
  }

  StationView stations() {
    return stations;
  }

  LookAhead lookAhead() {
    return lookAhead;
  }

  PlacementWatch placements() {
    return placements;
  }

  Maintenance maintenance() {
    return maintenance;
  }

  void maintainedBy(Maintenance by) {
    maintenance = by;
  }

  long[] earned() {
    return runs.earned();
  }

  /** Work done by each provider since the start, units. */
  double[] worked() {
    return runs.worked();
  }

  /** Takes a row for a job that is here. */
  int newJob(int cohort, long number, long now) {
    int job = jobs.take();
    lines.ensure(jobs.rows());
    jobs.cohort[job] = cohort;
    jobs.number[job] = number;
    jobs.arrived[job] = now;
    jobs.allowRetries(job, cohorts[cohort].retries());
    jobs.event[job] = NOTHING;
    jobs.machine[job] = NOTHING;
    jobs.line[job] = NOTHING;
    return job;
  }

  /** An allocator places a job. */
  void place(int job, long now) {
    Desk desk = desks[jobs.desk[job]];
    desk.placed();
    if (pooled) {
      placeInPool(job, desk, now);
    } else {
      placeWithProvider(job, desk, now);
    }
  }

  private void placeInPool(int job, Desk desk, long now) {
    Listing listed = machines.listed(desk.listing());
    int line = lineOf(jobs.desk[job]);
    if (line >= listings) {
      join(job, line, now);
      return;
    }
    int need = cohorts[jobs.cohort[job]].machines();
    if (lines.length(line) == 0 && listed.freeMachines() >= need) {
      startInPool(job, desk, now);
    } else if (listed.freeMachines() > 0) {
      // Machines stay free where the next in line needs more of them, unless this one comes first.
      join(job, line, now);
      serveLine(line, now);
    } else if (!makeRoom(job, line, NOTHING, now)) {
      join(job, line, now);
    }
  }

  /** Line in which jobs of a desk wait where there is one line for all. */
  private int lineOf(int desk) {
    Desk d = desks[desk];
    return d.matches() ? listings + desk : d.listing();
  }

  /** An allocator matches jobs that wait for it with machines that are free. */
  void match(int desk, long entity, long now) {
    Desk d = desks[desk];
    Listing listed = machines.listed(d.listing());
    int line = lineOf(desk);
    if (listed.free.size() > 0 && lines.length(line) > 0) {
      streams.seek(draws, Purpose.ALLOCATION, entity, now / d.allocator().batchMicros());
      stations.of(listed.free);
      round.run(d, lines, line, now);
    }
  }

  /** A job that waited begins with a provider that has a free machine. */
  void startMatched(int job, int row, double cost, long now) {
    placements.matched(cursor.at(job, now), jobs.desk[job], row, cost);
    leaveLine(job, now);
    startOn(job, machines.firstIdle(row), now);
  }

  /** Moves a provider to another listing; jobs that wait with it or run there stay. */
  void list(int row, int listing, long now) {
    machines.list(row, listing);
    if (pooled) {
      serveLine(listing, now);
    }
  }

  /** Starts a job on machines that are free, as its allocator chooses. */
  private void startInPool(int job, Desk desk, long now) {
    Listing listed = machines.listed(desk.listing());
    int need = cohorts[jobs.cohort[job]].machines();
    streams.seek(
        draws, Purpose.ALLOCATION, cohorts[jobs.cohort[job]].entity(), jobs.occurrence(job));
    int last = NOTHING;
    for (int i = 0; i < need; i++) {
      int row = choose(job, desk, listed.free, now);
      if (row == Allocator.NONE) {
        runs.giveBack(last, now);
        turnAway(job);
        return;
      }
      int machine = machines.firstIdle(row);
      last = runs.join(job, machine, last, now);
    }
    runs.begin(job, last, now);
  }

  private void placeWithProvider(int job, Desk desk, long now) {
    Listing listed = machines.listed(desk.listing());
    if (listed.open.size() == 0) {
      turnAway(job);
      return;
    }
    streams.seek(
        draws, Purpose.ALLOCATION, cohorts[jobs.cohort[job]].entity(), jobs.occurrence(job));
    int row = choose(job, desk, listed.open, now);
    if (row == Allocator.NONE) {
      turnAway(job);
    } else if (machines.idle(row) > 0) {
      startOn(job, machines.firstIdle(row), now);
    } else if (!makeRoom(job, NOTHING, row, now)) {
      join(job, row, now);
    }
  }

  private int choose(int job, Desk desk, RowSet shown, long now) {
    JobView seen = cursor.at(job, now);
    int row = desk.allocator().choose(seen, stations.of(shown), draws);
    placements.chose(seen, jobs.desk[job], desk.allocator(), shown, row, !pooled);
    return row != Allocator.NONE && isTooDear(job, row) ? Allocator.NONE : row;
  }

  private boolean isTooDear(int job, int row) {
    return jobs.price[job] * traits.ask()[row] > jobs.mostPrice[job];
  }

  private void turnAway(int job) {
    tally.count(Count.TURNED_AWAY, jobs.from[job], jobs.tier[job], 1);
    lose(job);
  }

  private void lose(int job) {
    desks[jobs.desk[job]].lost();
    jobs.release(job);
  }

  // Lines

  private void join(int job, int line, long now) {
    if (queue.longest() != null && lines.length(line) >= queue.longest()) {
      turnAway(job);
      return;
    }
    lines.join(line, job, key(job));
    jobs.line[job] = line;
    jobs.since[job] = now;
    if (!pooled) {
      jobs.expected[job] = stations.serviceMicros(line, jobs.left[job]);
      stations.changeBacklog(line, jobs.expected[job]);
    }
    if (jobs.patience[job] < Double.POSITIVE_INFINITY) {
      long until = now + Math.max(1, (long) jobs.patience[job]);
      jobs.event[job] = agenda.get(0).schedule(until, Phase.ARRIVALS, WITHDRAWN, job, 0);
    }
  }

  private double key(int job) {
    return switch (lines.discipline()) {
      case shortest -> jobs.left[job];
      case deadline -> cohorts[jobs.cohort[job]].due(jobs.arrived[job]);
      default -> jobs.tier[job];
    };
  }

  private void leaveLine(int job, long now) {
    int line = jobs.line[job];
    lines.leave(line, job);
    jobs.line[job] = NOTHING;
    if (!pooled) {
      stations.changeBacklog(line, -jobs.expected[job]);
    }
    if (jobs.event[job] != NOTHING) {
      // What is left of its patience it keeps, should it have to wait again.
      jobs.patience[job] = Math.max(1, jobs.patience[job] - (now - jobs.since[job]));
      agenda.get(0).cancel(jobs.event[job]);
      jobs.event[job] = NOTHING;
    }
  }

  /** A job has waited long enough. */
  void withdrawn(int job, long now) {
    jobs.event[job] = NOTHING;
    leaveLine(job, now);
    tally.count(Count.WITHDRAWN, jobs.from[job], jobs.tier[job], 1);
    tally.count(Count.WAIT_IN_VAIN, jobs.from[job], jobs.tier[job], now - jobs.arrived[job]);
    int line = pooled ? lineOf(jobs.desk[job]) : NOTHING;
    lose(job);
    if (pooled && line < listings) {
      // It may have stood before others that need fewer machines.
      serveLine(line, now);
    }
  }

  /** A free machine takes whoever is next. */
  private void pull(int machine, long now) {
    int row = machines.row(machine);
    if (pooled) {
      serveLine(machines.listing(row), now);
    } else {
      while (machines.idle(row) > 0 && lines.length(row) > 0) {
        int job = lines.head(row);
        leaveLine(job, now);
        startOn(job, machines.firstIdle(row), now);
      }
    }
  }

  private void serveLine(int line, long now) {
    Listing listed = machines.listed(line);
    while (lines.length(line) > 0) {
      int job = lines.head(line);
      if (listed.freeMachines() < cohorts[jobs.cohort[job]].machines()) {
        return;
      }
      leaveLine(job, now);
      startInPool(job, desks[jobs.desk[job]], now);
    }
  }

  // Running

  private void startOn(int job, int machine, long now) {
    runs.begin(job, runs.join(job, machine, NOTHING, now), now);
  }

  /** The work of a job is done: it is paid for, and its machines are free. */
  void done(int job, long now) {
    int first = jobs.machine[job];
    int row = machines.row(first);
    JobCohort cohort = cohorts[jobs.cohort[job]];
    long latency = geography.latencyMicros(jobs.from[job], traits.region()[row]);
    long response = now - jobs.arrived[job] + 2 * latency;
    boolean late = response > cohort.deadlineMicros();
    tally.done(jobs.from[job], jobs.tier[job], response, latency, jobs.work[job], late);
    long fee = runs.pay(job, cohort.machines());
    Desk desk = desks[jobs.desk[job]];
    desk.done(fee, response, late, jobs.work[job]);
    stations.judge(row, !late);
    desk.allocator()
        .ended(cursor.at(job, now), row, late ? Outcome.LATE : Outcome.IN_TIME, response);
    // Whoever waits comes before a job that comes back.
    pullAll(first, runs.setFree(job, now), now);
  }

  /** Machines that have worked together take whoever is next, which links them anew. */
  private void pullAll(int first, int listings, long now) {
    if (pooled) {
      for (int left = listings; left != 0; left &= left - 1) {
        serveLine(Integer.numberOfTrailingZeros(left), now);
      }
    } else if (machines.isUsable(first) && machines.job(first) < 0) {
      pull(first, now);
    }
  }

  // Interruption

  /** Takes the machine of a job of the latest tier there is for one of an earlier tier. */
  private boolean makeRoom(int job, int listing, int row, long now) {
    if (!queue.preempts() || cohorts[jobs.cohort[job]].machines() > 1) {
      return false;
    }
    int machine = runs.latest(jobs.tier[job], listing, row);
    if (machine == NOTHING || isTooDear(job, machines.row(machine))) {
      return false;
    }
    int other = machines.job(machine);
    tally.count(Count.DISPLACED, jobs.from[other], jobs.tier[other], 1);
    runs.stop(other, now);
    startOn(job, machine, now);
    place(other, now);
    return true;
  }

  /**
   * Keeps machines from working for a reason of {@link Machines}. Jobs on them are placed again, or
   * given up if that has happened once too often; not before all are down, lest a job is placed
   * where it is interrupted again at once.
   *
   * @param which machines; the first {@code count} count
   */
  void takeDown(int[] which, int count, int reason, long now) {
    for (int i = 0; i < count; i++) {
      machines.takeDown(which[i], reason, now);
    }
    for (int i = 0; i < count; i++) {
      interrupt(which[i], now);
    }
  }

  private void interrupt(int machine, long now) {
    int job = machines.job(machine);
    if (job < 0) {
      return;
    }
    int first = jobs.machine[job];
    int row = machines.row(machine);
    tally.count(Count.INTERRUPTED, jobs.from[job], jobs.tier[job], 1);
    stations.judge(row, false);
    Desk desk = desks[jobs.desk[job]];
    desk.allocator().ended(cursor.at(job, now), row, Outcome.INTERRUPTED, now - jobs.arrived[job]);
    int listings = runs.stop(job, now);
    if (jobs.retry(job)) {
      place(job, now);
    } else {
      tally.count(Count.FAILED, jobs.from[job], jobs.tier[job], 1);
      lose(job);
    }
    pullAll(first, listings, now);
  }

  /** Removes a reason for which a machine was kept from working. */
  void bringUp(int machine, int reason, long now) {
    if (machines.bringUp(machine, reason, now) && machines.job(machine) < 0) {
      pull(machine, now);
    }
  }

  /** Connects or disconnects machines until a provider has so many. */
  void connectMachines(int row, int count, long now) {
    int places = watch.places(row, count, now);
    while (machines.connected(row) < places) {
      watch.connecting(machines.first(row) + machines.connected(row), now);
      int machine = machines.connect(row, now);
      if (machines.isUsable(machine) && machines.job(machine) < 0) {
        pull(machine, now);
      }
    }
    while (machines.connected(row) > places) {
      watch.disconnected(machines.disconnect(row, now), now);
    }
    if (!pooled && count == 0) {
      // Whoever waits for a provider that has left is placed anew.
      while (lines.length(row) > 0) {
        int job = lines.head(row);
        leaveLine(job, now);
        place(job, now);
      }
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    machines.visitState(new Machines.Named("machines", visitor));
    lines.visitState(new Machines.Named("lines", visitor));
    stations.visitState(new Machines.Named("stations", visitor));
    lookAhead.visitState(new Machines.Named("ahead", visitor));
    placements.visitState(new Machines.Named("placements", visitor));
    load.visitState(new Machines.Named("load", visitor));
    runs.visitState(visitor);
  }
}
