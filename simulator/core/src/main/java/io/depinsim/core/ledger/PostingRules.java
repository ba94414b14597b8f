package io.depinsim.core.ledger;

import io.depinsim.core.InvariantException;

/** What every posting must satisfy before anything is written. */
final class PostingRules {
  private PostingRules() {}

  /** All of one asset and one ledger; nothing is minted backwards or unburned. */
  static void requireMovable(Flow flow, Account from, Account to) {
    if (from.book() != to.book() || flow.book() != from.book()) {
      throw new IllegalArgumentException(
          "flow "
              + flow.name()
              + " of "
              + flow.asset().key()
              + " cannot move from "
              + from.label()
              + " to "
              + to.label()
              + ": all three must be one asset of one ledger. Maybe it needs an exchange.");
    }
    if (to.accountClass() == AccountClass.MINT || from.accountClass() == AccountClass.BURN) {
      throw new IllegalArgumentException(
          "flow "
              + flow.name()
              + ": nothing goes back to "
              + (to.accountClass() == AccountClass.MINT
                  ? to.label()
                  : "life from " + from.label()));
    }
  }

  /** One row, no more. */
  static void requireScalar(Account account) {
    if (account.rows() != 1) {
      throw new IllegalArgumentException(
          account.label() + " has " + account.rows() + " rows where one is needed");
    }
  }

  /** What to throw at a negative amount. */
  static InvariantException negative(Flow flow, String where, long amount) {
    return new InvariantException(
        where
            + ": "
            + flow.asset().format(amount)
            + " for "
            + flow.name()
            + " is negative. Maybe swap payer and payee.");
  }

  /** Sum of one amount per row, none negative, within 64 bits. */
  static long checkedSum(Flow flow, long[] amounts, Account column) {
    if (amounts.length != column.rows()) {
      throw new IllegalArgumentException(
          "flow "
              + flow.name()
              + ": "
              + amounts.length
              + " amounts for the "
              + column.rows()
              + " rows of "
              + column.label());
    }
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += amounts[i];
      if ((amounts[i] | sum) < 0) {
        if (amounts[i] < 0) {
          throw negative(flow, column.at(i), amounts[i]);
        }
        throw new InvariantException(
            "flow "
                + flow.name()
                + ": amounts for "
                + column.label()
                + " pass 64 bits at row "
                + i
                + ". Maybe a rule returned a total for every row.");
      }
    }
    return sum;
  }

  /** No row below zero afterwards. */
  static void requireEachCovered(Flow flow, Account column, long[] amounts, long sum) {
    if (column.accountClass().mayBeNegative()) {
      column.requireCover(flow, 0, sum);
      return;
    }
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > column.balances[i]) {
        throw column.overdrawn(flow, i, amounts[i]);
      }
    }
  }
}
