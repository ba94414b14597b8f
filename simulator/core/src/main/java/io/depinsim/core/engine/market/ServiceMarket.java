package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.SettledMarket;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.engine.service.JobService;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.market.ServicePricing;
import io.depinsim.core.market.TokenExchange;
import io.depinsim.core.random.Entity;
import io.depinsim.core.scenario.FeeSpec;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.time.Ticks;
import io.depinsim.core.world.ProviderTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One network's markets, ready to be stepped by {@link MarketEpoch}. */
public final class ServiceMarket implements SettledMarket {
  private final Network network;
  private final MarketAccounts accounts;
  private final Rules rules;
  private final Ticks ticks;
  private final Ticks settlements;
  private final List<OwnerSegment> segments;
  private final List<Buyers> buyers;
  private final List<HolderSales> holders;
  private final List<MarketShock> shocks;
  private final MarketState state;
  private final TokenDesk desk;
  private final SellOrders orders;
  private final Optional<PeriodService> service;
  private final Optional<JobsPhase> jobs;
  private final Optional<MarketSight> sight;
  private final Optional<FeePhase> fees;
  private final TradePhase trade;
  private final Flow holderSpending;
  private final Account outside;
  private final BigDecimal openingTokens;
  private final BigDecimal openingCurrency;
  private final long entity;
  private final double months;
  private final long[] work;
  private final long[] share;

  /**
   * Rules of one network's markets.
   *
   * @param exchange where the token is traded
   * @param service what service costs and how it is paid and waited for; empty for none
   * @param speculators who trades on expectations
   * @param liquidity who lends reserves
   * @param openingTokens tokens the exchange opens with, whole tokens
   * @param openingCurrency money it opens with, whole units; 0 with a price from outside
   */
  public record Rules(
      TokenExchange exchange,
      Optional<Service> service,
      Optional<SpeculationStrategy> speculators,
      Optional<LiquidityStrategy> liquidity,
      BigDecimal openingTokens,
      BigDecimal openingCurrency) {}

  /**
   * Rules of service.
   *
   * @param pricing what it costs
   * @param queue how it is waited for
   * @param fees what becomes of what users pay
   * @param burnTreasuryShare whether a self-sustaining network burns the treasury's share
   * @param jobs where service is given job by job; empty for populations
   */
  public record Service(
      ServicePricing pricing,
      QueueSpec queue,
      FeeSpec fees,
      boolean burnTreasuryShare,
      Optional<JobService> jobs) {}

  /**
   * Markets from their parts.
   *
   * @param ticks ends of market periods
   * @param settlements ends of epochs of the network
   * @param segments cohorts of owners, which is how their rows lie in the provider table
   * @param holders holders of genesis tokens who sell
   */
  public ServiceMarket(
      Network network,
      MarketAccounts accounts,
      Rules rules,
      Ticks ticks,
      Ticks settlements,
      List<OwnerSegment> segments,
      List<Buyers> buyers,
      List<HolderSales> holders,
      List<MarketShock> shocks,
      ClampTelemetry clamps) {
    this.network = network;
    this.accounts = accounts;
    this.rules = rules;
    this.ticks = ticks;
    this.settlements = settlements;
    this.segments = List.copyOf(segments);
    this.buyers = List.copyOf(buyers);
    this.holders = List.copyOf(holders);
    this.shocks = List.copyOf(shocks);
    this.openingTokens = rules.openingTokens();
    this.openingCurrency = rules.openingCurrency();
    this.months = ticks.months();
    this.entity = Entity.of(Entity.cohortCode(network.name()), 0);
    String name = network.name();
    this.state =
        new MarketState(rules.service().map(s -> s.pricing().tiers()).orElse(1), segments.size());
    // What was minted before the start is nobody's income now.
    state.markMinted(accounts.network().minted().mark());
    this.desk = new TokenDesk(name, accounts, rules.exchange(), state, network.stage(), clamps);
    this.orders = new SellOrders(name, accounts, desk, holders.size() + segments.size());
    this.sight =
        rules
            .service()
            .map(
                s ->
                    new MarketSight(
                        network,
                        s.pricing(),
                        this.segments,
                        this.buyers,
                        this.shocks,
                        state,
                        clamps,
                        s.fees().nodes()));
    this.jobs =
        rules
            .service()
            .flatMap(Service::jobs)
            .map(job -> new JobsPhase(sight.orElseThrow(), job, accounts));
    this.service =
        rules
            .service()
            .map(
                s ->
                    jobs.isPresent()
                        ? jobs.get()
                        : new ServicePhase(sight.orElseThrow(), s.queue()));
    this.fees =
        rules
            .service()
            .map(
                s ->
                    new FeePhase(
                        name,
                        accounts,
                        s.fees(),
                        s.burnTreasuryShare(),
                        holdingPeriods(s.fees()),
                        state,
                        network.stage(),
                        desk,
                        clamps));
    this.trade =
        new TradePhase(
            network,
            accounts,
            desk,
            state,
            rules.speculators(),
            rules.liquidity(),
            this.buyers,
            entity,
            clamps);
    Ledger ledger = accounts.ledger();
    this.holderSpending = ledger.flow(name + ".holdersSpend", accounts.currency());
    this.outside = ledger.outsideAccount(accounts.currency());
    this.work = new long[network.providers().rows()];
    this.share = new long[network.providers().rows()];
  }

  private double holdingPeriods(FeeSpec spec) {
    return spec.holding() == null
        ? 0
        : spec.holding().fixedMicros() / (months * Ticks.MICROS_PER_MONTH);
  }

  // What others look at

  /** The network. */
  public Network network() {
    return network;
  }

  /** Its market accounts. */
  public MarketAccounts accounts() {
    return accounts;
  }

  /** Its figures. */
  public MarketState state() {
    return state;
  }

  /** Service job by job, as state; empty where populations are served. */
  public Optional<StateOwner> jobs() {
    return jobs.map(j -> j);
  }

  /** How its allocators are chosen; empty where populations are served. */
  public Optional<AllocatorMarket> allocators() {
    return jobs.flatMap(JobsPhase::allocators);
  }

  /** Its rules. */
  public Rules rules() {
    return rules;
  }

  /** Its cohorts of owners. */
  public List<OwnerSegment> segments() {
    return segments;
  }

  /** Its cohorts of consumers. */
  public List<Buyers> buyers() {
    return buyers;
  }

  /** Tokens handed in for sale. */
  public SellOrders orders() {
    return orders;
  }

  /** Place of a cohort of owners among the sellers. */
  int seller(OwnerSegment segment) {
    return holders.size() + segments.indexOf(segment);
  }

  /** What selling so many tokens at once would fetch, currency; moves nothing. */
  public double worth(double tokens) {
    return desk.worth(tokens);
  }

  /** What speculators would see now. */
  SpeculationStrategy.View view() {
    return trade.view(months);
  }

  /** What service is worth beyond what it costs; only for markets with service. */
  MarketSight.Surplus surplus(long now) {
    return sight.orElseThrow().surplus(now);
  }

  Ticks ticks() {
    return ticks;
  }

  Ticks settlements() {
    return settlements;
  }

  List<MarketShock> shocks() {
    return shocks;
  }

  @Override
  public double revenueOfPeriod() {
    return state.get(Figure.REVENUE) - state.get(Figure.REVENUE_SETTLED);
  }

  @Override
  public double price() {
    return desk.price();
  }

  // Launch

  /** Whether there are the tokens and the money with which the exchange opens. */
  public boolean canOpen() {
    long tokens = accounts.token().toMinor(openingTokens);
    long money = desk.exogenous() ? 0 : accounts.currency().toMinor(openingCurrency);
    return accounts.network().holders().total() >= tokens
        && accounts.treasuryCurrency().total() >= money;
  }

  /** Opens the exchange and lets those in who come with money. */
  public void open() {
    Ledger ledger = accounts.ledger();
    ledger.transfer(
        accounts.openingTokens(),
        accounts.network().holders(),
        accounts.poolTokens(),
        accounts.token().toMinor(openingTokens));
    if (!desk.exogenous()) {
      ledger.transfer(
          accounts.opening(),
          accounts.treasuryCurrency(),
          accounts.poolCurrency(),
          accounts.currency().toMinor(openingCurrency));
    }
    trade.open();
    state.set(Figure.LAST_PRICE, desk.price());
  }

  // Steps of a market period, see MarketEpoch

  void offer(long now, long tick) {
    service.ifPresent(s -> s.offer(now, tick));
  }

  void demand(long now) {
    service.ifPresent(s -> s.demand(now, months));
  }

  void serve(long now) {
    service.ifPresent(s -> s.serve(now, months));
  }

  /** Consumers want service for the first time, where jobs are served one by one. */
  public void openJobs(long now) {
    jobs.orElseThrow().open(now, months);
  }

  void collectFees() {
    service.ifPresent(s -> fees.orElseThrow().collect(s.due(months), months));
    jobs.ifPresent(j -> j.payAllocators(months));
  }

  void advancePrice(long now, long tick) {
    rules.exchange().advance(now, months, tick, entity, network.streams());
  }

  void buyForFees() {
    if (launched()) {
      fees.ifPresent(FeePhase::payInTokens);
    }
  }

  void buyAndBurn() {
    if (launched()) {
      fees.ifPresent(FeePhase::buyAndBurn);
    }
  }

  /** Sells one part of what is left until the next settlement; the last period sells the rest. */
  void sellOrders(long now, long tick) {
    if (launched()) {
      long next = ticks.instant(tick + 1);
      long settlement = settlements.firstFrom(now);
      orders.execute(settlement < next ? 1 : 1 + (settlement - now) / (next - now));
    }
  }

  void speculate(long tick) {
    if (launched()) {
      trade.speculate(tick, months);
    }
  }

  void provideLiquidity() {
    if (launched()) {
      trade.provide(months);
    }
  }

  void measurePrice() {
    trade.measure(months);
  }

  void kick(double factor) {
    if (launched()) {
      trade.kick(factor);
    }
  }

  // Steps of a settlement, see MarketEpoch

  /** Fees go to those who are connected, by capacity; for jobs, to those who did them. */
  void distributeFees() {
    ProviderTable table = network.providers();
    for (int row = 0; row < work.length; row++) {
      work[row] = table.quality(row);
    }
    jobs.ifPresent(j -> j.takeEarned(work));
    Account money = accounts.nodeFees();
    double income = 0;
    long due = money.total();
    if (ExactSplit.split(work, due, share) > 0) {
      income = accounts.currency().toTokensRounded(due);
      for (OwnerSegment s : segments) {
        payFees(s);
      }
    }
    Account tokens = accounts.nodeTokens();
    long dueTokens = tokens.total();
    if (ExactSplit.split(work, dueTokens, share) > 0) {
      income += accounts.token().toTokensRounded(dueTokens) * price();
      accounts
          .ledger()
          .pay(accounts.distributedTokens(), tokens, share, accounts.network().wallet());
    }
    state.set(Figure.FEE_INCOME, income / settlements.months());
  }

  private void payFees(OwnerSegment s) {
    int rows = s.owners().rows();
    long[] part = new long[rows];
    System.arraycopy(share, s.firstRow(), part, 0, rows);
    accounts.ledger().pay(accounts.distributed(), accounts.nodeFees(), part, s.cash());
    long[] earned = s.owners().earned();
    for (int row = 0; row < rows; row++) {
      earned[row] += part[row];
    }
  }

  /** Notes what a unit of capacity has earned since the latest settlement, per month. */
  void noteIncome() {
    Flow minted = accounts.network().minted();
    double tokens = accounts.token().toTokensRounded(minted.since(state.mintedMark()));
    state.markMinted(minted.mark());
    double units = state.get(Figure.UNITS);
    double emission = tokens * price() / settlements.months();
    state.set(Figure.EMISSION_INCOME, emission);
    double income = state.get(Figure.FEE_INCOME) + emission;
    state.set(Figure.INCOME_PER_UNIT, units > 0 ? income / units : 0);
    state.set(Figure.REVENUE_SETTLED, state.get(Figure.REVENUE));
  }

  /** Holders spend what they have earned and hand in what they sell next. */
  void placeHolderOrders() {
    for (int i = 0; i < holders.size(); i++) {
      holders.get(i).settle(orders, i, holderSpending, outside, price(), settlements.months());
    }
  }

  /** Counts capacity after one cohort of owners has connected and disconnected machines. */
  void countCapacity(OwnerSegment changed, long now) {
    int index = segments.indexOf(changed);
    state.machinesOf()[index] = changed.machines();
    state.orderedOf()[index] = changed.ordered();
    double machines = 0;
    double units = 0;
    double coming = 0;
    double outsiders = 0;
    for (int i = 0; i < segments.size(); i++) {
      OwnerSegment s = segments.get(i);
      double capacity = (double) state.machinesOf()[i] * s.terms().capacity();
      machines += state.machinesOf()[i];
      units += capacity;
      coming += (double) state.orderedOf()[i] * s.terms().capacity();
      outsiders += s.project() ? 0 : capacity;
    }
    state.set(Figure.MACHINES, machines);
    state.set(Figure.UNITS, units);
    state.set(Figure.UNITS_COMING, coming);
    state.set(Figure.OUTSIDER_UNITS, outsiders);
    jobs.ifPresent(j -> j.connectMachines(changed, now));
  }

  /** What owners owe for energy and repairs and which machines they have lost since last asked. */
  void takeUpkeep(OwnerSegment s, long[] due, long[] lost, long now) {
    jobs.ifPresent(j -> j.takeUpkeep(s, due, lost, now));
  }

  /** Whether machines wear, draw power or are taken back, so that owners pay for that. */
  boolean wears() {
    return jobs.map(JobsPhase::wears).orElse(false);
  }

  private boolean launched() {
    return network.stage().launched();
  }
}
