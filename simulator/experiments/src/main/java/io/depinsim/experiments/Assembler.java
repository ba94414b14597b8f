package io.depinsim.experiments;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.NetworkEpoch;
import io.depinsim.core.engine.NetworkGauges;
import io.depinsim.core.engine.NetworkSegment;
import io.depinsim.core.engine.OperatingCosts;
import io.depinsim.core.engine.Recorder;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.Cohort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Builds one replicate of a scenario: world, money, rules, mechanisms and recorder. */
public final class Assembler {
  private static final int SHAPE_ROWS = 10_000;

  private final Scenario scenario;
  private final SimulationCalendar calendar;

  /** An assembler for a scenario with one policy and regime applied. */
  public Assembler(Scenario scenario) {
    this.scenario = scenario;
    this.calendar = SimulationCalendar.startingOn(scenario.run().start());
  }

  /** Dates of the run. */
  public SimulationCalendar calendar() {
    return calendar;
  }

  /** Last instant of the run, microseconds since the start. */
  public long horizonMicros() {
    return scenario.run().end() != null
        ? calendar.ofDate(scenario.run().end())
        : calendar.plus(0, scenario.run().horizon());
  }

  /** Times of measurement: the start, then every {@code run.measure} up to the horizon. */
  public long[] measurementPoints() {
    List<Long> points = new ArrayList<>();
    long horizon = horizonMicros();
    long count = 0;
    for (long time = 0; time <= horizon; ) {
      points.add(time);
      count++;
      time = calendar.plus(0, scenario.run().measure().times(count));
    }
    return points.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * One replicate, ready to run.
   *
   * @param replicate number of the replicate, 0 and up
   * @param checks how often invariants are tested; changes no result
   * @param recorded which metrics to record, by key; changes no result
   */
  public Replicate assemble(int replicate, CheckLevel checks, Predicate<String> recorded) {
    return assemble(new Streams(scenario.run().seed(), replicate), checks, recorded);
  }

  /** The same with random streams that somebody may listen to. */
  Replicate assemble(Streams streams, CheckLevel checks, Predicate<String> recorded) {
    return assemble(streams, checks, recorded, measurementPoints(), DecisionLog.NONE);
  }

  /**
   * The same with a log of decisions.
   *
   * @param decisions changes no result
   */
  Replicate assemble(
      Streams streams, CheckLevel checks, Predicate<String> recorded, DecisionLog decisions) {
    return assemble(streams, checks, recorded, measurementPoints(), decisions);
  }

  /**
   * Definitions of the metrics that are recorded, in order. Builds the same world of no more than
   * {@value #SHAPE_ROWS} rows a cohort, measured once, so that it takes little memory whatever the
   * scenario asks for: what there is to measure does not depend on how many there are.
   *
   * @param recorded which metrics to record, by key
   * @throws IllegalArgumentException if the world cannot be built; the message begins with a path
   */
  public List<MetricDefinition> definitions(Predicate<String> recorded) {
    return new Assembler(shape())
        .assemble(
            new Streams(scenario.run().seed(), 0),
            CheckLevel.NONE,
            recorded,
            new long[] {0},
            DecisionLog.NONE)
        .definitions();
  }

  private Scenario shape() {
    List<String> fewer = new ArrayList<>();
    scenario
        .providers()
        .forEach(
            (name, spec) -> fewer(fewer, "providers." + name + ".potential", spec.potential()));
    scenario
        .consumers()
        .forEach((name, spec) -> fewer(fewer, "consumers." + name + ".rows", spec.rows()));
    return fewer.isEmpty() ? scenario : scenario.with(fewer);
  }

  private static void fewer(List<String> overrides, String path, int rows) {
    if (rows > SHAPE_ROWS) {
      overrides.add(path + "=" + SHAPE_ROWS);
    }
  }

  private Replicate assemble(
      Streams streams,
      CheckLevel checks,
      Predicate<String> recorded,
      long[] points,
      DecisionLog decisions) {
    Ledger ledger = new Ledger(checks);
    Map<String, Asset> assets = assets();
    assets.values().forEach(ledger::register);
    Simulation simulation = new Simulation(ledger, scenario.run().seed(), decisions);
    Map<String, Cohort> cohorts = new CohortBuilder(scenario, calendar, streams).build();
    ClampTelemetry clamps = new ClampTelemetry();
    List<Gauge> gauges = new ArrayList<>();
    Map<String, Network> networks = new LinkedHashMap<>();
    OwnerAssembly owners =
        new OwnerAssembly(scenario, calendar, simulation, assets, streams, clamps);
    scenario
        .networks()
        .forEach(
            (name, spec) ->
                AtPath.run(
                    "networks." + name,
                    () -> {
                      NetworkBuilder.Built built =
                          new NetworkBuilder(scenario, calendar, ledger, assets, cohorts, streams)
                              .build(name, spec, owners.of(name));
                      Network network = built.network();
                      networks.put(name, network);
                      register(simulation, network);
                      simulation.add(
                          new NetworkEpoch(
                              network, new Ticks(calendar, spec.clock().settlement()), clamps));
                      owners.take(name, spec, built);
                      gauges.addAll(NetworkGauges.of(network));
                    }));
    gauges.addAll(owners.assemble());
    scenario
        .providers()
        .forEach(
            (name, spec) ->
                AtPath.run(
                    "providers." + name,
                    () ->
                        operatingCosts(name, spec, ledger, assets, networks, clamps)
                            .ifPresent(
                                costs -> {
                                  simulation.add(costs);
                                  gauges.addAll(costs.gauges());
                                })));
    simulation.registry().register("clamps", clamps);
    simulation.records().register("clamps", clamps::visitNames);
    List<Gauge> kept =
        gauges.stream().filter(gauge -> recorded.test(gauge.definition().key())).toList();
    Recorder recorder = new Recorder(kept, simulation.registry(), points);
    simulation.records().register("recorder", recorder);
    simulation.add(recorder);
    return new Replicate(
        streams.replicate(),
        simulation,
        Collections.unmodifiableMap(networks),
        recorder,
        kept,
        clamps,
        horizonMicros());
  }

  private Map<String, Asset> assets() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    scenario
        .assets()
        .forEach(
            (key, spec) ->
                assets.put(
                    key,
                    new Asset(
                        key, spec.decimals(), Optional.ofNullable(spec.cap()), spec.outside())));
    return assets;
  }

  private static Optional<OperatingCosts> operatingCosts(
      String cohort,
      CohortSpec spec,
      Ledger ledger,
      Map<String, Asset> assets,
      Map<String, Network> networks,
      ClampTelemetry clamps) {
    if (spec.operatingCost() == null && spec.opening().isEmpty()) {
      return Optional.empty();
    }
    List<Network> joined = spec.joins().stream().map(networks::get).toList();
    return Optional.of(CohortMoney.open(cohort, spec, ledger, assets, joined, clamps));
  }

  private static void register(Simulation simulation, Network network) {
    String name = network.name();
    simulation.registry().register(name, network);
    simulation.registry().register(name + ".rewardLock", network.rewardLock());
    simulation.registry().register(name + ".emission", network.rules().emission());
    network.rules().gas().ifPresent(gas -> simulation.registry().register(name + ".gas", gas));
    for (NetworkSegment segment : network.segments()) {
      String cohort = name + "." + segment.cohort().name();
      simulation.registry().register(cohort + ".plain", segment.plain());
      simulation.registry().register(cohort + ".boosted", segment.boosted());
    }
  }
}
