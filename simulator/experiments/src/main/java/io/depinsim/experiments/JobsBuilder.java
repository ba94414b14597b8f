package io.depinsim.experiments;

import io.depinsim.core.engine.Simulation;
import io.depinsim.core.engine.market.Buyers;
import io.depinsim.core.engine.market.MarketShock;
import io.depinsim.core.engine.market.OwnerSegment;
import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.engine.service.Desk;
import io.depinsim.core.engine.service.JobCohort;
import io.depinsim.core.engine.service.JobService;
import io.depinsim.core.engine.service.JobSources;
import io.depinsim.core.engine.service.PhysicalTraits;
import io.depinsim.core.engine.service.Preparation;
import io.depinsim.core.engine.service.StationTraits;
import io.depinsim.core.engine.service.WearAndTear;
import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.DecisionKind.OptionRange;
import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.scenario.AllocationSpec;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.ConsumerSpec;
import io.depinsim.core.scenario.HardwareSpec;
import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.scenario.JobsSpec;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.OwnershipSpec;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds what serves jobs one by one: where they come from, who does them, who places them. */
final class JobsBuilder {
  private static final double MICROS_PER_HOUR = SimulatedTime.MICROS_PER_DAY / 24.0;

  private final Scenario scenario;
  private final Streams streams;
  private final Geography geography;
  private final List<String> networks;
  private final List<String> senders;
  private final List<JobCohort> cohorts = new ArrayList<>();
  private final List<JobService> services = new ArrayList<>();
  private final List<List<OptionRange>> providers = new ArrayList<>();
  private final Map<String, WearAndTear> wear = new LinkedHashMap<>();

  /**
   * Jobs of a scenario.
   *
   * @param context of the run, for kinds that look at its dates
   */
  JobsBuilder(Scenario scenario, Streams streams, BuildContext context) {
    this.scenario = scenario;
    this.streams = streams;
    this.geography = new Geography(scenario.regions());
    this.networks =
        scenario.networks().entrySet().stream()
            .filter(e -> e.getValue().service() == NetworkSpec.Service.jobs)
            .map(Map.Entry::getKey)
            .toList();
    this.senders =
        scenario.consumers().entrySet().stream()
            .filter(e -> networks.contains(e.getValue().buys()))
            .map(Map.Entry::getKey)
            .toList();
    senders.forEach(name -> cohorts.add(cohort(name, scenario.consumers().get(name), context)));
  }

  /** What happens to machines, by network, where anything does. */
  Map<String, WearAndTear> wear() {
    return wear;
  }

  /** Services built so far, in the order of networks. */
  List<JobService> services() {
    return services;
  }

  private JobCohort cohort(String name, ConsumerSpec spec, BuildContext context) {
    JobsSpec jobs = spec.jobs();
    if (jobs == null) {
      throw new IllegalArgumentException("consumers." + name + ".jobs: must say what is sent");
    }
    List<Optional<JobCohort.Stage>> stages = new ArrayList<>();
    for (String network : networks) {
      if (network.equals(spec.buys())) {
        stages.add(
            Optional.of(
                new JobCohort.Stage(
                    jobs.work().build(WorkSize.class, context), shares(jobs.next()))));
      } else {
        stages.add(
            Optional.ofNullable(jobs.stages().get(network))
                .map(
                    stage ->
                        new JobCohort.Stage(
                            stage.work().build(WorkSize.class, context), shares(stage.next()))));
      }
    }
    return new JobCohort(
        name,
        Entity.ofName("consumers." + name),
        jobs.machines(),
        jobs.deadline() == null
            ? JobCohort.NO_DEADLINE
            : (long) (jobs.deadline() * MICROS_PER_HOUR),
        jobs.patience() == null ? Double.POSITIVE_INFINITY : jobs.patience() * MICROS_PER_HOUR,
        jobs.retries(),
        jobs.keeps(),
        jobs.mostPrice() == null ? Double.POSITIVE_INFINITY : jobs.mostPrice(),
        jobs.mostPriceSpread(),
        jobs.data() == null ? 0 : jobs.data().size(),
        geography.cumulative(jobs.from()),
        geography.cumulative(jobs.data() == null ? Map.of() : jobs.data().at()),
        stages);
  }

  /** Running totals of shares by network. */
  private double[] shares(Map<String, Double> next) {
    double[] totals = new double[next.isEmpty() ? 0 : networks.size()];
    double sum = 0;
    for (int i = 0; i < totals.length; i++) {
      sum += next.getOrDefault(networks.get(i), 0.0);
      totals[i] = sum;
    }
    return totals;
  }

  /**
   * Service of one network.
   *
   * @param rows of its provider table
   * @param buyers whose jobs begin here
   * @param opening called once when time starts
   */
  JobService build(
      String name,
      NetworkSpec spec,
      int rows,
      int tiers,
      double minorPerUnit,
      List<OwnerSegment> segments,
      List<Buyers> buyers,
      List<MarketShock> shocks,
      BuildContext context,
      Runnable opening) {
    if (spec.allocation() == null) {
      throw new IllegalArgumentException(
          "networks." + name + ".allocation: somebody must place jobs");
    }
    List<Desk> desks = desks(spec.allocation(), context);
    requireRounds(name, spec, desks);
    JobService service =
        new JobService(
            new JobService.Setting(
                name,
                networks.indexOf(name),
                geography,
                traits(name, rows, segments),
                cohorts,
                tiers,
                spec.queue() == null ? QueueSpec.DEFAULT : spec.queue(),
                minorPerUnit,
                streams),
            preparation(rows, segments),
            Optional.of(spec.allocation()),
            new JobSources(sources(name, buyers, shocks, context), tiers, streams),
            desks,
            spec.admission() == null ? AdmissionSpec.EVERYBODY : spec.admission(),
            opening);
    services.add(service);
    providers.add(
        segments.stream()
            .filter(s -> s.owners().rows() > 0)
            .map(s -> new OptionRange(s.owners().name(), s.firstRow(), s.owners().rows()))
            .toList());
    PhysicalTraits physical = physical(rows, segments, minorPerUnit);
    if (!physical.isEmpty()) {
      wear.put(name, new WearAndTear(name, service, physical, streams));
    }
    return service;
  }

  /** Ties services to their calendars and to one another, and logs what they decide. */
  void connect(Simulation simulation) {
    for (int i = 0; i < services.size(); i++) {
      JobService service = services.get(i);
      service.connect(simulation.service(simulation.add(service)), services);
      service.logTo(simulation.decisions(), providers.get(i));
    }
  }

  /** What it takes to have machines and data ready. */
  private Preparation preparation(int rows, List<OwnerSegment> segments) {
    double[] traffic = new double[geography.regions()];
    scenario.regions().forEach((name, spec) -> traffic[geography.index(name)] = spec.traffic());
    Preparation preparation =
        new Preparation(new long[rows], new long[rows], new double[rows], traffic);
    for (OwnerSegment s : segments) {
      HardwareSpec.ReadinessSpec spec =
          scenario
              .hardware()
              .get(scenario.providers().get(s.owners().name()).owns().hardware())
              .readiness();
      if (spec == null) {
        continue;
      }
      for (int row = s.firstRow(); row < s.firstRow() + s.owners().rows(); row++) {
        preparation.coldStartMicros()[row] = (long) (spec.coldStart() * MICROS_PER_HOUR);
        preparation.staysWarmMicros()[row] = (long) (spec.staysWarm() * MICROS_PER_HOUR);
        preparation.warmCostPerMicro()[row] = spec.warmCost() / Ticks.MICROS_PER_MONTH;
      }
    }
    return preparation;
  }

  /** Jobs that are matched in rounds wait together, one machine each. */
  private void requireRounds(String name, NetworkSpec spec, List<Desk> desks) {
    QueueSpec queue = spec.queue() == null ? QueueSpec.DEFAULT : spec.queue();
    boolean several = cohorts.stream().anyMatch(cohort -> cohort.machines() > 1);
    for (Desk desk : desks) {
      if (desk.matches() && (queue.line() != QueueSpec.Line.network || queue.preempts())) {
        throw new IllegalArgumentException(
            "networks."
                + name
                + ".queue: jobs are matched in rounds, so all wait together and none makes way."
                + " Maybe `queue: {line: network}`.");
      }
      if (desk.matches() && several) {
        throw new IllegalArgumentException(
            "networks."
                + name
                + ".allocation.allocators."
                + desk.name()
                + ".rule: matches jobs of one machine each, and some need more. Maybe another rule.");
      }
    }
  }

  /** What happens to machines and what they draw. */
  private PhysicalTraits physical(int rows, List<OwnerSegment> segments, double minorPerUnit) {
    int regions = geography.regions();
    PhysicalTraits traits =
        new PhysicalTraits(
            new WearSpec[rows],
            new ReclaimsSpec[rows],
            new double[rows],
            new double[rows],
            new RegionSpec[regions],
            new long[regions],
            minorPerUnit);
    for (int region = 0; region < regions; region++) {
      traits.regions()[region] = scenario.regions().get(geography.name(region));
      traits.regionEntity()[region] = Entity.ofName("regions." + geography.name(region));
    }
    for (OwnerSegment s : segments) {
      OwnershipSpec owns = scenario.providers().get(s.owners().name()).owns();
      HardwareSpec hardware = scenario.hardware().get(owns.hardware());
      int end = s.firstRow() + s.owners().rows();
      Arrays.fill(traits.wear(), s.firstRow(), end, hardware.wear());
      Arrays.fill(traits.reclaims(), s.firstRow(), end, owns.reclaims());
      Arrays.fill(traits.power(), s.firstRow(), end, hardware.power());
      Arrays.fill(traits.idlePower(), s.firstRow(), end, hardware.idlePower());
    }
    return traits;
  }

  private static List<Desk> desks(AllocationSpec spec, BuildContext context) {
    List<Desk> desks = new ArrayList<>();
    spec.allocators()
        .forEach(
            (name, allocator) ->
                desks.add(
                    new Desk(
                        name,
                        allocator.rule().build(Allocator.class, context),
                        allocator.principal(),
                        allocator.fee(),
                        allocator.budget(),
                        spec.listing() == AllocationSpec.Listing.open ? 0 : desks.size())));
    return desks;
  }

  private List<JobSources.Source> sources(
      String network, List<Buyers> buyers, List<MarketShock> shocks, BuildContext context) {
    double most = 1;
    for (MarketShock shock : shocks) {
      most *= shock.effect() == MarketShock.Effect.DEMAND ? Math.max(1, shock.factor()) : 1;
    }
    List<JobSources.Source> sources = new ArrayList<>();
    for (Buyers b : buyers) {
      String name = b.table().name();
      JobCohort cohort = cohorts.get(senders.indexOf(name));
      WorkSize work = cohort.stages().get(networks.indexOf(network)).orElseThrow().work();
      ArrivalStream stream =
          scenario.consumers().get(name).jobs().arrivals().build(ArrivalStream.class, context);
      double full = b.model().fullUnitsPerMonth(b.table());
      double units = stream.recorded() ? full : most * b.model().headroom() * full;
      sources.add(
          new JobSources.Source(
              cohort,
              senders.indexOf(name),
              stream,
              work,
              units / work.mean() / Ticks.MICROS_PER_MONTH));
    }
    return sources;
  }

  /** Who providers are: where they stand, how fast they are, what they ask. */
  private StationTraits traits(String network, int rows, List<OwnerSegment> segments) {
    StationTraits traits =
        new StationTraits(
            new int[rows],
            new double[rows],
            new double[rows],
            new long[rows],
            new int[rows],
            new long[rows]);
    Draws draws = new Draws();
    for (OwnerSegment s : segments) {
      OwnershipSpec owns = scenario.providers().get(s.owners().name()).owns();
      HardwareSpec hardware = scenario.hardware().get(owns.hardware());
      double[] regions = geography.cumulative(owns.regions());
      long first = s.entity();
      for (int i = 0; i < s.owners().rows(); i++) {
        int row = s.firstRow() + i;
        streams.seek(draws, Purpose.MACHINE, s.owners().entity()[i], 0);
        traits.region()[row] = JobCohort.pick(regions, draws.nextUniform());
        double speed = draws.nextLogNormal(0, hardware.speedSpread());
        traits.ask()[row] = draws.nextLogNormal(0, owns.askSpread());
        traits.unitsPerMicro()[row] = hardware.capacity() * speed / Ticks.MICROS_PER_MONTH;
        traits.capacity()[row] = hardware.capacity();
        traits.most()[row] = owns.machines();
        traits.entity()[row] = first + (long) i * owns.machines();
      }
    }
    return traits;
  }
}
