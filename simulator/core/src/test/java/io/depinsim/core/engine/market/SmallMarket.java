package io.depinsim.core.engine.market;

import io.depinsim.core.engine.GenesisHolder.UnlockPlan;
import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.GeometricDecay;
import io.depinsim.core.incentive.MonthlyEmission;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.market.ConstantPrice;
import io.depinsim.core.market.ConstantProductPool;
import io.depinsim.core.market.OutsideExchange;
import io.depinsim.core.market.PostedPricing;
import io.depinsim.core.market.ServicePricing;
import io.depinsim.core.market.TokenExchange;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.FeeSpec;
import io.depinsim.core.scenario.FeeSpec.PayIn;
import io.depinsim.core.scenario.GenesisSpec.SellsSpec;
import io.depinsim.core.scenario.LifecycleSpec;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.time.Span;
import io.depinsim.core.time.SpanUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One network with its markets, described by hand for tests. By default a token costs 1 USD
 * whatever is traded, a unit of service costs 1 USD, all fees go to providers, and everything
 * happens at the end of each calendar month.
 */
final class SmallMarket {
  /** One month of a twelfth of 365.25 days, as a span of fixed length. */
  static final Span MONTH = new Span(43_830, SpanUnit.MINUTES);

  /**
   * An allocation of the start.
   *
   * @param fromLaunch whether the plan's clock begins with launch or sale
   */
  record Allocation(double tokens, UnlockPlan plan, boolean fromLaunch, SellsSpec sells) {}

  final String name;
  final Asset token;
  TokenExchange exchange = new OutsideExchange(new ConstantPrice(new ConstantPrice.Spec(1)));
  double poolTokens = 0;
  double poolMoney = 0;
  Optional<ServicePricing> pricing = Optional.of(new PostedPricing(new PostedPricing.Spec(1)));
  FeeSpec fees = new FeeSpec(PayIn.currency, 1, 0, 0, null);
  Emission emission;
  double treasury;
  double held;
  double minedBefore;
  Span settlement = new Span(1, SpanUnit.MONTHS);
  Span ticks = new Span(1, SpanUnit.MONTHS);
  Optional<LifecycleSpec> lifecycle = Optional.empty();
  Optional<SpeculationStrategy> speculators = Optional.empty();
  Optional<LiquidityStrategy> liquidity = Optional.empty();
  final Map<String, Allocation> allocations = new LinkedHashMap<>();
  final List<Scripts.Demand> demand = new ArrayList<>();
  final List<MarketShock> shocks = new ArrayList<>();

  SmallMarket() {
    this("net", Asset.uncapped("TOK", 2));
  }

  SmallMarket(String name, Asset token) {
    this.name = name;
    this.token = token;
    this.emission = monthly(0);
  }

  private MonthlyEmission monthly(double tokens) {
    return new MonthlyEmission(
        new GeometricDecay(tokens, 0, null),
        new BuildContext(name, token.key(), token.decimals(), MarketWorld.CALENDAR.start(), 0, 1));
  }

  /** A constant-product pool. */
  SmallMarket pool(double tokens, double money, double fee) {
    exchange = new ConstantProductPool(new ConstantProductPool.Spec(fee));
    poolTokens = tokens;
    poolMoney = money;
    return this;
  }

  /** A price from outside, and tokens on offer at it. */
  SmallMarket outside(double price, double onOffer) {
    exchange = new OutsideExchange(new ConstantPrice(new ConstantPrice.Spec(price)));
    poolTokens = onOffer;
    poolMoney = 0;
    return this;
  }

  SmallMarket pricing(ServicePricing value) {
    pricing = Optional.of(value);
    return this;
  }

  SmallMarket fees(PayIn payIn, double nodes, double burn, double treasuryShare, Span holding) {
    fees = new FeeSpec(payIn, nodes, burn, treasuryShare, holding);
    return this;
  }

  /** Tokens minted in every calendar month. */
  SmallMarket emission(double perMonth) {
    emission = monthly(perMonth);
    return this;
  }

  SmallMarket emission(Emission value) {
    emission = value;
    return this;
  }

  /** Money of the treasury before the exchange opens. */
  SmallMarket treasury(double value) {
    treasury = value;
    return this;
  }

  /** Free tokens of everybody else, beyond those the exchange opens with. */
  SmallMarket held(double tokens) {
    held = tokens;
    return this;
  }

  /** Tokens the network minted before the start, in the wallet of the first owner. */
  SmallMarket minedBefore(double tokens) {
    minedBefore = tokens;
    return this;
  }

  SmallMarket settlement(long count, SpanUnit unit) {
    settlement = new Span(count, unit);
    return this;
  }

  SmallMarket ticks(long count, SpanUnit unit) {
    ticks = new Span(count, unit);
    return this;
  }

  SmallMarket holder(String who, double tokens, UnlockPlan plan, SellsSpec sells) {
    allocations.put(who, new Allocation(tokens, plan, false, sells));
    return this;
  }

  SmallMarket holderFromLaunch(String who, double tokens, UnlockPlan plan) {
    allocations.put(who, new Allocation(tokens, plan, true, null));
    return this;
  }

  SmallMarket lifecycle(LifecycleSpec value) {
    lifecycle = Optional.of(value);
    return this;
  }

  SmallMarket speculators(Scripts.Speculators value) {
    speculators = Optional.of(value);
    return this;
  }

  SmallMarket liquidity(Scripts.Liquidity value) {
    liquidity = Optional.of(value);
    return this;
  }

  SmallMarket consumers(Scripts.Demand value) {
    demand.add(value);
    return this;
  }

  SmallMarket shock(MarketShock.Effect effect, long fromMicros, long untilMicros, double factor) {
    shocks.add(new MarketShock(name, effect, fromMicros, untilMicros, factor));
    return this;
  }

  Optional<ServiceMarket.Service> service() {
    boolean burn =
        lifecycle
            .map(LifecycleSpec::selfSustaining)
            .map(LifecycleSpec.SustainSpec::burnTreasuryShare)
            .orElse(false);
    return pricing.map(
        p -> new ServiceMarket.Service(p, QueueSpec.DEFAULT, fees, burn, Optional.empty()));
  }

  /** Puts this network and its owners together, ready to run. */
  MarketWorld build(SmallOwners... owners) {
    return new MarketWorld(List.of(this), List.of(owners));
  }
}
