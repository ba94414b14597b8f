package io.depinsim.core.ledger;

import io.depinsim.core.InvariantException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/** Tests the ledger's invariants and remembers what has been touched since the last test. */
final class LedgerAudit {
  private static final int WHOLE_COLUMN = -1;

  private final Collection<AssetBook> books;
  private final Map<Account, LongSupplier> totalClaims = new LinkedHashMap<>();
  private final Map<Account, IntToLongFunction> rowClaims = new LinkedHashMap<>();

  // A log, not state of the run: it is empty between events and no result depends on it.
  private Account[] touchedAccounts = new Account[16];
  private int[] touchedRows = new int[16];
  private int touched;

  LedgerAudit(Collection<AssetBook> books) {
    this.books = books;
  }

  void claimTotal(Account account, LongSupplier owed) {
    requireUnclaimed(account);
    totalClaims.put(account, owed);
  }

  void claimRows(Account account, IntToLongFunction owed) {
    requireUnclaimed(account);
    rowClaims.put(account, owed);
  }

  private void requireUnclaimed(Account account) {
    if (totalClaims.containsKey(account) || rowClaims.containsKey(account)) {
      throw new IllegalArgumentException(
          account.label() + " is claimed already. Maybe add the claims up in one.");
    }
  }

  void touch(Account account, int row) {
    if (touched == touchedRows.length) {
      touchedAccounts = Arrays.copyOf(touchedAccounts, 2 * touched);
      touchedRows = Arrays.copyOf(touchedRows, 2 * touched);
    }
    touchedAccounts[touched] = account;
    touchedRows[touched] = row;
    touched++;
  }

  void touchColumn(Account account) {
    if (!account.wholeColumnTouched) {
      account.wholeColumnTouched = true;
      touch(account, WHOLE_COLUMN);
    }
  }

  void checkTouched() {
    for (AssetBook book : books) {
      checkRunningTotals(book);
    }
    for (int i = 0; i < touched; i++) {
      Account account = touchedAccounts[i];
      account.wholeColumnTouched = false;
      if (touchedRows[i] == WHOLE_COLUMN || account.rows() == 1) {
        checkColumn(account);
      } else {
        checkRow(account, touchedRows[i]);
      }
    }
    touched = 0;
  }

  void checkAll() {
    for (AssetBook book : books) {
      checkRunningTotals(book);
      for (Account account : book.accounts) {
        checkColumn(account);
      }
      checkConservation(book);
    }
    totalClaims.forEach(LedgerAudit::checkTotalClaim);
    rowClaims.forEach(LedgerAudit::checkRowClaims);
  }

  private static void checkRunningTotals(AssetBook book) {
    if (book.posted[0] != 0) {
      throw new InvariantException(
          book.asset.key()
              + ": debits and credits differ by "
              + book.asset.format(book.posted[0])
              + "; every movement must have two equal sides. Maybe a movement was posted on one"
              + " side only.");
    }
    checkConservation(book);
  }

  /** Minted less burned plus what entered from outside is what all other accounts hold. */
  private static void checkConservation(AssetBook book) {
    long inside = 0;
    for (Account account : book.accounts) {
      if (!account.accountClass().isEndOfTheWorld()) {
        inside += account.total();
      }
    }
    if (inside != book.supply()) {
      throw new InvariantException(
          book.asset.key()
              + ": accounts hold "
              + book.asset.format(inside)
              + ", but minted - burned + entered from outside is "
              + book.asset.format(book.supply())
              + "; they must be equal");
    }
    if (inside > book.capMinor) {
      throw new InvariantException(
          book.asset.key()
              + ": supply "
              + book.asset.format(inside)
              + " is above the cap of "
              + book.asset.format(book.capMinor));
    }
  }

  private static void checkColumn(Account account) {
    long sum = 0;
    for (int row = 0; row < account.rows(); row++) {
      sum += account.balances[row];
      if (account.balances[row] < 0) {
        checkRow(account, row);
      }
    }
    if (sum != account.total()) {
      throw new InvariantException(
          account.label()
              + ": rows add up to "
              + account.asset().format(sum)
              + ", the running total is "
              + account.asset().format(account.total())
              + "; they must be equal. Maybe a balance was written behind the ledger's back.");
    }
  }

  private static void checkRow(Account account, int row) {
    if (account.balances[row] < 0 && !account.accountClass().mayBeNegative()) {
      throw new InvariantException(
          account.at(row)
              + ": balance "
              + account.asset().format(account.balances[row])
              + "; no account may fall below zero");
    }
    if (account.balances[row] > 0 && account.accountClass().mayBeNegative()) {
      throw new InvariantException(
          account.at(row)
              + ": balance "
              + account.asset().format(account.balances[row])
              + "; where money comes from never holds any");
    }
  }

  private static void checkTotalClaim(Account account, LongSupplier owed) {
    long claim = owed.getAsLong();
    if (account.total() != claim) {
      throw new InvariantException(unequal(account, account.label(), account.total(), claim));
    }
  }

  private static void checkRowClaims(Account account, IntToLongFunction owed) {
    for (int row = 0; row < account.rows(); row++) {
      long claim = owed.applyAsLong(row);
      if (account.balances[row] != claim) {
        throw new InvariantException(
            unequal(account, account.at(row), account.balances[row], claim));
      }
    }
  }

  private static String unequal(Account account, String where, long held, long claim) {
    return where
        + ": holds "
        + account.asset().format(held)
        + " against claims of "
        + account.asset().format(claim)
        + "; escrow must equal what is open against it";
  }
}
