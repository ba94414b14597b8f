package io.depinsim.core.engine.service;

import io.depinsim.core.engine.ServiceAgenda;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.Arrays;
import java.util.List;

/**
 * Jobs on machines: how long they take, what they earn those who do them, how they end. Machines of
 * one job are linked to one another.
 */
final class JobRuns implements StateOwner {
  private static final int NOTHING = JobFloor.NOTHING;

  private final StationTraits traits;
  private final JobCohort[] cohorts;
  private final Desk[] desks;
  private final double minorPerUnit;
  private final JobTable jobs;
  private final JobTally tally;
  private final StationView stations;
  private final Machines machines;
  private final LookAhead lookAhead;
  private final List<ServiceAgenda> agenda;
  private final long[] earned;
  private final double[] worked;
  private final long[] running;
  private final int[] gang;

  /** Nothing runs. */
  JobRuns(
      JobService.Setting s,
      Desk[] desks,
      JobTable jobs,
      JobTally tally,
      StationView stations,
      Machines machines,
      LookAhead lookAhead,
      List<ServiceAgenda> agenda) {
    this.traits = s.traits();
    this.cohorts = s.cohorts().toArray(JobCohort[]::new);
    this.desks = desks;
    this.minorPerUnit = s.minorPerUnit();
    this.jobs = jobs;
    this.tally = tally;
    this.stations = stations;
    this.machines = machines;
    this.lookAhead = lookAhead;
    this.agenda = agenda;
    this.earned = new long[machines.rows()];
    this.worked = new double[machines.rows()];
    this.running = new long[s.tiers()];
    this.gang = new int[machines.machines()];
    Arrays.fill(gang, NOTHING);
  }

  /**
   * What jobs have brought each provider since they were last paid, less what its allocator takes
   * of it, minor units.
   */
  long[] earned() {
    return earned;
  }

  /** Work done by each provider since the start, units. */
  double[] worked() {
    return worked;
  }

  /** Gives a job an idle machine more; returns it, to be linked to the next. */
  int join(int job, int machine, int others, long now) {
    machines.occupy(machine, job, now);
    gang[machine] = others;
    return machine;
  }

  /** All machines of a job begin; the slowest of them says how long it takes. */
  void begin(int job, int first, long now) {
    JobCohort cohort = cohorts[jobs.cohort[job]];
    if (jobs.begins(job)) {
      tally.started(jobs.from[job], jobs.tier[job], now - jobs.arrived[job]);
    }
    double longest = 0;
    for (int machine = first; machine != NOTHING; machine = gang[machine]) {
      int row = machines.row(machine);
      longest =
          Math.max(
              longest,
              lookAhead.startMicros(machine)
                  + stations.fetchMicros(jobs.cohort[job], jobs.dataAt[job], row)
                  + stations.serviceMicros(row, jobs.left[job] / cohort.machines()));
    }
    for (int machine = first; machine != NOTHING; machine = gang[machine]) {
      stations.changeBacklog(machines.row(machine), longest);
    }
    jobs.machine[job] = first;
    jobs.since[job] = now;
    jobs.expected[job] = longest;
    running[jobs.tier[job]]++;
    long end = now + Math.max(1, (long) (longest + 0.5));
    jobs.event[job] = agenda.get(0).schedule(end, Phase.SERVICE, JobFloor.DONE, job, 0);
  }

  /** Each machine of a job earns an equal part of what the job pays; returns the whole of it. */
  long pay(int job, int count) {
    // A consumer's allocator takes its fee on top, which is no provider's.
    Desk desk = desks[jobs.desk[job]];
    double markUp = desk.markUp();
    double perUnit = markUp == 1 ? jobs.price[job] : jobs.price[job] / markUp;
    double work = count == 1 ? jobs.work[job] : jobs.work[job] / count;
    double kept = desk.kept();
    long all = 0;
    for (int machine = jobs.machine[job]; machine != NOTHING; machine = gang[machine]) {
      int row = machines.row(machine);
      double part = work * perUnit * traits.ask()[row];
      long minor = Math.round(part * minorPerUnit);
      worked[row] += work;
      earned[row] += kept == 1 ? minor : Math.round(minor * kept);
      all += minor;
    }
    return all;
  }

  /** Frees the machines of a job; returns in which listings they stand, a bit for each. */
  int setFree(int job, long now) {
    int listings = 0;
    running[jobs.tier[job]]--;
    for (int machine = jobs.machine[job]; machine != NOTHING; machine = gang[machine]) {
      int row = machines.row(machine);
      stations.changeBacklog(row, -jobs.expected[job]);
      machines.vacate(machine, now);
      listings |= 1 << machines.listing(row);
    }
    jobs.machine[job] = NOTHING;
    jobs.event[job] = NOTHING;
    return listings;
  }

  /** A job does not begin after all. */
  void giveBack(int last, long now) {
    for (int machine = last; machine != NOTHING; machine = gang[machine]) {
      machines.vacate(machine, now);
    }
  }

  /**
   * A machine that does a one-machine job of the latest tier after {@code tier}, in a listing or of
   * a provider; {@link JobFloor#NOTHING} if there is none.
   */
  int latest(int tier, int listing, int row) {
    long later = 0;
    for (int t = tier + 1; t < running.length; t++) {
      later += running[t];
    }
    return later == 0 ? NOTHING : weakest(tier, listing, row);
  }

  private int weakest(int tier, int listing, int row) {
    int from = row == NOTHING ? 0 : machines.first(row);
    int to = row == NOTHING ? machines.machines() : machines.first(row + 1);
    int best = NOTHING;
    int latest = tier;
    for (int machine = from; machine < to; machine++) {
      int other = machines.job(machine);
      boolean free =
          other >= 0 && machines.isUsable(machine) && cohorts[jobs.cohort[other]].machines() == 1;
      boolean listed = row != NOTHING || machines.listing(machines.row(machine)) == listing;
      if (free && listed && jobs.tier[other] > latest) {
        latest = jobs.tier[other];
        best = machine;
      }
    }
    return best;
  }

  /**
   * Stops a running job; part of what was done may survive. Returns in which listings its machines
   * stand.
   */
  int stop(int job, long now) {
    JobCohort cohort = cohorts[jobs.cohort[job]];
    // The last part of its time is work; before that it may have fetched data.
    double remains = jobs.since[job] + jobs.expected[job] - now;
    double work = workMicros(job, cohort.machines());
    double done = 1 - Math.min(1, Math.max(0, remains) / Math.max(1, work));
    jobs.left[job] *= 1 - done * cohort.keeps();
    agenda.get(0).cancel(jobs.event[job]);
    return setFree(job, now);
  }

  /** Time of work on the slowest machine of a running job. */
  private double workMicros(int job, int count) {
    double longest = 0;
    for (int machine = jobs.machine[job]; machine != NOTHING; machine = gang[machine]) {
      double micros = stations.serviceMicros(machines.row(machine), jobs.left[job] / count);
      longest = Math.max(longest, micros);
    }
    return longest;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("earned", earned, earned.length);
    visitor.doubles("worked", worked, worked.length);
    visitor.longs("running", running, running.length);
    IntColumns.show(visitor, "gang", gang, gang.length);
  }
}
