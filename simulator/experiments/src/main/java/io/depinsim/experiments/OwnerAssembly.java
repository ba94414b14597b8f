package io.depinsim.experiments;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.engine.market.AllocatorGauges;
import io.depinsim.core.engine.market.CentralProvider;
import io.depinsim.core.engine.market.LifeCycle;
import io.depinsim.core.engine.market.MachineStrategy;
import io.depinsim.core.engine.market.MachineStrategy.Terms;
import io.depinsim.core.engine.market.MarketAccounts;
import io.depinsim.core.engine.market.MarketEpoch;
import io.depinsim.core.engine.market.MarketGauges;
import io.depinsim.core.engine.market.MarketShock;
import io.depinsim.core.engine.market.OwnerCohort;
import io.depinsim.core.engine.market.OwnerEpoch;
import io.depinsim.core.engine.market.OwnerGauges;
import io.depinsim.core.engine.market.OwnerMoney;
import io.depinsim.core.engine.market.OwnerSegment;
import io.depinsim.core.engine.market.ServiceMarket;
import io.depinsim.core.engine.service.PhysicalGauges;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.OwnerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Puts owners of machines and the markets of the networks they serve together. Owners may serve
 * several networks, so markets are built after all networks.
 */
final class OwnerAssembly {
  private final Scenario scenario;
  private final SimulationCalendar calendar;
  private final Simulation simulation;
  private final Map<String, Asset> assets;
  private final Streams streams;
  private final ClampTelemetry clamps;
  private final OwnerBuilder builder;
  private final JobsBuilder jobs;
  private final Map<String, OwnerTable> tables;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, Owner> owners = new LinkedHashMap<>();

  /** A network that is built. */
  private record Part(NetworkSpec spec, NetworkBuilder.Built built) {}

  /** A cohort of owners on its way. */
  private record Owner(
      CohortSpec spec,
      Terms terms,
      MachineStrategy strategy,
      OwnerMoney money,
      List<OwnerSegment> segments) {}

  OwnerAssembly(
      Scenario scenario,
      SimulationCalendar calendar,
      Simulation simulation,
      Map<String, Asset> assets,
      Streams streams,
      ClampTelemetry clamps) {
    this.scenario = scenario;
    this.calendar = calendar;
    this.simulation = simulation;
    this.assets = assets;
    this.streams = streams;
    this.clamps = clamps;
    this.builder = new OwnerBuilder(scenario, streams);
    this.jobs = new JobsBuilder(scenario, streams, new BuildContext("", "", 0, calendar.start()));
    this.tables = builder.build();
  }

  /** Owners who may serve a network, in scenario order. */
  List<OwnerTable> of(String network) {
    List<OwnerTable> joined = new ArrayList<>();
    tables.forEach(
        (name, table) -> {
          if (scenario.providers().get(name).joins().contains(network)) {
            joined.add(table);
          }
        });
    return joined;
  }

  /** A network has been built. */
  void take(String name, NetworkSpec spec, NetworkBuilder.Built built) {
    parts.put(name, new Part(spec, built));
  }

  /** Builds markets, owners and stages, and returns their metrics. */
  List<Gauge> assemble() {
    Map<String, MarketAccounts> accounts = new LinkedHashMap<>();
    parts.forEach(
        (name, part) -> {
          if (part.spec().exchange() != null) {
            accounts.put(
                name, new MarketAccounts(part.built().network().accounts(), name, currency(name)));
          }
        });
    requireKnownShocks(accounts);
    tables.forEach((name, table) -> owners.put(name, owner(name, table, accounts)));
    Map<String, ServiceMarket> markets = new LinkedHashMap<>();
    List<Gauge> gauges = new ArrayList<>();
    Map<String, CentralProvider> central = new LinkedHashMap<>();
    scenario
        .outside()
        .forEach((name, spec) -> central.put(name, new CentralProvider(name, spec, calendar)));
    accounts.forEach(
        (name, opened) -> {
          Part part = parts.get(name);
          ServiceMarket market =
              new MarketBuilder(
                      scenario,
                      calendar,
                      opened.currency(),
                      central,
                      streams,
                      jobs,
                      simulation.registry(),
                      clamps)
                  .build(name, part.spec(), part.built(), opened, segments(name), context(name));
          markets.put(name, market);
          simulation.add(new MarketEpoch(market));
          gauges.addAll(MarketGauges.of(market, fullSupply(opened), simulation::now));
          market
              .allocators()
              .ifPresent(
                  allocators ->
                      gauges.addAll(AllocatorGauges.of(name, allocators, opened.currency().key())));
        });
    jobs.connect(simulation);
    jobs.wear()
        .forEach(
            (name, wear) -> {
              wear.connect(simulation.service(simulation.add(wear)));
              simulation.registry().register(wear.name(), wear);
              Asset money = accounts.get(name).currency();
              double minor = money.toMinor(BigDecimal.ONE);
              gauges.addAll(PhysicalGauges.of(name, wear, money.key(), minor, simulation::now));
            });
    central.values().forEach(provider -> gauges.addAll(open(provider)));
    Map<String, OwnerCohort> cohorts = new LinkedHashMap<>();
    owners.forEach((name, owner) -> cohorts.put(name, cohort(name, owner, markets)));
    cohorts.values().forEach(c -> gauges.addAll(OwnerGauges.of(c, Ticks.MICROS_PER_MONTH)));
    markets.forEach((name, market) -> gauges.addAll(lifecycle(name, market, cohorts)));
    return gauges;
  }

  /** A central provider that answers has state and events; the metrics of any. */
  private List<Gauge> open(CentralProvider provider) {
    if (provider.answers()) {
      simulation.registry().register(provider.name(), provider);
      simulation.add(provider);
    }
    String money =
        assets.values().stream().filter(Asset::outside).map(Asset::key).findFirst().orElse("");
    return provider.gauges(money, simulation::now);
  }

  /** A shock to a network without markets would do nothing. */
  private void requireKnownShocks(Map<String, MarketAccounts> accounts) {
    scenario
        .shocks()
        .forEach(
            (name, choice) -> {
              String any = scenario.networks().keySet().iterator().next();
              String network = choice.build(MarketShock.class, context(any)).network();
              if (!accounts.containsKey(network)) {
                throw new IllegalArgumentException(
                    "shocks."
                        + name
                        + ".network: "
                        + network
                        + ": no network with an exchange. Maybe one of "
                        + accounts.keySet()
                        + "?");
              }
            });
  }

  private Owner owner(String name, OwnerTable table, Map<String, MarketAccounts> accounts) {
    CohortSpec spec = scenario.providers().get(name);
    for (String network : spec.joins()) {
      if (!accounts.containsKey(network)) {
        throw new IllegalArgumentException(
            "providers."
                + name
                + ".joins: "
                + network
                + " has no exchange, so owners of machines could not be paid. Maybe give it one?");
      }
    }
    if (spec.joins().isEmpty()) {
      throw new IllegalArgumentException(
          "providers." + name + ".joins: owners of machines must join a network");
    }
    MachineStrategy strategy =
        spec.decisions().build(MachineStrategy.class, context(spec.joins().get(0)));
    if (strategy.ownedByProject() && spec.joins().size() > 1) {
      throw new IllegalArgumentException(
          "providers." + name + ".joins: a project's machines serve its own network only");
    }
    MarketAccounts first = accounts.get(spec.joins().get(0));
    Ledger ledger = simulation.ledger();
    Account cash = ledger.open(name + ".cash", first.currency(), AccountClass.WALLET, table.rows());
    Account purse =
        strategy.ownedByProject()
            ? first.treasuryCurrency()
            : ledger.outsideAccount(first.currency());
    int[] tableRows =
        spec.joins().stream()
            .mapToInt(network -> parts.get(network).built().network().providers().rows())
            .toArray();
    Terms terms = builder.terms(spec);
    OwnerMoney money =
        new OwnerMoney(
            table,
            terms,
            ledger,
            cash,
            purse,
            spec.owns().sellsOfRest(),
            clock(spec).months(),
            tableRows,
            clamps);
    double outage = scenario.hardware().get(spec.owns().hardware()).outage();
    List<OwnerSegment> segments = new ArrayList<>();
    for (int place = 0; place < spec.joins().size(); place++) {
      String network = spec.joins().get(place);
      segments.add(
          new OwnerSegment(
              table,
              cash,
              place,
              parts.get(network).built().ownerRows().get(name),
              terms,
              outage,
              strategy.ownedByProject(),
              Entity.of(Entity.cohortCode(network + "." + name), 0)));
    }
    return new Owner(spec, terms, strategy, money, segments);
  }

  /** Owners decide after the settlements of the first network they may serve. */
  private Ticks clock(CohortSpec spec) {
    return new Ticks(calendar, parts.get(spec.joins().get(0)).spec().clock().settlement());
  }

  private List<OwnerSegment> segments(String network) {
    List<OwnerSegment> all = new ArrayList<>();
    owners
        .values()
        .forEach(
            owner -> {
              int place = owner.spec().joins().indexOf(network);
              if (place >= 0) {
                all.add(owner.segments().get(place));
              }
            });
    return all;
  }

  private OwnerCohort cohort(String name, Owner owner, Map<String, ServiceMarket> markets) {
    List<String> joins = owner.spec().joins();
    Ticks clock = clock(owner.spec());
    OwnerCohort cohort =
        new OwnerCohort(
            tables.get(name),
            owner.terms(),
            owner.strategy(),
            joins.stream().map(markets::get).toList(),
            owner.segments(),
            owner.money(),
            streams,
            clock.months(),
            Ticks.MICROS_PER_MONTH,
            arrival(owner.spec()));
    simulation.registry().register("owners." + name, cohort);
    simulation.add(new OwnerEpoch(cohort, clock));
    return cohort;
  }

  /** Machines of idle owners are there; others come after the lead time, by the calendar. */
  private LongUnaryOperator arrival(CohortSpec spec) {
    Span lead = scenario.hardware().get(spec.owns().hardware()).leadTime();
    return spec.kind() == CohortSpec.ProviderKind.idle
        ? now -> now
        : now -> calendar.plus(now, lead);
  }

  private List<Gauge> lifecycle(
      String name, ServiceMarket market, Map<String, OwnerCohort> cohorts) {
    Part part = parts.get(name);
    if (part.spec().lifecycle() == null) {
      return List.of();
    }
    Network network = part.built().network();
    List<OwnerCohort> serving =
        cohorts.entrySet().stream()
            .filter(e -> scenario.providers().get(e.getKey()).joins().contains(name))
            .map(Map.Entry::getValue)
            .toList();
    Map<String, GenesisHolder> holders = part.built().holders();
    List<LifeCycle.Round> rounds = new ArrayList<>();
    part.spec()
        .lifecycle()
        .rounds()
        .forEach(
            (key, round) ->
                rounds.add(
                    new LifeCycle.Round(
                        round, holders.get(round.holder()), calendar.plus(0, round.earliest()))));
    LifeCycle cycle =
        new LifeCycle(
            market,
            part.spec().lifecycle(),
            serving,
            network.genesis(),
            rounds,
            new Ticks(calendar, part.spec().clock().settlement()));
    simulation.registry().register(name + ".stage", network.stage());
    simulation.registry().register(name + ".lifecycle", cycle);
    holders.forEach(
        (key, holder) -> simulation.registry().register(name + ".genesis." + key, holder));
    simulation.add(cycle);
    return cycle.gauges();
  }

  private BuildContext context(String network) {
    NetworkSpec spec = parts.get(network).spec();
    Asset asset = assets.get(spec.asset());
    return new BuildContext(
        network, asset.key(), asset.decimals(), calendar.start(), 0, spec.unit().boost());
  }

  private Asset currency(String network) {
    return assets.values().stream()
        .filter(Asset::outside)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "networks."
                        + network
                        + ".exchange: needs a currency: an asset with `outside: true`"));
  }

  private static BigDecimal fullSupply(MarketAccounts accounts) {
    Asset token = accounts.token();
    return token.capTokens().orElse(token.toTokens(accounts.ledger().supply(token)));
  }
}
