package io.depinsim.core.engine.market;

import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.engine.service.JobGauges;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** The metrics of one network's markets. Keys are {@code network.metric}. */
public final class MarketGauges {
  private static final double FLOAT_SHARE = 0.01;

  private final ServiceMarket market;
  private final MarketAccounts accounts;
  private final MarketState state;
  private final Asset token;
  private final String money;
  private final BigDecimal fullSupply;
  private final List<Gauge> gauges = new ArrayList<>();

  private final LongSupplier now;

  private MarketGauges(ServiceMarket market, BigDecimal fullSupply, LongSupplier now) {
    this.now = now;
    this.market = market;
    this.accounts = market.accounts();
    this.state = market.state();
    this.token = accounts.token();
    this.money = accounts.currency().key();
    this.fullSupply = fullSupply;
  }

  /**
   * All metrics, in the order they are listed.
   *
   * @param fullSupply tokens there can ever be: the cap, or what exists at the start
   * @param now tells the time, microseconds since the start
   */
  public static List<Gauge> of(ServiceMarket market, BigDecimal fullSupply, LongSupplier now) {
    MarketGauges all = new MarketGauges(market, fullSupply, now);
    all.price();
    all.holders();
    all.trades();
    if (market.rules().service().isPresent()) {
      all.service();
      all.consumers();
      all.welfare();
    }
    all.supplySide();
    market.rules().service().ifPresent(all::jobs);
    return List.copyOf(all.gauges);
  }

  private void price() {
    String family = "Price";
    add(
        "price",
        "Price",
        money + "/" + token.key(),
        "price at the exchange; 0 before the launch",
        family,
        Direction.NEITHER,
        market::price);
    add(
        "marketCap",
        "Market capitalisation",
        money,
        "price times circulating supply",
        family,
        Direction.HIGHER,
        () -> market.price() * accounts.network().circulating());
    add(
        "fullyDilutedValue",
        "Fully diluted value",
        money,
        "price times all tokens there can ever be",
        family,
        Direction.NEITHER,
        () -> market.price() * fullSupply.doubleValue());
    add(
        "floatProceeds",
        "Proceeds of selling 1 % of the float",
        money,
        "what the exchange would pay for 1 % of circulating supply at once",
        family,
        Direction.HIGHER,
        () -> market.worth(FLOAT_SHARE * accounts.network().circulating()));
    add(
        "fundamental",
        "Fundamental value",
        money + "/" + token.key(),
        "what the token was worth to speculators in the latest market period",
        family,
        Direction.NEITHER,
        () -> state.get(Figure.FUNDAMENTAL));
    add(
        "stage",
        "Stage",
        "1",
        "0 inception, 1 launched, 2 self-sustaining",
        "Stages",
        Direction.NEITHER,
        () -> market.network().stage().stage().ordinal());
  }

  private void holders() {
    String family = "Supply by holder";
    tokens("exchangeTokens", "Exchange", "reserves of the exchange", accounts.poolTokens());
    tokens("treasuryTokens", "Treasury", "tokens of the treasury", accounts.treasuryTokens());
    tokens("speculatorTokens", "Speculators", "tokens of speculators", accounts.speculatorTokens());
    tokens("userTokens", "Users", "tokens bought ahead of use", accounts.userTokens());
    add(
        "onSale",
        "On sale",
        token.key(),
        "tokens handed in for sale and not yet sold",
        family,
        Direction.NEITHER,
        () -> token.toTokensRounded(market.orders().open()));
    String own = market.network().name() + ".holders.";
    for (Account account : accounts.ledger().listAccounts()) {
      if (account.name().startsWith(own)) {
        String who = account.name().substring(own.length());
        tokens("tokensOf." + who, "Unlocked, " + who, "unlocked tokens of " + who, account);
      }
    }
    add(
        "treasury",
        "Money of the treasury",
        money,
        "currency of the treasury",
        "Treasury",
        Direction.NEITHER,
        () -> currency(accounts.treasuryCurrency()));
    add(
        "speculatorMoney",
        "Money of speculators",
        money,
        "currency of speculators",
        "Treasury",
        Direction.NEITHER,
        () -> currency(accounts.speculatorCurrency()));
    add(
        "exchangeMoney",
        "Money of the exchange",
        money,
        "currency reserves of the exchange",
        "Treasury",
        Direction.NEITHER,
        () -> currency(accounts.poolCurrency()));
  }

  /** Tokens that have changed hands on the exchange, by who came with them or with money. */
  private void trades() {
    for (String who : List.of("sellers", "users", "burn", "speculators", "liquidity")) {
      String flow = market.network().name() + "." + who + ".tokensTraded";
      accounts
          .ledger()
          .findFlow(flow)
          .ifPresent(
              traded ->
                  add(
                      "tokensTraded." + who,
                      "Traded, " + who,
                      token.key(),
                      "tokens bought and sold so far: flow " + flow,
                      "Trades",
                      Direction.NEITHER,
                      () -> traded.totalTokens().doubleValue()));
    }
  }

  private void service() {
    String family = "Service";
    var service = market.rules().service().orElseThrow();
    var pricing = service.pricing();
    boolean jobs = service.jobs().isPresent();
    for (int i = 0; i < pricing.tiers(); i++) {
      int tier = i;
      String suffix = pricing.tierName(tier).isEmpty() ? "" : "." + pricing.tierName(tier);
      String of = pricing.tierName(tier).isEmpty() ? "" : ", " + pricing.tierName(tier);
      add(
          "servicePrice" + suffix,
          "Service price" + of,
          money + "/unit",
          "price of a unit of service",
          family,
          Direction.LOWER,
          () -> pricing.price(tier));
      add(
          "wait" + suffix,
          (jobs ? "Wait" : "Expected wait") + of,
          "h",
          jobs
              ? "mean wait of jobs that began or were withdrawn in the latest market period"
              : "approximation of Sakasegawa for M/M/c; with more demand than capacity plus the wait at which the rest has been withdrawn",
          family,
          Direction.LOWER,
          () -> state.waitHours()[tier]);
    }
    add(
        "demand",
        "Demand",
        "unit/month",
        "service demanded in the latest market period",
        family,
        Direction.HIGHER,
        () -> state.get(Figure.DEMAND));
    add(
        "served",
        "Served",
        "unit/month",
        "service given in the latest market period",
        family,
        Direction.HIGHER,
        () -> state.get(Figure.SERVED));
    add(
        "servedShare",
        "Share of demand served",
        "1",
        "served over demanded; 1 without demand",
        family,
        Direction.HIGHER,
        state::servedShare);
    add(
        "utilisation",
        "Utilisation",
        "1",
        "demand over working capacity, at most 1",
        family,
        Direction.NEITHER,
        state::utilisation);
    add(
        "revenue",
        "Revenue",
        money + "/year",
        "what users pay, averaged over about three months",
        family,
        Direction.HIGHER,
        () -> state.get(Figure.REVENUE_PER_YEAR));
    add(
        "revenueTotal",
        "Revenue so far",
        money,
        "all that users have paid",
        family,
        Direction.HIGHER,
        () -> state.get(Figure.REVENUE));
    add(
        "subsidyShare",
        "Subsidy share",
        "1",
        "share of providers' income that is emission, by the latest settlement",
        "Sustainability",
        Direction.LOWER,
        this::subsidyShare);
  }

  private void jobs(ServiceMarket.Service service) {
    List<String> tiers = new ArrayList<>();
    for (int tier = 0; tier < service.pricing().tiers(); tier++) {
      tiers.add(service.pricing().tierName(tier));
    }
    service.jobs().ifPresent(jobs -> gauges.addAll(JobGauges.of(jobs, tiers, money, now)));
  }

  private double subsidyShare() {
    double emission = state.get(Figure.EMISSION_INCOME);
    double income = emission + state.get(Figure.FEE_INCOME);
    return income > 0 ? emission / income : 0;
  }

  private void consumers() {
    String family = "Consumers";
    for (Buyers b : market.buyers()) {
      String who = b.table().name();
      add(
          "users." + who,
          "Users, " + who,
          "users",
          "people who use the service",
          family,
          Direction.HIGHER,
          b.table()::totalUsers);
      if (b.outside().isPresent()) {
        add(
            "outsideUsers." + who,
            "Central provider's users, " + who,
            "users",
            "people who use the central provider",
            family,
            Direction.NEITHER,
            b.table()::totalOutsideUsers);
      }
      if (b.table().churns()) {
        add(
            "churned." + who,
            "Turned away, " + who,
            "users",
            "people who left after they had come to believe less, and use nothing for now",
            family,
            Direction.LOWER,
            b.table()::totalChurned);
      }
      add(
          "belief." + who,
          "Believed quality, " + who,
          "1",
          "share of service that is believed to arrive, first tier",
          family,
          Direction.HIGHER,
          () -> b.table().belief()[0]);
    }
    add(
        "users",
        "Users",
        "users",
        "people who use the service, all cohorts",
        family,
        Direction.HIGHER,
        () -> market.view().users());
  }

  private void welfare() {
    String family = "Welfare";
    String unit = money + "/month";
    add(
        "consumerSurplus",
        "Consumer surplus",
        unit,
        "share of demand served times what units are worth to their users beyond price and wait, or beyond the central provider's offer where that is better, at the present price; without users on record, who have no limit",
        family,
        Direction.HIGHER,
        () -> market.surplus(now.getAsLong()).consumers());
    add(
        "providerSurplus",
        "Provider surplus",
        unit,
        "providers' share of what users pay at the present price, less what connected machines cost to run and are worth to idle owners otherwise; without emission",
        family,
        Direction.HIGHER,
        () -> market.surplus(now.getAsLong()).providers());
    add(
        "welfare",
        "Welfare",
        unit,
        "consumer surplus and all that users pay, less what connected machines cost to run and are worth to idle owners otherwise",
        family,
        Direction.HIGHER,
        () -> {
          MarketSight.Surplus s = market.surplus(now.getAsLong());
          return s.consumers() + s.revenue() - s.cost();
        });
  }

  private void supplySide() {
    String family = "Providers";
    add(
        "machines",
        "Machines",
        "machines",
        "machines that serve",
        family,
        Direction.HIGHER,
        () -> state.get(Figure.MACHINES));
    add(
        "capacity",
        "Capacity",
        "unit/month",
        "service that connected machines can give",
        family,
        Direction.HIGHER,
        () -> state.get(Figure.UNITS));
    add(
        "capacityComing",
        "Capacity on order",
        "unit/month",
        "service that ordered machines will give",
        family,
        Direction.NEITHER,
        () -> state.get(Figure.UNITS_COMING));
    add(
        "externalShare",
        "Share of external nodes",
        "1",
        "capacity that is not the project's over all; 0 without capacity",
        "Decentralisation",
        Direction.HIGHER,
        () ->
            state.get(Figure.UNITS) > 0
                ? state.get(Figure.OUTSIDER_UNITS) / state.get(Figure.UNITS)
                : 0);
    add(
        "incomePerUnit",
        "Income per unit",
        money + "/unit",
        "income of a unit of capacity by the latest settlement, fees and tokens at their price, over the month",
        family,
        Direction.NEITHER,
        () -> state.get(Figure.INCOME_PER_UNIT));
  }

  private void tokens(String key, String label, String formula, Account account) {
    add(
        key,
        label,
        token.key(),
        formula,
        "Supply by holder",
        Direction.NEITHER,
        () -> token.toTokensRounded(account.total()));
  }

  private static double currency(Account account) {
    return account.asset().toTokensRounded(account.total());
  }

  private void add(
      String key,
      String label,
      String unit,
      String formula,
      String family,
      Direction better,
      DoubleSupplier value) {
    gauges.add(
        new Gauge(
            new MetricDefinition(
                market.network().name() + "." + key, label, unit, formula, family, better),
            value));
  }
}
