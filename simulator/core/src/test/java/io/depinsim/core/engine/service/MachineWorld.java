package io.depinsim.core.engine.service;

import io.depinsim.core.engine.Agenda;
import io.depinsim.core.engine.Mechanism;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.AllocatorSpec.Principal;
import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import io.depinsim.core.time.SimulatedTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Machines without an economy: one provider for each machine unless told otherwise, jobs at dates,
 * and a record of when which machine went down and came back.
 */
final class MachineWorld {
  static final long HOUR = SimulatedTime.MICROS_PER_HOUR;

  final Simulation simulation;
  final JobService jobs;
  final WearAndTear wear;
  final Streams streams;
  final List<Change> changes = new ArrayList<>();

  private final List<Act> acts = new ArrayList<>();
  private final int[] down;

  /** What happens to a machine at a time. */
  record Change(long time, int machine, int reason, boolean down) {}

  private record Act(long time, LongConsumer act) {}

  /** Who has machines where, and what happens to them. */
  static final class Plan {
    final Map<String, RegionSpec> regions = new LinkedHashMap<>();
    final List<Integer> region = new ArrayList<>();
    final List<Integer> most = new ArrayList<>();
    final List<WearSpec> wear = new ArrayList<>();
    final List<ReclaimsSpec> reclaims = new ArrayList<>();
    double power;
    double idlePower;
    int retries = 3;
    int gang = 1;
    double[] jobHours = {};
    double workHours = 1;

    Plan region(String name, RegionSpec spec) {
      regions.put(name, spec);
      return this;
    }

    Plan provider(int at, int machines, WearSpec wears, ReclaimsSpec reclaimed) {
      region.add(at);
      most.add(machines);
      wear.add(wears);
      reclaims.add(reclaimed);
      return this;
    }
  }

  MachineWorld(Plan plan, int replicate) {
    this.streams = new Streams(7, replicate);
    int rows = plan.region.size();
    int[] most = plan.most.stream().mapToInt(i -> i).toArray();
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    double[] speed = new double[rows];
    Arrays.fill(speed, 1.0 / HOUR);
    long[] capacity = new long[rows];
    Arrays.fill(capacity, 730);
    long[] entity = new long[rows];
    for (int row = 0; row < rows; row++) {
      entity[row] = Entity.of(5, row * 1000L);
    }
    StationTraits traits =
        new StationTraits(
            plan.region.stream().mapToInt(i -> i).toArray(), speed, ones, capacity, most, entity);
    Geography geography = new Geography(plan.regions);
    WorkSize work = new Work(plan.workHours);
    JobCohort cohort =
        new JobCohort(
            "studios",
            Entity.ofName("consumers.studios"),
            plan.gang,
            JobCohort.NO_DEADLINE,
            Double.POSITIVE_INFINITY,
            plan.retries,
            0,
            Double.POSITIVE_INFINITY,
            0,
            0,
            geography.cumulative(Map.of()),
            geography.cumulative(Map.of()),
            List.of(Optional.of(new JobCohort.Stage(work, new double[0]))));
    JobSources sources =
        new JobSources(
            List.of(new JobSources.Source(cohort, 0, new Dates(plan.jobHours), work, 1e-9)),
            1,
            streams);
    this.jobs =
        new JobService(
            new JobService.Setting(
                "net", 0, geography, traits, List.of(cohort), 1, QueueSpec.DEFAULT, 100, streams),
            sources,
            List.of(
                new Desk(
                    "main", (job, shown, luck) -> lowest(shown), Principal.consumers, 0, 0, 0)),
            () -> sources.want(0, new double[] {1}));
    RegionSpec[] regions = plan.regions.values().toArray(new RegionSpec[0]);
    long[] regionEntity = new long[regions.length];
    for (int i = 0; i < regions.length; i++) {
      regionEntity[i] = Entity.ofName("regions." + geography.name(i));
    }
    double[] power = new double[rows];
    Arrays.fill(power, plan.power);
    double[] idle = new double[rows];
    Arrays.fill(idle, plan.idlePower);
    this.wear =
        new WearAndTear(
            "net",
            jobs,
            new PhysicalTraits(
                plan.wear.toArray(new WearSpec[0]),
                plan.reclaims.toArray(new ReclaimsSpec[0]),
                power,
                idle,
                regions,
                regionEntity,
                100),
            streams);
    this.down = new int[jobs.machines().machines()];
    this.simulation = new Simulation(new Ledger(CheckLevel.NONE), 7);
    simulation.add(new Script());
    jobs.connect(simulation.service(simulation.add(jobs)), List.of(jobs));
    wear.connect(simulation.service(simulation.add(new Recording())));
    simulation.registry().register("jobs", jobs);
    simulation.registry().register("wear", wear);
  }

  private static int lowest(Stations shown) {
    int best = shown.row(0);
    for (int i = 1; i < shown.count(); i++) {
      best = Math.min(best, shown.row(i));
    }
    return best;
  }

  MachineWorld at(double hours, LongConsumer act) {
    acts.add(new Act((long) (hours * HOUR), act));
    return this;
  }

  /** Connects machines of a provider at a time. */
  MachineWorld connect(double hours, int row, int count) {
    return at(hours, now -> jobs.connectMachines(row, count, now));
  }

  MachineWorld run(double hours) {
    simulation.run((long) (hours * HOUR));
    return this;
  }

  private void note(long now) {
    Machines machines = jobs.machines();
    for (int machine = 0; machine < machines.machines(); machine++) {
      for (int reason : new int[] {1, 2, 4, 8}) {
        boolean is = machines.isDown(machine, reason);
        if (is != ((down[machine] & reason) != 0)) {
          changes.add(new Change(now, machine, reason, is));
          down[machine] ^= reason;
        }
      }
    }
  }

  /** Machine time until now in which machines could work, microseconds. */
  double available(long now) {
    jobs.passTo(now);
    return jobs.load().totalAvailable();
  }

  /** Hours at which a machine went down or came back for a reason, in turn. */
  List<Double> hours(int machine, int reason) {
    return changes.stream()
        .filter(c -> c.machine() == machine && c.reason() == reason)
        .map(c -> c.time() / (double) HOUR)
        .toList();
  }

  private record Work(double mean) implements WorkSize {
    @Override
    public double squaredVariation() {
      return 0;
    }

    @Override
    public double sample(Draws draws) {
      return mean;
    }
  }

  /** Arrivals at hours. */
  private record Dates(double[] hours, long[] next) implements ArrivalStream {
    Dates(double[] hours) {
      this(hours, new long[1]);
    }

    @Override
    public double next(double afterMicros, double perMicro, Draws draws) {
      return next[0] < hours.length ? hours[(int) next[0]++] * HOUR : NEVER;
    }

    @Override
    public void visitState(StateVisitor visitor) {
      visitor.longs("next", next, 1);
    }
  }

  private final class Script implements Mechanism {
    @Override
    public String name() {
      return "script";
    }

    @Override
    public void start(Agenda agenda) {
      for (int i = 0; i < acts.size(); i++) {
        agenda.schedule(acts.get(i).time(), Phase.DECISIONS, 0, i, 0);
      }
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      acts.get((int) entity).act().accept(agenda.now());
      note(agenda.now());
    }
  }

  /** What happens to machines, seen by somebody who writes it down. */
  private final class Recording implements Mechanism {
    @Override
    public String name() {
      return wear.name();
    }

    @Override
    public void start(Agenda agenda) {
      wear.start(agenda);
    }

    @Override
    public void handle(Agenda agenda, Phase phase, int kind, long entity, long payload) {
      wear.handle(agenda, phase, kind, entity, payload);
      note(agenda.now());
    }
  }
}
