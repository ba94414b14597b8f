package io.depinsim.experiments;

import io.depinsim.core.engine.market.Buyers;
import io.depinsim.core.engine.market.MarketShock;
import io.depinsim.core.engine.market.OwnerSegment;
import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.engine.service.Desk;
import io.depinsim.core.engine.service.JobCohort;
import io.depinsim.core.engine.service.JobService;
import io.depinsim.core.engine.service.JobSources;
import io.depinsim.core.engine.service.StationTraits;
import io.depinsim.core.engine.service.WorkSize;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.scenario.AllocationSpec;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.ConsumerSpec;
import io.depinsim.core.scenario.HardwareSpec;
import io.depinsim.core.scenario.JobsSpec;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.OwnershipSpec;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Ticks;
import java.util.ArrayList;
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

  /** Services built so far, in the order of networks. */
  List<JobService> services() {
    return services;
  }

  private JobCohort cohort(String name, ConsumerSpec spec, BuildContext context) {
    JobsSpec jobs = spec.jobs();
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
    List<Desk> desks = desks(spec.allocation(), context);
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
            new JobSources(sources(name, buyers, shocks, context), tiers, streams),
            desks,
            spec.admission() == null ? AdmissionSpec.EVERYBODY : spec.admission(),
            opening);
    services.add(service);
    return service;
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
      double units = most * b.model().mostUnitsPerMonth(b.table());
      sources.add(
          new JobSources.Source(
              cohort,
              senders.indexOf(name),
              scenario.consumers().get(name).jobs().arrivals().build(ArrivalStream.class, context),
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
