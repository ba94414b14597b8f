package io.depinsim.core.engine.service;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.ServiceAgenda;
import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobTally.Sum;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionKind.OptionRange;
import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.scenario.AllocationSpec;
import io.depinsim.core.scenario.Discipline;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network's service job by job: a job arrives, is placed, waits and runs ({@link JobFloor}), and
 * leaves or goes on to another network.
 */
public final class JobService implements Mechanism, StateOwner {
  private static final int OPEN = 0;
  private static final int ARRIVAL = 1;
  private static final int ROUND = 4;
  private static final int LOOK = 5;

  private final Setting setting;
  private final Optional<AllocationSpec> allocation;
  private final JobSources sources;
  private final List<Desk> desks;
  private final double[][] deskShares;
  private final long[] deskEntities;
  private final Runnable opening;
  private final JobTable jobs = new JobTable();
  private final JobTally tally;
  private final JobFloor floor;
  private final List<Optional<DeskOutlook>> outlooks = new ArrayList<>();
  private final Admission admission;
  private final double[] price;
  private final Draws draws = new Draws();
  private final int[] one = new int[1];
  private final List<JobService> networks = new ArrayList<>();
  private final List<ServiceAgenda> agenda = new ArrayList<>(1);
  private final List<WearAndTear> wear = new ArrayList<>(1);

  /**
   * What a network's service rests on.
   *
   * @param name of the network
   * @param network its place among the networks that serve jobs
   * @param cohorts everybody who sends jobs anywhere
   * @param tiers of the price list
   * @param minorPerUnit minor units of a unit of currency
   */
  public record Setting(
      String name,
      int network,
      Geography geography,
      StationTraits traits,
      List<JobCohort> cohorts,
      int tiers,
      QueueSpec queue,
      double minorPerUnit,
      Streams streams) {
    /** Where nobody differs by what they pay, who came first is next: cheaper than by key. */
    Discipline discipline() {
      boolean alike = queue.discipline() == Discipline.priority && tiers == 1;
      return alike ? Discipline.fifo : queue.discipline();
    }
  }

  /**
   * Service of a network.
   *
   * @param sources where its jobs come from
   * @param desks who places them, ≥ 1
   * @param opening called once when time starts, after owners have connected their first machines;
   *     sets prices and what is wanted
   */
  public JobService(Setting s, JobSources sources, List<Desk> desks, Runnable opening) {
    this(s, sources, desks, AdmissionSpec.EVERYBODY, opening);
  }

  /**
   * Service of a network that does not give jobs to every machine.
   *
   * @param admits which machines get jobs
   */
  public JobService(
      Setting s, JobSources sources, List<Desk> desks, AdmissionSpec admits, Runnable opening) {
    this(s, Preparation.NONE, Optional.empty(), sources, desks, admits, opening);
  }

  /**
   * The same where it takes time or money to have machines and data ready.
   *
   * @param preparation what that takes
   * @param allocation how consumers and providers choose among desks; empty if they never do
   */
  public JobService(
      Setting s,
      Preparation preparation,
      Optional<AllocationSpec> allocation,
      JobSources sources,
      List<Desk> desks,
      AdmissionSpec admits,
      Runnable opening) {
    this.setting = s;
    this.allocation = allocation;
    this.sources = sources;
    this.desks = List.copyOf(desks);
    this.opening = opening;
    this.tally = new JobTally(s.geography().regions(), s.tiers());
    this.floor = new JobFloor(s, preparation, desks, jobs, tally);
    for (Desk desk : desks) {
      outlooks.add(
          desk.allocator().plans()
              ? Optional.of(new DeskOutlook(desk, s.geography().regions(), s.cohorts(), floor))
              : Optional.empty());
    }
    this.admission = new Admission(admits, s.traits(), s.geography().regions());
    this.price = new double[s.tiers()];
    this.deskEntities =
        desks.stream().mapToLong(d -> Entity.ofName(name() + "." + d.name())).toArray();
    this.deskShares = new double[s.cohorts().size()][desks.size()];
    for (double[] shares : deskShares) {
      for (int desk = 0; desk < shares.length; desk++) {
        shares[desk] = (desk + 1.0) / shares.length;
      }
    }
  }

  /** Ties it to its calendar and to the networks that jobs go on to, itself among them. */
  public void connect(ServiceAgenda own, List<JobService> all) {
    agenda.add(own);
    floor.connect(own);
    networks.addAll(all);
  }

  /**
   * Logs placements.
   *
   * @param providers rows of the provider table by cohort
   */
  public void logTo(DecisionLog log, List<OptionRange> providers) {
    floor.placements().logTo(log, setting.name(), desks, providers);
  }

  /** Says who maintains machines that wear. */
  public void maintainedBy(Maintenance maintenance) {
    floor.maintainedBy(maintenance);
  }

  // What others look at

  @Override
  public String name() {
    return setting.name() + ".jobs";
  }

  /** Its machines. */
  public Machines machines() {
    return floor.machines();
  }

  /** What never changes about providers. */
  public StationTraits traits() {
    return setting.traits();
  }

  /** What became of its jobs. */
  public JobTally tally() {
    return tally;
  }

  /** Machine time by region and hour. */
  public RegionLoad load() {
    return floor.load();
  }

  /** Regions. */
  public Geography geography() {
    return setting.geography();
  }

  /** Where its jobs come from. */
  public JobSources sources() {
    return sources;
  }

  /** Who places them. */
  public List<Desk> desks() {
    return desks;
  }

  /** Jobs that wait or run. */
  public int present() {
    return jobs.present();
  }

  /** Prices of jobs done by each provider since they were last paid out, minor units. */
  public long[] earned() {
    return floor.earned();
  }

  /** Work done by each provider since the start, units. */
  public double[] worked() {
    return floor.worked();
  }

  /** What the service rests on. */
  public Setting setting() {
    return setting;
  }

  /** Share of a provider's latest jobs that it did in time. */
  public double reputation(int row) {
    return floor.stations().reputation(row);
  }

  /** Time that placements of a desk were expected to take over the best for each, less 1. */
  public double regret(int desk) {
    return floor.placements().regret(desk);
  }

  /** The same of all desks. */
  public double regret() {
    return floor.placements().regret();
  }

  /** How consumers and providers choose among desks. */
  public Optional<AllocationSpec> allocation() {
    return allocation;
  }

  /** Number of cohorts that send jobs anywhere. */
  public int cohorts() {
    return deskShares.length;
  }

  /** Listing of a provider. */
  public int listing(int row) {
    return floor.machines().listing(row);
  }

  /** Moves a provider to another listing; jobs that wait with it or run there stay. */
  public void list(int row, int listing, long now) {
    floor.list(row, listing, now);
  }

  /** Running totals of the shares of a cohort's jobs that turn to each desk. */
  public double[] deskShares(int cohort) {
    return deskShares[cohort];
  }

  /** Price of a unit by tier that jobs meet from now on, currency. */
  public double[] price() {
    return price;
  }

  // Events

  @Override
  public void start(Agenda economy) {
    economy.schedule(0, Phase.GOVERNANCE, OPEN, 0, 0);
  }

  @Override
  public void handle(Agenda economy, Phase phase, int kind, long entity, long payload) {
    long now = economy.now();
    switch (kind) {
      case JobFloor.DONE -> done((int) entity, now);
      case ARRIVAL -> arrival((int) entity, now);
      case JobFloor.WITHDRAWN -> floor.withdrawn((int) entity, now);
      case ROUND -> round((int) entity, now);
      case LOOK -> look((int) entity, now);
      default -> {
        opening.run();
        for (int source = 0; source < sources.count(); source++) {
          scheduleArrival(source);
        }
        for (int desk = 0; desk < desks.size(); desk++) {
          scheduleDesk(desk, now);
        }
      }
    }
  }

  private void scheduleDesk(int desk, long now) {
    if (desks.get(desk).matches()) {
      long next = now + desks.get(desk).allocator().batchMicros();
      agenda.get(0).schedule(next, Phase.SERVICE, ROUND, desk, 0);
    }
    if (outlooks.get(desk).isPresent()) {
      agenda.get(0).schedule(now + DeskOutlook.STEP, Phase.ALLOCATION, LOOK, desk, 0);
    }
  }

  private void round(int desk, long now) {
    floor.match(desk, deskEntities[desk], now);
    long next = now + desks.get(desk).allocator().batchMicros();
    agenda.get(0).schedule(next, Phase.SERVICE, ROUND, desk, 0);
  }

  private void look(int desk, long now) {
    outlooks.get(desk).orElseThrow().look(now);
    agenda.get(0).schedule(now + DeskOutlook.STEP, Phase.ALLOCATION, LOOK, desk, 0);
  }

  private void scheduleArrival(int source) {
    double time = sources.advance(source);
    if (time < Long.MAX_VALUE) {
      // Time starts after the first instant's arrivals.
      agenda.get(0).schedule(Math.max(1, (long) time), Phase.ARRIVALS, ARRIVAL, source, 0);
    }
  }

  // Arrival and placement

  private void arrival(int source, long now) {
    if (sources.read(source)) {
      JobSources.Source s = sources.get(source);
      int job = floor.newJob(s.place(), sources.number(source), now);
      jobs.tier[job] = sources.tier();
      jobs.from[job] = sources.from();
      jobs.dataAt[job] = sources.dataAt();
      jobs.desk[job] =
          desks.size() == 1 ? 0 : JobCohort.pick(deskShares[s.place()], sources.desk());
      receive(job, sources.work(), now);
    }
    scheduleArrival(source);
  }

  /** A job is here with its work. */
  private void receive(int job, double work, long now) {
    jobs.work[job] = work;
    jobs.left[job] = work;
    jobs.price[job] = price[jobs.tier[job]] * desks.get(jobs.desk[job]).markUp();
    drawLimits(job);
    tally.count(Count.ARRIVED, jobs.from[job], jobs.tier[job], 1);
    tally.add(Sum.ARRIVED, jobs.from[job], jobs.tier[job], work);
    Optional<DeskOutlook> outlook = outlooks.get(jobs.desk[job]);
    if (outlook.isPresent()) {
      outlook.get().arrived(jobs.cohort[job], jobs.from[job], work);
    }
    floor.place(job, now);
  }

  /** What it pays at most and how long it waits, luck of its own. */
  private void drawLimits(int job) {
    JobCohort cohort = setting.cohorts().get(jobs.cohort[job]);
    if (!cohort.drawsLimits()) {
      jobs.patience[job] = Double.POSITIVE_INFINITY;
      jobs.mostPrice[job] = Double.POSITIVE_INFINITY;
      return;
    }
    setting.streams().seek(draws, Purpose.PATIENCE, cohort.entity(), jobs.occurrence(job));
    double patience = draws.nextExponential(1);
    jobs.patience[job] =
        cohort.patienceMicros() < Double.POSITIVE_INFINITY
            ? patience * cohort.patienceMicros()
            : Double.POSITIVE_INFINITY;
    jobs.mostPrice[job] =
        cohort.mostPrice() < Double.POSITIVE_INFINITY
            ? cohort.mostPrice() * draws.nextLogNormal(0, cohort.mostPriceSpread())
            : Double.POSITIVE_INFINITY;
  }

  private void done(int job, long now) {
    floor.done(job, now);
    goOn(job, now);
    jobs.release(job);
  }

  /** Sends a job on, at most 63 times in all. */
  private void goOn(int job, long now) {
    JobCohort cohort = setting.cohorts().get(jobs.cohort[job]);
    JobCohort.Stage stage = cohort.stage(setting.network());
    if (stage.goesOn() && !jobs.isWornOut(job)) {
      setting.streams().seek(draws, Purpose.ROUTING, cohort.entity(), jobs.occurrence(job));
      double luck = draws.nextUniform();
      if (luck < stage.next()[stage.next().length - 1]) {
        networks.get(JobCohort.pick(stage.next(), luck)).comesFrom(this, job, draws, now);
      }
    }
  }

  /** A job has done its work elsewhere and brings more to this network. */
  private void comesFrom(JobService other, int there, Draws luck, long now) {
    int cohort = other.jobs.cohort[there];
    int job = floor.newJob(cohort, other.jobs.number[there], now);
    jobs.addTries(job, other.jobs.tries(there));
    jobs.tier[job] = Math.min(other.jobs.tier[there], price.length - 1);
    jobs.from[job] = other.jobs.from[there];
    jobs.dataAt[job] = other.jobs.dataAt[there];
    double desk = luck.nextUniform();
    jobs.desk[job] = desks.size() == 1 ? 0 : JobCohort.pick(deskShares[cohort], desk);
    JobCohort.Stage stage = setting.cohorts().get(cohort).stage(setting.network());
    receive(job, stage.work().sample(luck), now);
  }

  // Machines

  /** Somebody hears from now on which machines come and go; before time starts. */
  void watch(WearAndTear machinery) {
    floor.watch(machinery);
    wear.add(machinery);
  }

  /** What happens to its machines; empty if nothing does. */
  public Optional<WearAndTear> wear() {
    return wear.stream().findFirst();
  }

  /**
   * Keeps a machine from working for a reason of {@link Machines}. A job on it is placed again, or
   * given up if that has happened once too often.
   */
  public void takeDown(int machine, int reason, long now) {
    one[0] = machine;
    floor.takeDown(one, 1, reason, now);
  }

  /** Keeps the first {@code count} of some machines from working, all at once. */
  public void takeDown(int[] which, int count, int reason, long now) {
    floor.takeDown(which, count, reason, now);
  }

  /** Removes a reason for which a machine was kept from working. */
  public void bringUp(int machine, int reason, long now) {
    floor.bringUp(machine, reason, now);
  }

  /** Connects or disconnects machines until a provider has so many. */
  public void connectMachines(int row, int count, long now) {
    floor.connectMachines(row, count, now);
  }

  /** A provider would serve with so many machines; {@link #admitMachines} connects them. */
  public void offerMachines(int row, int count) {
    admission.offer(row, count);
  }

  /**
   * Connects machines that are offered and admitted, after some providers have changed what they
   * offer.
   *
   * @param firstRow first of them
   * @param rows how many they are
   */
  public void admitMachines(int firstRow, int rows, long now) {
    admission.decide(machines());
    boolean all = admission.tiesProviders();
    int end = all ? machines().rows() : firstRow + rows;
    for (int row = all ? 0 : firstRow; row < end; row++) {
      floor.connectMachines(row, admission.admitted(row), now);
    }
  }

  /** Machines that would serve and are not admitted. */
  public long refusedMachines() {
    return admission.refused(machines());
  }

  // Periods

  /** Brings integrals up to the present. */
  public void passTo(long now) {
    floor.load().passTo(now);
  }

  /** A new market period of so many months begins. */
  public void beginPeriod(double months) {
    tally.beginPeriod();
    desks.forEach(desk -> desk.beginPeriod(months));
  }

  @Override
  public void visitState(StateVisitor visitor) {
    jobs.visitState(new Machines.Named("jobs", visitor));
    floor.visitState(visitor);
    admission.visitState(new Machines.Named("admission", visitor));
    sources.visitState(new Machines.Named("sources", visitor));
    tally.visitState(new Machines.Named("tally", visitor));
    for (int desk = 0; desk < desks.size(); desk++) {
      String of = "outlook." + desks.get(desk).name();
      outlooks.get(desk).ifPresent(o -> o.visitState(new Machines.Named(of, visitor)));
    }
    for (Desk desk : desks) {
      desk.visitState(new Machines.Named("desk." + desk.name(), visitor));
    }
    visitor.doubles("price", price, price.length);
    for (int cohort = 0; cohort < deskShares.length; cohort++) {
      visitor.doubles("deskShares." + cohort, deskShares[cohort], desks.size());
    }
  }
}
