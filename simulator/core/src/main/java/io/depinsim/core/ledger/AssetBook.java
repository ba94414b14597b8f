package io.depinsim.core.ledger;

import io.depinsim.core.InvariantException;
import java.util.ArrayList;
import java.util.List;

/** One asset's accounts and running sum; the ends of the world come first. */
final class AssetBook {
  final Asset asset;
  final long capMinor;
  final List<Account> accounts = new ArrayList<>();

  /** Sum of every signed posting; zero whenever debits and credits match. */
  final long[] posted = new long[1];

  AssetBook(Asset asset) {
    this.asset = asset;
    this.capMinor = asset.capMinor();
  }

  Account open(String name, AccountClass accountClass, int rows) {
    Account account = new Account(name, this, accountClass, rows);
    accounts.add(account);
    return account;
  }

  /**
   * The account of a class that the ledger opened itself, or an error that says why there is none.
   */
  Account end(AccountClass end) {
    for (Account account : accounts) {
      if (account.accountClass() == end) {
        return account;
      }
    }
    throw new IllegalArgumentException(
        asset.key()
            + " has no "
            + end
            + " account: "
            + (asset.outside()
                ? "it enters and leaves through its OUTSIDE account"
                : "it is minted and burned"));
  }

  /** Sum of the accounts of one class. */
  long total(AccountClass accountClass) {
    long sum = 0;
    for (Account account : accounts) {
      if (account.accountClass() == accountClass) {
        sum += account.total();
      }
    }
    return sum;
  }

  /** Minted less burned, or what has entered less what has left. */
  long supply() {
    return -total(AccountClass.MINT) - total(AccountClass.BURN) - total(AccountClass.OUTSIDE);
  }

  /** Refuses new money beyond the cap or beyond 64 bits. */
  void requireRoom(Flow flow, Account source, long amount) {
    long everIssued = -source.total();
    if (amount > Long.MAX_VALUE - everIssued) {
      throw new InvariantException(
          source.label()
              + ": "
              + asset.format(amount)
              + " for "
              + flow.name()
              + " after "
              + asset.format(everIssued)
              + " does not fit 64 bits. Maybe use fewer decimals.");
    }
    if (amount > capMinor - supply()) {
      throw new InvariantException(
          source.label()
              + ": "
              + asset.format(amount)
              + " for "
              + flow.name()
              + " would lift the supply of "
              + asset.format(supply())
              + " above the cap of "
              + asset.format(capMinor)
              + ". Maybe emission must stop at the cap.");
    }
  }
}
