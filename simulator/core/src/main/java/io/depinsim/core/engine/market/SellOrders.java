package io.depinsim.core.engine.market;

import io.depinsim.core.engine.market.MarketAccounts.TradeFlows;
import io.depinsim.core.ledger.Account;
import io.depinsim.core.ledger.AccountClass;
import io.depinsim.core.ledger.ExactSplit;
import io.depinsim.core.ledger.Flow;
import io.depinsim.core.ledger.Ledger;

/**
 * Tokens handed in for sale, one row per seller. What is handed in is sold in equal parts over the
 * market periods until the next settlement; all sellers of a period get its average price.
 */
public final class SellOrders {
  private final TokenDesk desk;
  private final Ledger ledger;
  private final Account tokens;
  private final Account proceeds;
  private final Account batch;
  private final Account batchMoney;
  private final Flow placed;
  private final Flow gathered;
  private final Flow gatheredMoney;
  private final Flow paid;
  private final TradeFlows trades;
  private final long[] part;
  private final long[] share;

  SellOrders(String network, MarketAccounts accounts, TokenDesk desk, int sellers) {
    this.desk = desk;
    this.ledger = accounts.ledger();
    this.tokens =
        ledger.open(network + ".orders.tokens", accounts.token(), AccountClass.WALLET, sellers);
    this.proceeds =
        ledger.open(
            network + ".orders.currency", accounts.currency(), AccountClass.WALLET, sellers);
    this.batch = ledger.open(network + ".orders.batch", accounts.token(), AccountClass.WALLET, 1);
    this.batchMoney =
        ledger.open(network + ".orders.batchCurrency", accounts.currency(), AccountClass.WALLET, 1);
    this.placed = ledger.flow(network + ".ordersPlaced", accounts.token());
    this.gathered = ledger.flow(network + ".ordersGathered", accounts.token());
    this.gatheredMoney = ledger.flow(network + ".proceedsGathered", accounts.currency());
    this.paid = ledger.flow(network + ".ordersPaid", accounts.currency());
    this.trades = accounts.trades("sellers");
    this.part = new long[sellers];
    this.share = new long[sellers];
  }

  /** Hands tokens of one account in. */
  void place(int seller, Account from, long amount) {
    ledger.transfer(placed, from, 0, tokens, seller, amount);
  }

  /** Hands tokens of many rows in for one seller. */
  void handIn(int seller, Account from, long[] amounts) {
    place(seller, batch, ledger.collect(gathered, from, amounts, batch));
  }

  /** Sells one part of so many that are left until the next settlement. */
  void execute(long partsLeft) {
    long sum = 0;
    for (int seller = 0; seller < part.length; seller++) {
      part[seller] = tokens.balance(seller) / partsLeft;
      sum += part[seller];
    }
    if (sum == 0) {
      return;
    }
    ledger.collect(gathered, tokens, part, batch);
    long money = desk.sell(trades, batch, sum, batchMoney);
    ExactSplit.split(part, money, share);
    ledger.pay(paid, batchMoney, share, proceeds);
  }

  /** Money a seller has to collect. */
  long due(int seller) {
    return proceeds.balance(seller);
  }

  /** Tokens of all sellers that are still to be sold. */
  public long open() {
    return tokens.total();
  }

  /** Tokens of one seller that are still to be sold. */
  long open(int seller) {
    return tokens.balance(seller);
  }

  /** Pays a seller what its sales have brought. */
  void collect(Flow flow, int seller, Account to, int row) {
    ledger.transfer(flow, proceeds, seller, to, row, proceeds.balance(seller));
  }

  /** Pays a seller of many rows what its sales have brought, as divided. */
  void payOut(Flow flow, int seller, long[] amounts, Account to) {
    ledger.transfer(gatheredMoney, proceeds, seller, batchMoney, 0, proceeds.balance(seller));
    ledger.pay(flow, batchMoney, amounts, to);
  }
}
