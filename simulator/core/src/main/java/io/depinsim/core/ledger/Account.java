package io.depinsim.core.ledger;

import io.depinsim.core.InvariantException;

/**
 * A column of balances in one asset, one per row of a table; a scalar account has one row. Only the
 * {@link Ledger} that opened it changes it.
 */
public final class Account {
  private final String name;
  private final AssetBook book;
  private final AccountClass accountClass;
  final long[] balances;

  /** Running sum of {@link #balances}; an array so that checkpoints can restore it in place. */
  final long[] total = new long[1];

  /** Whether the audit has the whole column on its list already. */
  boolean wholeColumnTouched;

  Account(String name, AssetBook book, AccountClass accountClass, int rows) {
    this.name = name;
    this.book = book;
    this.accountClass = accountClass;
    this.balances = new long[rows];
  }

  /** Unique in its ledger. */
  public String name() {
    return name;
  }

  /** What it holds. */
  public Asset asset() {
    return book.asset;
  }

  /** What it is for. */
  public AccountClass accountClass() {
    return accountClass;
  }

  /** Number of balances. */
  public int rows() {
    return balances.length;
  }

  /** Balance of one row, minor units. */
  public long balance(int row) {
    return balances[row];
  }

  /** Sum of all rows, minor units; kept as it changes. */
  public long total() {
    return total[0];
  }

  /** Copies all balances to the front of {@code column}, for kernels that read many. */
  public void copyTo(long[] column) {
    System.arraycopy(balances, 0, column, 0, balances.length);
  }

  /** Asset, name and row for messages. */
  String at(int row) {
    return balances.length == 1 ? label() : label() + " row " + row;
  }

  /** Asset and name for messages. */
  String label() {
    return book.asset.key() + " account " + name;
  }

  AssetBook book() {
    return book;
  }

  /** Refuses a debit that this account cannot cover. */
  void requireCover(Flow flow, int row, long amount) {
    long balance = balances[row];
    if (accountClass.mayBeNegative()) {
      book.requireRoom(flow, this, amount);
    } else if (amount > balance) {
      throw overdrawn(flow, row, amount);
    }
  }

  InvariantException overdrawn(Flow flow, int row, long amount) {
    return new InvariantException(
        at(row)
            + ": cannot pay "
            + asset().format(amount)
            + " for "
            + flow.name()
            + " from a balance of "
            + asset().format(balances[row])
            + "; no account may fall below zero. Maybe the rule must take the smaller of duty and"
            + " balance.");
  }
}
