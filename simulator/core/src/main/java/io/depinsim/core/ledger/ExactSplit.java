package io.depinsim.core.ledger;

import java.util.Arrays;
import java.util.Objects;

/**
 * Splits an amount among rows in proportion to integer work, without losing a minor unit.
 *
 * <p>Row i receives floor(E C_i / W) - floor(E C_(i-1) / W), where E is the amount, C the running
 * total of work and W the total. A row's share depends on the rows before it only through C, so any
 * split of the range into pieces, in any order, on any thread, gives the same output. Draws no
 * random numbers. Work is in any unit whose total fits 63 bits.
 */
public final class ExactSplit {
  private ExactSplit() {}

  /**
   * Splits {@code amount} over the whole column.
   *
   * @param work work of each row, at least 0
   * @param amount what to split, minor units, at least 0
   * @param share receives each row's part; as long as {@code work}
   * @return {@code amount}, or 0 when nobody worked: then the caller still holds the amount
   * @throws ArithmeticException if total work does not fit 63 bits; nothing is written
   * @throws IllegalArgumentException if work or the amount is negative; nothing is written
   */
  public static long split(long[] work, long amount, long[] share) {
    return split(work, sum(work, 0, work.length), amount, 0, share, 0, work.length);
  }

  /**
   * Splits over rows {@code [from, to)} and writes no others.
   *
   * @param work work of each row, at least 0
   * @param totalWork sum of {@code work} over the whole table; if 0, shares are 0
   * @param amount what to split over the whole table, minor units, at least 0
   * @param runningWork sum of {@code work} over all rows before {@code from}
   * @param share receives each row's part
   * @param from first row, inclusive
   * @param to last row, exclusive
   * @return the sum of the shares written, minor units
   * @throws IndexOutOfBoundsException if a column is shorter than {@code to}; nothing is written
   * @throws IllegalArgumentException if work or the amount is negative, or work passes its total;
   *     nothing is written
   */
  public static long split(
      long[] work, long totalWork, long amount, long runningWork, long[] share, int from, int to) {
    Objects.checkFromToIndex(from, to, work.length);
    Objects.checkFromToIndex(from, to, share.length);
    if (amount < 0 || runningWork < 0 || totalWork < 0) {
      throw new IllegalArgumentException(
          "split: amount "
              + amount
              + ", work before "
              + runningWork
              + " and total work "
              + totalWork
              + " must not be negative");
    }
    long rangeWork = sum(work, from, to);
    if (rangeWork > totalWork - runningWork) {
      throw new IllegalArgumentException(
          "split: rows "
              + from
              + ".."
              + to
              + " add "
              + rangeWork
              + " to "
              + runningWork
              + " units of work, more than the total of "
              + totalWork
              + ". Maybe the total is from before the column changed.");
    }
    if (totalWork == 0) {
      Arrays.fill(share, from, to, 0L);
      return 0;
    }
    long running = runningWork;
    long first = WideMath.mulDivFloor(amount, running, totalWork);
    long before = first;
    for (int i = from; i < to; i++) {
      if (work[i] == 0) {
        share[i] = 0;
        continue;
      }
      running += work[i];
      long after = WideMath.mulDivFloor(amount, running, totalWork);
      share[i] = after - before;
      before = after;
    }
    return before - first;
  }

  /**
   * Sum of rows {@code [from, to)}.
   *
   * @throws IllegalArgumentException if a row is negative
   * @throws ArithmeticException if the sum does not fit 63 bits
   */
  public static long sum(long[] work, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += work[i];
      if ((work[i] | sum) < 0) {
        if (work[i] < 0) {
          throw new IllegalArgumentException("work of row " + i + " is negative: " + work[i]);
        }
        throw new ArithmeticException(
            "total work passes 2^63 at row " + i + ". Maybe count in a larger unit.");
      }
    }
    return sum;
  }
}
