package io.depinsim.core.engine.market;

import io.depinsim.core.engine.NetworkAccounts;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;

/**
 * Accounts of one network's markets, named {@code network.purpose}: exchange, treasury, traders,
 * fees between payment and distribution.
 */
public final class MarketAccounts {
  private final NetworkAccounts network;
  private final String name;
  private final Asset currency;
  private final Account poolTokens;
  private final Account poolCurrency;
  private final Account treasuryTokens;
  private final Account treasuryCurrency;
  private final Account speculatorTokens;
  private final Account speculatorCurrency;
  private final Account liquidityCurrency;
  private final Account userTokens;
  private final Account nodeFees;
  private final Account nodeTokens;
  private final Account burnFund;
  private final Account credits;
  private final Flow opening;
  private final Flow openingTokens;
  private final Flow fees;
  private final Flow feesInTokens;
  private final Flow burnt;
  private final Flow distributed;
  private final Flow distributedTokens;
  private final Flow reserves;
  private final Flow reserveTokens;
  private final Flow invested;

  /** Opens the accounts. */
  public MarketAccounts(NetworkAccounts network, String name, Asset currency) {
    this.network = network;
    this.name = name;
    this.currency = currency;
    Ledger ledger = network.ledger();
    Asset token = network.asset();
    this.poolTokens = ledger.open(name + ".exchange.tokens", token, AccountClass.POOL, 1);
    this.poolCurrency = ledger.open(name + ".exchange.currency", currency, AccountClass.POOL, 1);
    this.treasuryTokens = ledger.open(name + ".treasury.tokens", token, AccountClass.TREASURY, 1);
    this.treasuryCurrency =
        ledger.open(name + ".treasury.currency", currency, AccountClass.TREASURY, 1);
    this.speculatorTokens =
        ledger.open(name + ".speculators.tokens", token, AccountClass.WALLET, 1);
    this.speculatorCurrency =
        ledger.open(name + ".speculators.currency", currency, AccountClass.WALLET, 1);
    this.liquidityCurrency =
        ledger.open(name + ".liquidity.currency", currency, AccountClass.WALLET, 1);
    this.userTokens = ledger.open(name + ".users.tokens", token, AccountClass.WALLET, 1);
    this.nodeFees = ledger.open(name + ".fees.providers", currency, AccountClass.WALLET, 1);
    this.nodeTokens = ledger.open(name + ".fees.providerTokens", token, AccountClass.WALLET, 1);
    this.burnFund = ledger.open(name + ".fees.burn", currency, AccountClass.WALLET, 1);
    this.credits = ledger.open(name + ".users.credits", currency, AccountClass.COLLATERAL, 1);
    this.opening = ledger.flow(name + ".marketOpening", currency);
    this.openingTokens = ledger.flow(name + ".marketOpeningTokens", token);
    this.fees = ledger.flow(name + ".fees", currency);
    this.feesInTokens = ledger.flow(name + ".feesInTokens", token);
    this.burnt = ledger.flow(name + ".burntFromFees", token);
    this.distributed = ledger.flow(name + ".feesDistributed", currency);
    this.distributedTokens = ledger.flow(name + ".feesDistributedInTokens", token);
    this.reserves = ledger.flow(name + ".liquidityMoved", currency);
    this.reserveTokens = ledger.flow(name + ".liquidityMovedInTokens", token);
    this.invested = ledger.flow(name + ".invested", currency);
  }

  /** The network's own accounts. */
  public NetworkAccounts network() {
    return network;
  }

  /** The ledger. */
  public Ledger ledger() {
    return network.ledger();
  }

  /** The token. */
  public Asset token() {
    return network.asset();
  }

  /** What service and tokens are paid for with. */
  public Asset currency() {
    return currency;
  }

  /** Two flows for somebody's trades: the tokens and the money. */
  TradeFlows trades(String who) {
    return new TradeFlows(
        ledger().flow(name + "." + who + ".tokensTraded", token()),
        ledger().flow(name + "." + who + ".currencyTraded", currency));
  }

  /** What a trade is booked as on both sides. */
  record TradeFlows(Flow tokens, Flow currency) {}

  /** Tokens of the exchange; with a price from outside those on offer there. */
  public Account poolTokens() {
    return poolTokens;
  }

  /** Money of the exchange. */
  public Account poolCurrency() {
    return poolCurrency;
  }

  /** Tokens of the treasury. */
  public Account treasuryTokens() {
    return treasuryTokens;
  }

  /** Money of the treasury. */
  public Account treasuryCurrency() {
    return treasuryCurrency;
  }

  /** Tokens of speculators. */
  public Account speculatorTokens() {
    return speculatorTokens;
  }

  /** Money of speculators. */
  public Account speculatorCurrency() {
    return speculatorCurrency;
  }

  /** Money of liquidity providers outside the exchange. */
  public Account liquidityCurrency() {
    return liquidityCurrency;
  }

  /** Tokens users have bought ahead of use. */
  public Account userTokens() {
    return userTokens;
  }

  /** Fees that providers have earned since the latest settlement. */
  public Account nodeFees() {
    return nodeFees;
  }

  /** The same in tokens. */
  public Account nodeTokens() {
    return nodeTokens;
  }

  /** Money with which tokens will be bought and burned. */
  public Account burnFund() {
    return burnFund;
  }

  /** Money of credits that users have bought and not used. */
  public Account credits() {
    return credits;
  }

  /** Money that markets open with. */
  public Flow opening() {
    return opening;
  }

  /** Tokens that markets open with. */
  public Flow openingTokens() {
    return openingTokens;
  }

  /** What users pay, and its division. */
  public Flow fees() {
    return fees;
  }

  /** The same in tokens. */
  public Flow feesInTokens() {
    return feesInTokens;
  }

  /** Tokens burned with or of fees. */
  public Flow burnt() {
    return burnt;
  }

  /** Fees to providers. */
  public Flow distributed() {
    return distributed;
  }

  /** The same in tokens. */
  public Flow distributedTokens() {
    return distributedTokens;
  }

  /** Money into and out of reserves. */
  public Flow reserves() {
    return reserves;
  }

  /** Tokens into and out of reserves. */
  public Flow reserveTokens() {
    return reserveTokens;
  }

  /** Money that investors paid. */
  public Flow invested() {
    return invested;
  }
}
