package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.NetworkEpoch;
import io.depinsim.core.engine.Simulation;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Streams;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.ConsumerTable;
import io.depinsim.core.world.OwnerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts small markets together in the order in which a scenario's are: every cohort joins all. */
final class MarketAssembly {
  private final Simulation simulation;
  private final ClampTelemetry clamps;
  private final Streams streams;
  private final Ledger ledger;
  private final List<SmallMarket> specs;
  private final List<SmallOwners> cohortSpecs;
  private final Map<String, OwnerTable> tables = new LinkedHashMap<>();
  private final Map<String, Account> cash = new LinkedHashMap<>();
  private final List<Network> networks = new ArrayList<>();
  private final List<Map<String, GenesisHolder>> holders = new ArrayList<>();
  private final List<MarketAccounts> accounts = new ArrayList<>();
  private final List<ServiceMarket> markets = new ArrayList<>();
  private final Map<String, OwnerCohort> cohorts = new LinkedHashMap<>();
  private Optional<LifeCycle> lifecycle = Optional.empty();

  MarketAssembly(
      Simulation simulation,
      ClampTelemetry clamps,
      Streams streams,
      List<SmallMarket> specs,
      List<SmallOwners> owners) {
    this.simulation = simulation;
    this.clamps = clamps;
    this.streams = streams;
    this.ledger = simulation.ledger();
    this.specs = specs;
    this.cohortSpecs = owners;
    owners.forEach(o -> tables.put(o.name, o.table()));
    specs.forEach(this::network);
    owners.forEach(
        o ->
            cash.put(
                o.name,
                ledger.open(o.name + ".cash", MarketWorld.USD, AccountClass.WALLET, o.rows)));
    for (int i = 0; i < specs.size(); i++) {
      market(i);
    }
    owners.forEach(this::cohort);
    for (int i = 0; i < specs.size(); i++) {
      lifecycle(i);
    }
    simulation.registry().register("clamps", clamps);
  }

  List<ServiceMarket> markets() {
    return markets;
  }

  Map<String, OwnerCohort> cohorts() {
    return cohorts;
  }

  LifeCycle lifecycle() {
    return lifecycle.orElseThrow();
  }

  private void network(SmallMarket spec) {
    int rows = cohortSpecs.stream().mapToInt(o -> o.rows).sum();
    long[] entity = new long[rows];
    int first = 0;
    for (OwnerTable table : tables.values()) {
      System.arraycopy(table.entity(), 0, entity, first, table.rows());
      first += table.rows();
    }
    TokenNetwork built = TokenNetwork.of(spec, entity, ledger, streams);
    Network network = built.network();
    simulation.registry().register(spec.name, network);
    simulation.registry().register(spec.name + ".emission", spec.emission);
    simulation.add(
        new NetworkEpoch(network, new Ticks(MarketWorld.CALENDAR, spec.settlement), clamps));
    networks.add(network);
    holders.add(built.holders());
    accounts.add(new MarketAccounts(network.accounts(), spec.name, MarketWorld.USD));
  }

  private List<OwnerSegment> segments(int place) {
    List<OwnerSegment> all = new ArrayList<>();
    int first = 0;
    for (SmallOwners o : cohortSpecs) {
      all.add(
          new OwnerSegment(
              tables.get(o.name),
              cash.get(o.name),
              place,
              first,
              o.terms(),
              o.outage,
              o.strategy.ownedByProject(),
              Entity.of(Entity.cohortCode(specs.get(place).name + "." + o.name), 0)));
      first += o.rows;
    }
    return all;
  }

  private void market(int place) {
    SmallMarket spec = specs.get(place);
    MarketAccounts a = accounts.get(place);
    List<HolderSales> sales = new ArrayList<>();
    spec.allocations.forEach(
        (who, part) -> {
          if (part.sells() != null) {
            sales.add(new HolderSales(holders.get(place).get(who), part.sells()));
          }
        });
    List<Buyers> buyers = new ArrayList<>();
    for (Scripts.Demand model : spec.demand) {
      ConsumerTable table =
          new ConsumerTable(
              spec.name + ".buyers" + buyers.size(), 1_000, new long[1], model.tiers());
      model.open(table, streams);
      buyers.add(new Buyers(table, model, Optional.empty()));
    }
    ServiceMarket market =
        new ServiceMarket(
            networks.get(place),
            a,
            new ServiceMarket.Rules(
                spec.exchange,
                spec.service(),
                spec.speculators,
                spec.liquidity,
                BigDecimal.valueOf(spec.poolTokens),
                BigDecimal.valueOf(spec.poolMoney)),
            new Ticks(MarketWorld.CALENDAR, spec.ticks),
            new Ticks(MarketWorld.CALENDAR, spec.settlement),
            segments(place),
            buyers,
            sales,
            spec.shocks,
            clamps);
    networks.get(place).openMarket(market);
    simulation.registry().register(spec.name + ".market", market.state());
    boolean opensNow = spec.lifecycle.isEmpty();
    double money = spec.treasury + (opensNow ? spec.poolMoney : 0);
    ledger.transfer(
        a.opening(),
        ledger.outsideAccount(MarketWorld.USD),
        a.treasuryCurrency(),
        MarketWorld.USD.toMinorRounded(money));
    if (opensNow) {
      market.open();
    }
    simulation.add(new MarketEpoch(market));
    markets.add(market);
  }

  private void cohort(SmallOwners o) {
    List<OwnerSegment> segments = new ArrayList<>();
    for (int place = 0; place < specs.size(); place++) {
      segments.add(segments(place).get(cohortSpecs.indexOf(o)));
    }
    OwnerTable table = tables.get(o.name);
    Ticks clock = new Ticks(MarketWorld.CALENDAR, specs.get(0).settlement);
    OwnerMoney money =
        new OwnerMoney(
            table,
            o.terms(),
            ledger,
            cash.get(o.name),
            o.strategy.ownedByProject()
                ? accounts.get(0).treasuryCurrency()
                : ledger.outsideAccount(MarketWorld.USD),
            o.sellsOfRest,
            clock.months(),
            networks.stream().mapToInt(n -> n.providers().rows()).toArray(),
            clamps);
    OwnerCohort cohort =
        new OwnerCohort(
            table,
            o.terms(),
            o.strategy,
            markets,
            segments,
            money,
            streams,
            clock.months(),
            Ticks.MICROS_PER_MONTH,
            now -> now + Math.round(o.terms().leadMonths() * Ticks.MICROS_PER_MONTH));
    simulation.registry().register("owners." + o.name, cohort);
    simulation.add(new OwnerEpoch(cohort, clock));
    cohorts.put(o.name, cohort);
  }

  private void lifecycle(int place) {
    SmallMarket spec = specs.get(place);
    spec.lifecycle.ifPresent(
        stages -> {
          List<LifeCycle.Round> rounds = new ArrayList<>();
          stages
              .rounds()
              .values()
              .forEach(
                  round ->
                      rounds.add(
                          new LifeCycle.Round(
                              round,
                              holders.get(place).get(round.holder()),
                              MarketWorld.CALENDAR.plus(0, round.earliest()))));
          LifeCycle cycle =
              new LifeCycle(
                  markets.get(place),
                  stages,
                  List.copyOf(cohorts.values()),
                  networks.get(place).genesis(),
                  rounds,
                  new Ticks(MarketWorld.CALENDAR, spec.settlement));
          simulation.registry().register(spec.name + ".lifecycle", cycle);
          simulation.add(cycle);
          lifecycle = Optional.of(cycle);
        });
  }
}
