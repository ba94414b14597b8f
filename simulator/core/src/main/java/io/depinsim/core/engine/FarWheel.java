package io.depinsim.core.engine;

import java.util.Arrays;

/**
 * Events that lie further off, in lists by the highest digit in which their time differs from a
 * base: a radix heap (Ahuja, Mehlhorn, Orlin, Tarjan 1990) with digits of six bits, which is also a
 * hierarchical timing wheel (Varghese, Lauck 1987).
 *
 * <p>Times have nine digits of base 64. An event whose time first differs from the base in digit d
 * (0 the lowest) lies in list (d, value of that digit). The earliest events lie in the first list
 * in use of the lowest digit in use. When the earliest are asked for and that list is long, the
 * base moves to the beginning of its range and the events of the list move to lower digits. An
 * event moves at most eight times; with a million pending, two or three times. Adding and removing
 * take constant time. Nothing has to be tuned, and no distribution of times is a bad one.
 *
 * <p>The base never passes an event that is added later: the calendar keeps what would come before
 * it among the near events.
 */
final class FarWheel {
  private static final int BITS = 6;
  private static final int SLOTS = 1 << BITS;
  private static final int DIGITS = 9;

  private final PendingRows rows;
  private final int[] first = new int[DIGITS * SLOTS];
  private final long[] slotsInUse = new long[DIGITS];
  private int digitsInUse;
  private long base;

  FarWheel(PendingRows rows) {
    this.rows = rows;
    Arrays.fill(first, PendingRows.NONE);
  }

  boolean isEmpty() {
    return digitsInUse == 0;
  }

  /** No event here lies before it, microseconds. */
  long base() {
    return base;
  }

  /**
   * Moves the base. If there are events here, the new one must lie in the range that was poured
   * last.
   */
  void rebase(long time) {
    base = time;
  }

  long bytes() {
    return (long) first.length * Integer.BYTES + (long) slotsInUse.length * Long.BYTES;
  }

  /** Adds an event, not before the base. */
  void add(int row, long time) {
    int digit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(time ^ base | 1)) / BITS;
    int slot = (int) (time >>> digit * BITS) & SLOTS - 1;
    int list = digit * SLOTS + slot;
    int next = first[list];
    first[list] = row;
    rows.link(row, ~list, next);
    if (next == PendingRows.NONE) {
      slotsInUse[digit] |= 1L << slot;
      digitsInUse |= 1 << digit;
    } else {
      rows.linkPrevious(next, row);
    }
  }

  /** Takes out any event of this wheel. */
  void remove(int row) {
    int previous = rows.previous(row);
    int next = rows.next(row);
    if (next != PendingRows.NONE) {
      rows.linkPrevious(next, previous);
    }
    if (previous >= 0) {
      rows.linkNext(previous, next);
    } else {
      int list = ~previous;
      first[list] = next;
      if (next == PendingRows.NONE) {
        leave(list / SLOTS, list % SLOTS);
      }
    }
  }

  private void leave(int digit, int slot) {
    slotsInUse[digit] &= ~(1L << slot);
    if (slotsInUse[digit] == 0) {
      digitsInUse &= ~(1 << digit);
    }
  }

  /**
   * Moves the earliest events over: a list of few, or all of one time. Only if there are any.
   *
   * @param few how many of different times at most
   * @return the time from which on all others lie
   */
  long pour(NearHeap near, int few) {
    while (true) {
      int digit = Integer.numberOfTrailingZeros(digitsInUse);
      int slot = Long.numberOfTrailingZeros(slotsInUse[digit]);
      int list = digit * SLOTS + slot;
      int shift = digit * BITS;
      base = base >>> shift + BITS << shift + BITS | (long) slot << shift;
      int row = first[list];
      first[list] = PendingRows.NONE;
      leave(digit, slot);
      boolean all = digit == 0 || isShort(row, few);
      while (row != PendingRows.NONE) {
        int next = rows.next(row);
        if (all) {
          near.add(row);
        } else {
          add(row, rows.time(row));
        }
        row = next;
      }
      if (all) {
        return base + (1L << shift);
      }
    }
  }

  private boolean isShort(int from, int few) {
    int row = from;
    for (int i = 0; i < few; i++) {
      row = rows.next(row);
      if (row == PendingRows.NONE) {
        return true;
      }
    }
    return false;
  }
}
