package io.depinsim.core.engine.market;

import io.depinsim.core.engine.ClampTelemetry;
import io.depinsim.core.engine.LifeStage;
import io.depinsim.core.engine.market.MarketAccounts.TradeFlows;
import io.depinsim.core.engine.market.MarketState.Figure;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.Asset;
import io.depinsim.core.ledger.Ledger;
import io.depinsim.core.scenario.FeeSpec;
import io.depinsim.core.scenario.FeeSpec.PayIn;

/**
 * What users pay for a market period and where it goes: to those who served, into the purchase of
 * tokens that are burned, to the treasury.
 *
 * <p>Money comes from outside as it is spent. Tokens and credits are bought ahead: users hold what
 * they will use in the holding time. Before the launch everything is paid in currency and nothing
 * is burned; what would be goes to the treasury.
 */
final class FeePhase {
  private final MarketAccounts accounts;
  private final FeeSpec spec;
  private final MarketState state;
  private final LifeStage stage;
  private final boolean burnTreasuryShare;
  private final double holdingPeriods;
  private final TokenDesk desk;
  private final TradeFlows purchases;
  private final TradeFlows burns;
  private final Ledger ledger;
  private final Account outside;
  private final ClampTelemetry.Clamp tokensShort;
  private final long[] dueInTokens = new long[1];

  FeePhase(
      String network,
      MarketAccounts accounts,
      FeeSpec spec,
      boolean burnTreasuryShare,
      double holdingPeriods,
      MarketState state,
      LifeStage stage,
      TokenDesk desk,
      ClampTelemetry clamps) {
    this.accounts = accounts;
    this.spec = spec;
    this.burnTreasuryShare = burnTreasuryShare;
    this.holdingPeriods = holdingPeriods;
    this.state = state;
    this.stage = stage;
    this.desk = desk;
    this.purchases = accounts.trades("users");
    this.burns = accounts.trades("burn");
    this.ledger = accounts.ledger();
    this.outside = ledger.outsideAccount(accounts.currency());
    this.tokensShort = clamps.declare(network + ".userTokensShort");
  }

  /** Users pay for the service of a period, in currency and credits at once, in tokens later. */
  void collect(double due, double months) {
    state.set(Figure.REVENUE, state.get(Figure.REVENUE) + due);
    state.average(Figure.REVENUE_PER_YEAR, 12 * due / months, months);
    long minor = accounts.currency().toMinorRounded(due);
    dueInTokens[0] = 0;
    if (!stage.launched() || spec.payIn() == PayIn.currency) {
      divide(outside, minor, stage.launched());
    } else if (spec.payIn() == PayIn.token) {
      dueInTokens[0] = minor;
    } else {
      useCredits(minor);
    }
  }

  /** Divides a payment of currency that comes from one account. */
  private void divide(Account payer, long minor, boolean burning) {
    long nodes = share(minor, spec.nodes());
    long treasury = burning ? share(minor, nodes, treasuryShare()) : minor - nodes;
    pay(payer, accounts.nodeFees(), nodes);
    pay(payer, accounts.treasuryCurrency(), treasury);
    pay(payer, accounts.burnFund(), minor - nodes - treasury);
  }

  /**
   * Credits are bought ahead so that they last for the holding time; with the burn's share of the
   * price tokens are bought when the credit is.
   */
  private void useCredits(long minor) {
    long escrowed = minor - burnPart(minor);
    long wanted = escrowed + (long) StrictMath.floor(escrowed * holdingPeriods);
    long missing = Math.max(0, wanted - accounts.credits().total());
    double burnOverRest = burnShare() < 1 ? burnShare() / (1 - burnShare()) : 0;
    long burned =
        burnShare() < 1 ? (long) StrictMath.floor(missing * burnOverRest) : burnPart(minor);
    pay(outside, accounts.credits(), missing);
    pay(outside, accounts.burnFund(), burned);
    long nodes = Math.min(escrowed, share(minor, spec.nodes()));
    pay(accounts.credits(), accounts.nodeFees(), nodes);
    pay(accounts.credits(), accounts.treasuryCurrency(), escrowed - nodes);
  }

  /** Users buy tokens up to what they hold ahead, and pay for the period with some of them. */
  void payInTokens() {
    if (spec.payIn() != PayIn.token) {
      return;
    }
    double price = desk.price();
    Asset token = accounts.token();
    Asset currency = accounts.currency();
    double due = currency.toTokensRounded(dueInTokens[0]);
    double held = token.toTokensRounded(accounts.userTokens().total());
    double wanted = due * (1 + holdingPeriods) - held * price;
    if (wanted > 0) {
      // The exchange keeps its fee, and users buy that much more.
      double cost = wanted / (1 - desk.exchange().fee());
      desk.buy(purchases, outside, currency.toMinorRounded(cost), accounts.userTokens());
    }
    long owed = token.toMinorRounded(due / desk.price());
    long paid = Math.min(owed, accounts.userTokens().total());
    if (due > 0) {
      // What users owe is rounded to the nearest minor unit, what they bought down.
      tokensShort.note(owed - paid > 1);
    }
    long nodes = share(paid, spec.nodes());
    long treasury = share(paid, nodes, treasuryShare());
    Account from = accounts.userTokens();
    ledger.transfer(accounts.feesInTokens(), from, accounts.nodeTokens(), nodes);
    ledger.transfer(accounts.feesInTokens(), from, accounts.treasuryTokens(), treasury);
    ledger.burn(accounts.burnt(), from, 0, paid - nodes - treasury);
  }

  /** Buys tokens with what is set aside for it, and burns them. */
  void buyAndBurn() {
    long money = accounts.burnFund().total();
    if (money > 0) {
      Account bought = accounts.userTokens();
      long tokens = desk.buy(burns, accounts.burnFund(), money, bought);
      ledger.burn(accounts.burnt(), bought, 0, tokens);
    }
  }

  private void pay(Account from, Account to, long amount) {
    ledger.transfer(accounts.fees(), from, to, amount);
  }

  private double treasuryShare() {
    return burnsTreasuryShare() ? 0 : spec.treasury();
  }

  private double burnShare() {
    return burnsTreasuryShare() ? spec.burn() + spec.treasury() : spec.burn();
  }

  private boolean burnsTreasuryShare() {
    return burnTreasuryShare && stage.stage() == LifeStage.Stage.SELF_SUSTAINING;
  }

  private long burnPart(long minor) {
    long nodes = share(minor, spec.nodes());
    return minor - nodes - share(minor, nodes, treasuryShare());
  }

  private static long share(long minor, double share) {
    return share(minor, 0, share);
  }

  /** A share of all, but no more than is left: shares may add up to a hair above one. */
  private static long share(long minor, long gone, double share) {
    return Math.min(minor - gone, (long) StrictMath.floor(minor * share));
  }
}
