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
 * take constant time. Nothing has to be tuned to how times are distributed.
 *
 * <p>The base never passes an event that is added later: the calendar keeps what would come before
 * it among the near events.
 */
final class FarWheel {
  private static final int BITS = 6;
  private static final int SLOTS = 1 << BITS;
  private static final int DIGITS = 9;

  // A list is four, by the lowest bits of the row's number: with a million pending, each step along
  // a list waits for memory, and four can wait at the same time.
  private static final int STRANDS = 4;

  private final PendingRows rows;
  private final int[] first = new int[DIGITS * SLOTS * STRANDS];
  private final long[] slotsInUse = new long[DIGITS];
  private final int[] count = new int[DIGITS * SLOTS];
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
   * last and not before the present base, so that they all stay where they are.
   */
  void rebase(long time) {
    base = time;
  }

  long bytes() {
    return (long) (first.length + count.length) * Integer.BYTES
        + (long) slotsInUse.length * Long.BYTES;
  }

  /** Adds an event, not before the base. */
  void add(int row, long time) {
    int list = list(time);
    if (count[list]++ == 0) {
      int digit = list >> BITS;
      slotsInUse[digit] |= 1L << list;
      digitsInUse |= 1 << digit;
    }
    int strand = list * STRANDS + (row & STRANDS - 1);
    int next = first[strand];
    first[strand] = row;
    rows.link(row, ~strand, next);
    if (next != PendingRows.NONE) {
      rows.linkPrevious(next, row);
    }
  }

  /** Takes out any event of this wheel; its time is still what it was added with. */
  void remove(int row) {
    int previous = rows.previous(row);
    int next = rows.next(row);
    if (next != PendingRows.NONE) {
      rows.linkPrevious(next, previous);
    }
    if (previous >= 0) {
      rows.linkNext(previous, next);
    } else {
      first[~previous] = next;
    }
    int list = list(rows.time(row));
    if (--count[list] == 0) {
      leave(list);
    }
  }

  /** The list of a time: its first digit that differs from the base, and that digit's value. */
  private int list(long time) {
    int digit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(time ^ base | 1)) / BITS;
    return digit << BITS | (int) (time >>> digit * BITS) & SLOTS - 1;
  }

  private void leave(int list) {
    int digit = list >> BITS;
    slotsInUse[digit] &= ~(1L << list);
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
  long pour(NearEvents near, int few) {
    while (true) {
      int digit = Integer.numberOfTrailingZeros(digitsInUse);
      int slot = Long.numberOfTrailingZeros(slotsInUse[digit]);
      int list = digit << BITS | slot;
      int shift = digit * BITS;
      base = base >>> shift + BITS << shift + BITS | (long) slot << shift;
      int events = count[list];
      count[list] = 0;
      leave(list);
      if (digit == 0 || events <= few) {
        for (int strand = list * STRANDS; strand < (list + 1) * STRANDS; strand++) {
          bring(near, take(strand));
        }
        return base + (1L << shift);
      }
      lower(list * STRANDS);
    }
  }

  private int take(int strand) {
    int row = first[strand];
    first[strand] = PendingRows.NONE;
    return row;
  }

  private void bring(NearEvents near, int from) {
    int row = from;
    while (row != PendingRows.NONE) {
      int next = rows.next(row);
      near.add(row, rows.time(row));
      row = next;
    }
  }

  /** Moves a list to lower digits; four strands together, so that four waits for memory are one. */
  private void lower(int strand) {
    int a = take(strand);
    int b = take(strand + 1);
    int c = take(strand + 2);
    int d = take(strand + 3);
    while ((a | b | c | d) >= 0) {
      long timeA = rows.time(a);
      long timeB = rows.time(b);
      long timeC = rows.time(c);
      long timeD = rows.time(d);
      int nextA = rows.next(a);
      int nextB = rows.next(b);
      int nextC = rows.next(c);
      int nextD = rows.next(d);
      add(a, timeA);
      add(b, timeB);
      add(c, timeC);
      add(d, timeD);
      a = nextA;
      b = nextB;
      c = nextC;
      d = nextD;
    }
    lowerStrand(a);
    lowerStrand(b);
    lowerStrand(c);
    lowerStrand(d);
  }

  private void lowerStrand(int from) {
    int row = from;
    while (row != PendingRows.NONE) {
      int next = rows.next(row);
      add(row, rows.time(row));
      row = next;
    }
  }
}
