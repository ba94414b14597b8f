package io.depinsim.agents.provider;

import io.depinsim.core.time.SimulatedTime;
import io.depinsim.core.time.Span;

/** Lengths of commitments in whole days. */
final class TermLengths {
  /** Longest, days: what a book of commitments holds, less room for an epoch of some weeks. */
  static final int LONGEST_DAYS = 2000;

  private TermLengths() {}

  /** Whole days of a length that {@link #require} has let pass. */
  static int days(Span length) {
    return (int) SimulatedTime.wholeDays(length.fixedMicros());
  }

  /**
   * Refuses lengths that no commitment can have.
   *
   * @param field name in messages
   * @param leastDays shortest that is allowed
   * @throws IllegalArgumentException if it is not a number of days or weeks within range
   */
  static void require(String field, Span length, int leastDays) {
    long most = SimulatedTime.ofDays(LONGEST_DAYS);
    if (!length.unit().isFixed()
        || length.fixedMicros() < SimulatedTime.ofDays(leastDays)
        || length.fixedMicros() > most) {
      throw new IllegalArgumentException(
          field
              + ": "
              + length
              + " must lie between "
              + leastDays
              + " and "
              + LONGEST_DAYS
              + " days, in days or weeks");
    }
  }
}
