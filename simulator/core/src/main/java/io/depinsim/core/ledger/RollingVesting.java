package io.depinsim.core.ledger;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Objects;

/**
 * Locks amounts day by day and releases each in {@code period} equal daily steps, the first on the
 * day after it was locked.
 *
 * <p>By day d a row has released floor(C_d / P) of what it ever locked, where C_d sums tranche
 * times min(days elapsed, P). So daily releases telescope: everything locked is released to the
 * last minor unit, and rounding never drifts by more than one. C_d itself would pass 64 bits, so
 * only C_d mod P and the live principal (what C grows by each day) are kept. A day costs O(1) per
 * row.
 *
 * <p>A penalty ({@link #takeSoonest}) cancels the releases that are due soonest. Later releases,
 * and those of amounts locked afterwards, stay as they are.
 *
 * <p>Keeps no money itself: the caller moves in the ledger what these methods return, and claims
 * {@link #locked(int)} against the vesting account. Memory: 16 (P + 2) bytes per row.
 */
public final class RollingVesting implements StateOwner {
  private final int rows;
  private final int period;

  /** By day locked, modulo the period: amounts locked, one entry per row. */
  private final long[][] tranches;

  /** By day due, modulo the period: releases cancelled by penalties, one entry per row. */
  private final long[][] cancelled;

  /** Amounts locked less than {@code period} days ago, released parts included. */
  private final long[] live;

  /** C_d mod P. */
  private final long[] remainder;

  /** Neither released nor taken. */
  private final long[] locked;

  private final long[] day = new long[1];
  private final long[] lockedTotal = new long[1];

  /**
   * An empty schedule.
   *
   * @param rows one per holder
   * @param period daily steps from first release to last, at least 1
   */
  public RollingVesting(int rows, int period) {
    if (rows < 0 || period < 1) {
      throw new IllegalArgumentException(
          "vesting: " + rows + " rows over " + period + " days; needs at least 0 and 1");
    }
    this.rows = rows;
    this.period = period;
    this.tranches = new long[period][rows];
    this.cancelled = new long[period][rows];
    this.live = new long[rows];
    this.remainder = new long[rows];
    this.locked = new long[rows];
  }

  /** Number of holders. */
  public int rows() {
    return rows;
  }

  /** Daily steps from first release to last. */
  public int period() {
    return period;
  }

  /** Days advanced so far. */
  public long day() {
    return day[0];
  }

  /** What one row has locked and neither released nor lost to penalties, minor units. */
  public long locked(int row) {
    return locked[row];
  }

  /** Sum of {@link #locked(int)} over all rows, minor units. */
  public long totalLocked() {
    return lockedTotal[0];
  }

  /**
   * Locks an amount per row today.
   *
   * @param amounts one entry per row, minor units, at least 0
   * @return the sum locked
   * @throws IllegalArgumentException if the length is wrong or an entry is negative; nothing is
   *     written
   * @throws ArithmeticException if a sum does not fit 63 bits; nothing is written
   */
  public long lock(long[] amounts) {
    if (amounts.length != rows) {
      throw new IllegalArgumentException(
          "vesting: " + amounts.length + " amounts for " + rows + " rows");
    }
    long sum = ExactSplit.sum(amounts, 0, rows);
    requireRoom(sum);
    for (int i = 0; i < rows; i++) {
      Math.addExact(live[i], amounts[i]);
    }
    long[] today = tranches[slot(0)];
    for (int i = 0; i < rows; i++) {
      today[i] += amounts[i];
      live[i] += amounts[i];
      locked[i] += amounts[i];
    }
    lockedTotal[0] += sum;
    return sum;
  }

  /** Locks an amount in one row today; errors as for the whole column. */
  public void lock(int row, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("vesting row " + row + ": " + amount + " is negative");
    }
    requireRoom(amount);
    Math.addExact(live[row], amount);
    tranches[slot(0)][row] += amount;
    live[row] += amount;
    locked[row] += amount;
    lockedTotal[0] += amount;
  }

  /**
   * Goes to the next day.
   *
   * @param released receives what each row releases on that day, minor units
   * @return the sum released
   */
  public long advance(long[] released) {
    Objects.checkFromToIndex(0, rows, released.length);
    int today = slot(1);
    int tomorrow = slot(2);
    long[] expiring = tranches[today];
    long[] withheld = cancelled[today];
    long[] carry = cancelled[tomorrow];
    long sum = 0;
    for (int i = 0; i < rows; i++) {
      long grown = remainder[i] + live[i] % period;
      long due = live[i] / period + grown / period;
      remainder[i] = grown % period;
      live[i] -= expiring[i];
      expiring[i] = 0;
      long pay = due - withheld[i];
      withheld[i] = 0;
      if (pay < 0) {
        // An amount locked after a penalty can shift one unit between days; it is made good next.
        carry[i] -= pay;
        pay = 0;
      }
      released[i] = pay;
      locked[i] -= pay;
      sum += pay;
    }
    lockedTotal[0] -= sum;
    day[0]++;
    return sum;
  }

  /**
   * Takes a penalty from what one row has not yet released, cancelling what is due soonest. Costs
   * O(days cancelled).
   *
   * @param amount most to take, minor units, at least 0
   * @return what was taken: {@code amount}, or all that was locked if that is less
   */
  public long takeSoonest(int row, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(
          "vesting row " + row + ": penalty " + amount + " is negative");
    }
    long taken = Math.min(amount, locked[row]);
    long wanted = taken;
    long principal = live[row];
    long left = remainder[row];
    long carry = 0;
    for (int ahead = 1; wanted > 0; ahead++) {
      int slot = slot(ahead);
      long grown = left + principal % period;
      long due = principal / period + grown / period;
      left = grown % period;
      principal -= tranches[slot][row];
      long open = due - cancelled[slot][row] - carry;
      carry = Math.max(0, -open);
      long cut = Math.min(wanted, Math.max(0, open));
      cancelled[slot][row] += cut;
      wanted -= cut;
    }
    locked[row] -= taken;
    lockedTotal[0] -= taken;
    return taken;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("day", day, 1);
    visitor.longs("lockedTotal", lockedTotal, 1);
    visitor.longs("live", live, rows);
    visitor.longs("remainder", remainder, rows);
    visitor.longs("locked", locked, rows);
    for (int slot = 0; slot < period; slot++) {
      visitor.longs("tranche." + slot, tranches[slot], rows);
      visitor.longs("cancelled." + slot, cancelled[slot], rows);
    }
  }

  private void requireRoom(long amount) {
    if (amount > Long.MAX_VALUE - lockedTotal[0]) {
      throw new ArithmeticException(
          "vesting: " + amount + " on top of " + lockedTotal[0] + " does not fit 63 bits");
    }
  }

  private int slot(int daysAhead) {
    return (int) ((day[0] + daysAhead) % period);
  }
}
