package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.Network;
import io.depinsim.core.engine.market.MarketAccounts.TradeFlows;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import java.util.List;
import java.util.Optional;

/** Speculators and liquidity providers of a token, and what is measured of its price. */
final class TradePhase {
  private final Network network;
  private final MarketAccounts accounts;
  private final TokenDesk desk;
  private final MarketState state;
  private final Optional<SpeculationStrategy> speculators;
  private final Optional<LiquidityStrategy> liquidity;
  private final List<Buyers> buyers;
  private final Ledger ledger;
  private final ClampTelemetry clamps;
  private final ClampTelemetry.Clamp kickShort;
  private final TradeFlows speculation;
  private final TradeFlows provision;
  private final Account liquidityTokens;
  private final long entity;
  private final Draws draws = new Draws();

  TradePhase(
      Network network,
      MarketAccounts accounts,
      TokenDesk desk,
      MarketState state,
      Optional<SpeculationStrategy> speculators,
      Optional<LiquidityStrategy> liquidity,
      List<Buyers> buyers,
      long entity,
      ClampTelemetry clamps) {
    this.network = network;
    this.accounts = accounts;
    this.desk = desk;
    this.state = state;
    this.speculators = speculators;
    this.liquidity = liquidity;
    this.buyers = buyers;
    this.entity = entity;
    this.clamps = clamps;
    this.ledger = accounts.ledger();
    this.kickShort = clamps.declare(network.name() + ".kickShort");
    this.speculation = accounts.trades("speculators");
    this.provision = accounts.trades("liquidity");
    this.liquidityTokens =
        ledger.open(network.name() + ".liquidity.tokens", accounts.token(), AccountClass.WALLET, 1);
  }

  /** Those who come with money do so at the launch. */
  void open() {
    Account outside = ledger.outsideAccount(accounts.currency());
    Asset currency = accounts.currency();
    speculators.ifPresent(
        s ->
            ledger.transfer(
                accounts.opening(),
                outside,
                accounts.speculatorCurrency(),
                currency.toMinor(s.openingCurrency())));
    liquidity.ifPresent(
        l ->
            ledger.transfer(
                accounts.opening(),
                outside,
                accounts.liquidityCurrency(),
                currency.toMinor(l.openingCurrency())));
    state.changeShares(0, accounts.poolCurrency().total());
  }

  /** What speculators see now. */
  SpeculationStrategy.View view(double months) {
    double users = 0;
    double addressable = 0;
    for (Buyers b : buyers) {
      users += b.table().totalUsers();
      addressable += b.table().potential();
    }
    return new SpeculationStrategy.View(
        months,
        desk.price(),
        state.get(Figure.REVENUE_PER_YEAR),
        users,
        addressable,
        state.servedShare(),
        accounts.network().circulating());
  }

  /** Speculators trade toward what the token is worth to them. */
  void speculate(long tick, double months) {
    if (speculators.isEmpty()) {
      return;
    }
    SpeculationStrategy.View view = view(months);
    state.set(Figure.FUNDAMENTAL, speculators.get().fundamental(view));
    network.streams().seek(draws, Purpose.SENTIMENT, entity, tick);
    double share =
        speculators
            .get()
            .trade(
                view,
                draws,
                (limit, bound) -> clamps.declare(network.name() + "." + limit).note(bound));
    if (share > 0) {
      buy(part(accounts.speculatorCurrency().total(), share));
    } else {
      sell(part(accounts.speculatorTokens().total(), -share));
    }
  }

  /** Speculators trade once, whatever they think, until the price has changed by a factor. */
  void kick(double factor) {
    double root = StrictMath.sqrt(factor);
    double kept = 1 - desk.exchange().fee();
    double size = factor > 1 ? (root - 1) / kept : (1 / root - 1) / kept;
    Account reserve = factor > 1 ? accounts.poolCurrency() : accounts.poolTokens();
    Account purse = factor > 1 ? accounts.speculatorCurrency() : accounts.speculatorTokens();
    long wanted = (long) StrictMath.floor(size * reserve.total());
    kickShort.note(wanted > purse.total());
    long amount = Math.min(wanted, purse.total());
    if (factor > 1) {
      buy(amount);
    } else {
      sell(amount);
    }
  }

  private void buy(long currency) {
    if (currency > 0) {
      desk.buy(speculation, accounts.speculatorCurrency(), currency, accounts.speculatorTokens());
    }
  }

  private void sell(long tokens) {
    if (tokens > 0) {
      desk.sell(speculation, accounts.speculatorTokens(), tokens, accounts.speculatorCurrency());
    }
  }

  /** Liquidity providers move toward the share they want to have in the exchange. */
  void provide(double months) {
    if (liquidity.isEmpty() || desk.exogenous()) {
      return;
    }
    LiquidityStrategy strategy = liquidity.get();
    LiquidityStrategy.View view =
        new LiquidityStrategy.View(
            state.get(Figure.FEE_YIELD), StrictMath.sqrt(state.get(Figure.VARIANCE)));
    double inside =
        2.0
            * accounts.poolCurrency().total()
            * state.providedShares()
            / Math.max(1, state.allShares());
    double wealth = inside + accounts.liquidityCurrency().total();
    double change = strategy.wantedShare(view) * wealth - inside;
    double most = strategy.pace(months) * wealth;
    double limited = Math.max(-most, Math.min(most, change));
    if (limited > 0) {
      add((long) StrictMath.floor(Math.min(limited, accounts.liquidityCurrency().total())));
    } else if (inside > 0) {
      remove(part(state.providedShares(), Math.min(1, -limited / inside)));
    }
  }

  /**
   * Half of the money buys tokens, which join the reserves with as much of the rest as they match.
   */
  private void add(long currency) {
    Account purse = accounts.liquidityCurrency();
    Account money = accounts.poolCurrency();
    Account tokens = accounts.poolTokens();
    if (currency < 2) {
      return;
    }
    long half = currency / 2;
    desk.buy(provision, purse, half, liquidityTokens);
    long matched = WideMath.mulDivFloor(liquidityTokens.total(), money.total(), tokens.total());
    long joined = Math.min(currency - half, matched);
    long joinedTokens =
        Math.min(
            liquidityTokens.total(), WideMath.mulDivFloor(joined, tokens.total(), money.total()));
    long shares = WideMath.mulDivFloor(state.allShares(), joined, money.total());
    ledger.transfer(accounts.reserves(), purse, money, joined);
    ledger.transfer(accounts.reserveTokens(), liquidityTokens, tokens, joinedTokens);
    state.changeShares(shares, shares);
  }

  /** Takes a part of both reserves out and sells the tokens. */
  private void remove(long shares) {
    Account money = accounts.poolCurrency();
    Account tokens = accounts.poolTokens();
    if (shares == 0 || shares >= state.allShares()) {
      return;
    }
    long currencyOut = WideMath.mulDivFloor(money.total(), shares, state.allShares());
    long tokensOut = WideMath.mulDivFloor(tokens.total(), shares, state.allShares());
    ledger.transfer(accounts.reserves(), money, accounts.liquidityCurrency(), currencyOut);
    ledger.transfer(accounts.reserveTokens(), tokens, liquidityTokens, tokensOut);
    state.changeShares(-shares, -shares);
    desk.sell(provision, liquidityTokens, liquidityTokens.total(), accounts.liquidityCurrency());
  }

  /** Notes price, volatility and what the exchange has earned in the period. */
  void measure(double months) {
    double price = desk.price();
    double last = state.get(Figure.LAST_PRICE);
    if (last > 0 && price > 0) {
      double step = StrictMath.log(price / last);
      state.average(Figure.VARIANCE, 12 / months * step * step, months);
      double reserves = 2.0 * accounts.poolCurrency().total();
      double earned = desk.exchange().fee() * state.get(Figure.TURNOVER);
      state.average(Figure.FEE_YIELD, reserves > 0 ? 12 / months * earned / reserves : 0, months);
    }
    state.set(Figure.LAST_PRICE, price);
    state.set(Figure.TURNOVER, 0);
  }

  private static long part(long amount, double share) {
    return Math.min(amount, (long) StrictMath.floor(amount * Math.min(1, share)));
  }
}
