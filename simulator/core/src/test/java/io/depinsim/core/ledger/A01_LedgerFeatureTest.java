package io.depinsim.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * A day in the books of a network with three providers: tokens are minted for work, part vests,
 * part is pledged, one provider is fined, and a fee is burned. Read top to bottom.
 */
class A01_LedgerFeatureTest {
  @Test
  void everyTokenHasAPlaceOnEveryLine() {
    // A token with two decimals; never more than 1,000 of them.
    Asset token = Asset.capped("TOK", 2, "1000");
    Ledger ledger = new Ledger(CheckLevel.EVENT);

    // Accounts are columns with one row per provider, or scalars with one row.
    Account wallets = ledger.open("wallets", token, AccountClass.WALLET, 3);
    Account vesting = ledger.open("vesting", token, AccountClass.REWARD_VESTING, 3);
    Account pledge = ledger.open("pledge", token, AccountClass.COLLATERAL, 3);
    Flow reward = ledger.flow("reward", token);
    Flow release = ledger.flow("release", token);
    Flow stake = ledger.flow("stake", token);
    Flow fine = ledger.flow("fine", token);

    // What the vesting account holds must equal what the schedule says is locked, row by row.
    RollingVesting schedule = new RollingVesting(3, 4);
    ledger.claimRows(vesting, schedule::locked);
    StringBuilder table = new StringBuilder();

    // 100.00 TOK for work of 1, 2 and 4 units: floor(10000 C / 7) for C = 1, 3, 7.
    long[] share = new long[3];
    ExactSplit.split(new long[] {1, 2, 4}, token.toMinorRounded(100.0), share);
    ledger.pay(reward, ledger.mintAccount(token), share, wallets);
    line(table, ledger, token, "mint 100 for work 1:2:4");

    // Everybody locks 40.00 or what there is; it comes back in four daily steps.
    long[] locked = {Math.min(4_000, share[0]), Math.min(4_000, share[1]), 4_000};
    ledger.move(stake, wallets, locked, vesting);
    schedule.lock(locked);
    line(table, ledger, token, "lock up to 40 each");

    ledger.transfer(stake, wallets, 2, pledge, 2, 1_000);
    line(table, ledger, token, "third pledges 10");

    // The fine is taken from what would vest soonest and burned.
    long taken = schedule.takeSoonest(2, 1_500);
    ledger.burn(fine, vesting, 2, taken);
    line(table, ledger, token, "third is fined 15");

    // Due 3.57, 7.14 and 10.00; the fine has eaten the third's first release.
    long[] released = new long[3];
    schedule.advance(released);
    ledger.move(release, vesting, released, wallets);
    line(table, ledger, token, "next day's release");

    ledger.afterEvent();
    ledger.afterEpoch();
    assertEquals(
        """
        event                     minted  burned  wallets                vesting                pledge
        mint 100 for work 1:2:4   100.00    0.00  14.28  28.57  57.15     0.00   0.00   0.00     0.00   0.00   0.00
        lock up to 40 each        100.00    0.00   0.00   0.00  17.15    14.28  28.57  40.00     0.00   0.00   0.00
        third pledges 10          100.00    0.00   0.00   0.00   7.15    14.28  28.57  40.00     0.00   0.00  10.00
        third is fined 15         100.00   15.00   0.00   0.00   7.15    14.28  28.57  25.00     0.00   0.00  10.00
        next day's release        100.00   15.00   3.57   7.14   7.15    10.71  21.43  25.00     0.00   0.00  10.00
        """,
        "event                     minted  burned  wallets                vesting                pledge\n"
            + table);
    assertEquals("10.71", release.totalTokens().toPlainString());
  }

  private static void line(StringBuilder table, Ledger ledger, Asset token, String event) {
    table.append(pad(event, -26));
    table.append(pad(tokens(token, ledger.minted(token)), 6));
    table.append(pad(tokens(token, ledger.burned(token)), 8)).append(' ');
    String gap = "";
    for (String name : new String[] {"wallets", "vesting", "pledge"}) {
      Account account = ledger.findAccount(name).orElseThrow();
      table.append(gap);
      for (int row = 0; row < account.rows(); row++) {
        table.append(pad(tokens(token, account.balance(row)), row == 0 ? 6 : 7));
      }
      gap = "   ";
    }
    table.append('\n');
  }

  private static String tokens(Asset token, long minor) {
    return token.toTokens(minor).toPlainString();
  }

  /** Right-aligned to a width, left-aligned to a negative one. */
  private static String pad(String text, int width) {
    String spaces = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
    return width < 0 ? text + spaces : spaces + text;
  }
}
