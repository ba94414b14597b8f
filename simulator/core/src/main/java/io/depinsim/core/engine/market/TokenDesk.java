package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.engine.market.MarketAccounts.TradeFlows;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.market.TokenExchange;
import java.math.BigDecimal;

/**
 * Carries out trades of a token: asks the exchange for its quote and moves both sides. With a price
 * from outside the other side is the outside world, which has money without end and the tokens that
 * were sold to it.
 */
final class TokenDesk {
  private final MarketAccounts accounts;
  private final TokenExchange exchange;
  private final MarketState state;
  private final LifeStage stage;
  private final Ledger ledger;
  private final Account outside;
  private final double minorPerToken;
  private final double minorPerCurrency;
  private final ClampTelemetry.Clamp tokensShort;

  TokenDesk(
      String network,
      MarketAccounts accounts,
      TokenExchange exchange,
      MarketState state,
      LifeStage stage,
      ClampTelemetry clamps) {
    this.accounts = accounts;
    this.exchange = exchange;
    this.state = state;
    this.stage = stage;
    this.ledger = accounts.ledger();
    this.outside = ledger.outsideAccount(accounts.currency());
    this.minorPerToken = accounts.token().toMinor(BigDecimal.ONE);
    this.minorPerCurrency = accounts.currency().toMinor(BigDecimal.ONE);
    this.tokensShort = clamps.declare(network + ".tokensOnOfferShort");
  }

  /** Price now, currency; 0 before the launch. */
  double price() {
    return stage.launched() ? exchange.price(market()) : 0;
  }

  /** What a sale would fetch, whole units of currency; moves nothing. */
  double worth(double tokens) {
    return stage.launched()
        ? exchange.sell((long) StrictMath.floor(tokens * minorPerToken), market())
            / minorPerCurrency
        : 0;
  }

  /** What quotes look at. */
  TokenExchange.Market market() {
    return new TokenExchange.Market(
        accounts.poolTokens().total(),
        accounts.poolCurrency().total(),
        minorPerToken,
        minorPerCurrency,
        state.get(Figure.MACHINES),
        accounts.network().circulating());
  }

  /**
   * Sells tokens; a sale too small for a minor unit of currency gives them away.
   *
   * @return currency received, minor units
   */
  long sell(TradeFlows flows, Account from, long tokens, Account to) {
    long money = exchange.sell(tokens, market());
    ledger.transfer(flows.tokens(), from, accounts.poolTokens(), tokens);
    ledger.transfer(flows.currency(), payer(), to, money);
    note(money);
    return money;
  }

  /**
   * Buys tokens with all of an amount, or with as much as there are tokens on offer.
   *
   * @return tokens received, minor units
   */
  long buy(TradeFlows flows, Account from, long currency, Account to) {
    TokenExchange.Market market = market();
    long tokens = exchange.buy(currency, market);
    long paid = currency;
    if (exchange.exogenous() && tokensShort.note(tokens > market.tokenReserve())) {
      paid = WideMath.mulDivFloor(currency, market.tokenReserve(), tokens);
      tokens = market.tokenReserve();
    }
    ledger.transfer(flows.currency(), from, payer(), paid);
    ledger.transfer(flows.tokens(), accounts.poolTokens(), to, tokens);
    note(paid);
    return tokens;
  }

  private void note(long money) {
    state.set(Figure.TURNOVER, state.get(Figure.TURNOVER) + money);
  }

  /** Where the exchange's money is. */
  private Account payer() {
    return exchange.exogenous() ? outside : accounts.poolCurrency();
  }

  boolean exogenous() {
    return exchange.exogenous();
  }

  TokenExchange exchange() {
    return exchange;
  }
}
