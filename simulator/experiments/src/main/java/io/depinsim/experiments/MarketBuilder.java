package io.depinsim.experiments;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.GenesisHolder;
import io.depinsim.core.engine.StateRegistry;
import io.depinsim.core.engine.market.Buyers;
import io.depinsim.core.engine.market.CentralProvider;
import io.depinsim.core.engine.market.DemandModel;
import io.depinsim.core.engine.market.HolderSales;
import io.depinsim.core.engine.market.LiquidityStrategy;
import io.depinsim.core.engine.market.MarketAccounts;
import io.depinsim.core.engine.market.MarketShock;
import io.depinsim.core.engine.market.OwnerSegment;
import io.depinsim.core.engine.market.ServiceMarket;
import io.depinsim.core.engine.market.SpeculationStrategy;
import io.depinsim.core.engine.service.JobService;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.market.ServicePricing;
import io.depinsim.core.market.TokenExchange;
import io.depinsim.core.random.CohortCodes;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.ConsumerSpec;
import io.depinsim.core.scenario.GenesisSpec.HolderSpec;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.ConsumerTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the markets of one network: rules, accounts, consumers, holders who sell. */
final class MarketBuilder {
  private static final Span WEEK = new Span(1, SpanUnit.WEEKS);

  private final Scenario scenario;
  private final SimulationCalendar calendar;
  private final Asset currency;
  private final Map<String, CentralProvider> central;
  private final Streams streams;
  private final JobsBuilder jobs;
  private final StateRegistry registry;
  private final ClampTelemetry clamps;

  MarketBuilder(
      Scenario scenario,
      SimulationCalendar calendar,
      Asset currency,
      Map<String, CentralProvider> central,
      Streams streams,
      JobsBuilder jobs,
      StateRegistry registry,
      ClampTelemetry clamps) {
    this.scenario = scenario;
    this.calendar = calendar;
    this.currency = currency;
    this.central = central;
    this.streams = streams;
    this.jobs = jobs;
    this.registry = registry;
    this.clamps = clamps;
  }

  /**
   * The markets of a network that has an exchange.
   *
   * @param accounts opened already, since owners of the network may have the treasury as purse
   */
  ServiceMarket build(
      String name,
      NetworkSpec spec,
      NetworkBuilder.Built built,
      MarketAccounts accounts,
      List<OwnerSegment> segments,
      BuildContext context) {
    Optional<ServicePricing> pricing = optional(spec.pricing(), ServicePricing.class, context);
    TokenExchange exchange = spec.exchange().build(TokenExchange.class, context);
    requireOpening(name, spec, exchange);
    requireTokens(name, spec);
    registry.register(name + ".exchange", exchange);
    pricing.ifPresent(p -> registry.register(name + ".pricing", p));
    Optional<SpeculationStrategy> speculators =
        optional(spec.speculators(), SpeculationStrategy.class, context);
    speculators.ifPresent(s -> registry.register(name + ".speculators", s));
    List<Buyers> buyers = buyers(name, pricing, context);
    List<MarketShock> shocks = shocks(name, context, exchange);
    List<ServiceMarket> self = new ArrayList<>(1);
    Optional<JobService> served =
        spec.service() == NetworkSpec.Service.jobs
            ? Optional.of(
                jobs.build(
                    name,
                    spec,
                    built.network().providers().rows(),
                    pricing.orElseThrow().tiers(),
                    currency.toMinor(BigDecimal.ONE),
                    segments,
                    buyers,
                    shocks,
                    context,
                    () -> self.get(0).openJobs(0)))
            : Optional.empty();
    ServiceMarket.Rules rules =
        new ServiceMarket.Rules(
            exchange,
            pricing.map(p -> service(spec, p, served)),
            speculators,
            optional(spec.liquidity(), LiquidityStrategy.class, context),
            spec.opening().exchangeTokens(),
            exchange.exogenous() ? BigDecimal.ZERO : spec.opening().exchangeCurrency());
    ServiceMarket market =
        new ServiceMarket(
            built.network(),
            accounts,
            rules,
            new Ticks(calendar, spec.clock().market() == null ? WEEK : spec.clock().market()),
            new Ticks(calendar, spec.clock().settlement()),
            segments,
            buyers,
            holders(name, spec, built.holders()),
            shocks,
            clamps);
    self.add(market);
    registry.register(name + ".market", market.state());
    market.jobs().ifPresent(state -> registry.register(name + ".jobs", state));
    built.network().openMarket(market);
    fundTreasury(spec, accounts);
    if (spec.lifecycle() == null) {
      openNow(name, spec, market);
    }
    return market;
  }

  private static void requireOpening(String name, NetworkSpec spec, TokenExchange exchange) {
    boolean money = spec.opening().exchangeCurrency() != null;
    if (money == exchange.exogenous()) {
      throw new IllegalArgumentException(
          "networks."
              + name
              + ".opening.exchangeCurrency: "
              + (money
                  ? "nothing reads it where the price comes from outside. Maybe remove it."
                  : "is missing; a pool opens with money and tokens."));
    }
  }

  /** What the exchange opens with comes from holders who keep theirs; the others have their own. */
  private static void requireTokens(String name, NetworkSpec spec) {
    BigDecimal kept = BigDecimal.ZERO;
    if (spec.genesis() != null) {
      for (HolderSpec holder : spec.genesis().holders().values()) {
        kept = holder.sells() == null ? kept.add(holder.total()) : kept;
      }
    }
    if (spec.opening().exchangeTokens().compareTo(kept) > 0) {
      throw new IllegalArgumentException(
          "networks."
              + name
              + ".opening.exchangeTokens: genesis holders without `sells` have only "
              + kept.toPlainString()
              + " "
              + spec.asset()
              + ". Maybe add a holder for the exchange?");
    }
  }

  private static void openNow(String name, NetworkSpec spec, ServiceMarket market) {
    if (!market.canOpen()) {
      throw new IllegalArgumentException(
          "networks."
              + name
              + ".opening.exchangeCurrency: the treasury pays it and has less. Maybe raise `opening.treasury`?");
    }
    market.open();
  }

  private void fundTreasury(NetworkSpec spec, MarketAccounts accounts) {
    if (spec.opening().treasury() != null) {
      accounts
          .ledger()
          .transfer(
              accounts.opening(),
              accounts.ledger().outsideAccount(currency),
              accounts.treasuryCurrency(),
              currency.toMinor(spec.opening().treasury()));
    }
  }

  private static ServiceMarket.Service service(
      NetworkSpec spec, ServicePricing pricing, Optional<JobService> jobs) {
    boolean burn =
        spec.lifecycle() != null
            && spec.lifecycle().selfSustaining() != null
            && spec.lifecycle().selfSustaining().burnTreasuryShare();
    return new ServiceMarket.Service(
        pricing, spec.queue() == null ? QueueSpec.DEFAULT : spec.queue(), spec.fees(), burn, jobs);
  }

  private List<Buyers> buyers(
      String network, Optional<ServicePricing> pricing, BuildContext context) {
    CohortCodes codes = new CohortCodes(scenario.consumers().keySet());
    List<Buyers> buyers = new ArrayList<>();
    for (Map.Entry<String, ConsumerSpec> entry : scenario.consumers().entrySet()) {
      ConsumerSpec spec = entry.getValue();
      if (!spec.buys().equals(network)) {
        continue;
      }
      String name = entry.getKey();
      if (pricing.isEmpty()) {
        throw new IllegalArgumentException(
            "consumers."
                + name
                + ".buys: "
                + network
                + " sells no service. Maybe give it `pricing`?");
      }
      long[] entity = new long[spec.rows()];
      for (int row = 0; row < entity.length; row++) {
        entity[row] = codes.entity(name, row);
      }
      DemandModel model = spec.demand().build(DemandModel.class, context);
      ConsumerTable table =
          new ConsumerTable(
              name,
              (double) spec.potential() / spec.rows(),
              entity,
              pricing.get().tiers(),
              model.churns());
      model.open(table, streams);
      registry.register("consumers." + name, table);
      Optional<CentralProvider> outside = outside(name, model.outside());
      outside.ifPresent(provider -> provider.offerTo(table));
      buyers.add(new Buyers(table, model, outside));
    }
    return buyers;
  }

  private Optional<CentralProvider> outside(String consumer, String named) {
    if (named.isEmpty()) {
      return Optional.empty();
    }
    CentralProvider provider = central.get(named);
    if (provider == null) {
      throw new IllegalArgumentException(
          "consumers."
              + consumer
              + ".demand: "
              + named
              + ": no such provider under `outside`. Maybe one of "
              + scenario.outside().keySet()
              + "?");
    }
    return Optional.of(provider);
  }

  private List<HolderSales> holders(
      String network, NetworkSpec spec, Map<String, GenesisHolder> holders) {
    List<HolderSales> sales = new ArrayList<>();
    if (spec.genesis() != null) {
      spec.genesis()
          .holders()
          .forEach(
              (name, holder) -> {
                if (holder.sells() != null) {
                  HolderSales sale = new HolderSales(holders.get(name), holder.sells());
                  registry.register(network + ".holders." + name, sale);
                  sales.add(sale);
                }
              });
    }
    return sales;
  }

  private List<MarketShock> shocks(String network, BuildContext context, TokenExchange exchange) {
    List<MarketShock> shocks = new ArrayList<>();
    scenario
        .shocks()
        .forEach(
            (name, choice) -> {
              MarketShock shock = choice.build(MarketShock.class, context);
              if (!shock.network().equals(network)) {
                return;
              }
              if (shock.effect() == MarketShock.Effect.PRICE && exchange.exogenous()) {
                throw new IllegalArgumentException(
                    "shocks."
                        + name
                        + ": the price of "
                        + network
                        + " comes from outside, so no trade can kick it. Maybe write the kick into"
                        + " the price?");
              }
              shocks.add(shock);
            });
    return shocks;
  }

  private static <B> Optional<B> optional(
      KindChoice choice, Class<B> behaviour, BuildContext context) {
    return Optional.ofNullable(choice).map(c -> c.build(behaviour, context));
  }
}
