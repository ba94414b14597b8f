package io.depinsim.core.world;

import io.depinsim.core.ledger.WideMath;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * Commitments of one cohort's capacity of one quality class on one network, by the day they end.
 *
 * <p>One entry per day in a ring of {@value #DAYS} days; an entry adds up everything that ends that
 * day: units, the collateral behind them, the sum over units of the day each was activated, the
 * reward a termination fee remembers from activation, and the daily fee fixed at activation. Taking
 * k of an entry's n units takes floor(k/n) of every other sum, so nothing is lost: the last unit
 * takes what is left. Providers of a cohort share this book in proportion to their units (decision
 * record 6).
 */
public final class CapacityBook implements StateOwner {
  /** Longest commitment plus one, in days. */
  public static final int DAYS = 2048;

  /** Days are counted from before the start, so that capacity older than the run has an age. */
  private static final long EARLIEST_ACTIVATION = -4096;

  private final long[] units = new long[DAYS];
  private final long[] pledge = new long[DAYS];
  private final long[] activationDays = new long[DAYS];
  private final long[] rememberedReward = new long[DAYS];
  private final long[] dailyFee = new long[DAYS];
  private final long[] totals = new long[2];

  /** What a removal took: sums over the units removed. Reused from call to call. */
  public static final class Taken {
    private long units;
    private long pledge;
    private long activationDays;
    private long rememberedReward;
    private long dailyFee;

    /** Capacity units. */
    public long units() {
      return units;
    }

    /** Collateral behind them, minor units. */
    public long pledge() {
      return pledge;
    }

    /** Reward remembered from activation, minor units. */
    public long rememberedReward() {
      return rememberedReward;
    }

    /** Mean age in days on the given day; 0 if nothing was taken. */
    public double meanAge(long today) {
      return units == 0 ? 0 : today - EARLIEST_ACTIVATION - (double) activationDays / units;
    }

    private void clear() {
      units = 0;
      pledge = 0;
      activationDays = 0;
      rememberedReward = 0;
      dailyFee = 0;
    }
  }

  /** All units committed. */
  public long units() {
    return totals[0];
  }

  /** All collateral behind them, minor units. */
  public long pledge() {
    return totals[1];
  }

  /** Sum of the daily fees fixed at activation, minor units per day. */
  public long dailyFee() {
    long sum = 0;
    for (long fee : dailyFee) {
      sum += fee;
    }
    return sum;
  }

  /** Units whose commitment ends on one of the days {@code firstDay} to {@code lastDay}. */
  public long ending(long firstDay, long lastDay) {
    long sum = 0;
    for (long day = firstDay; day <= lastDay; day++) {
      sum += units[slot(day)];
    }
    return sum;
  }

  /**
   * Adds commitments.
   *
   * @param activationDay days since the start; negative for capacity older than the run
   * @param endDay day they end, from 1 to {@value #DAYS} - 1 days after activation or, for capacity
   *     older than the run, after the start
   * @param count capacity units, ≥ 0
   * @param pledgeMinor collateral behind them
   * @param rewardMinor what a termination fee remembers
   * @param feeMinorPerDay daily fee fixed now
   * @throws IllegalArgumentException if the end or the age is out of range; nothing is written
   */
  public void add(
      long activationDay,
      long endDay,
      long count,
      long pledgeMinor,
      long rewardMinor,
      long feeMinorPerDay) {
    requireTerm(Math.max(activationDay, 0), endDay);
    if (activationDay < EARLIEST_ACTIVATION) {
      throw new IllegalArgumentException(
          "capacity " + -activationDay + " days old: must be at most " + -EARLIEST_ACTIVATION);
    }
    long activation = Math.multiplyExact(count, activationDay - EARLIEST_ACTIVATION);
    int i = slot(endDay);
    units[i] += count;
    pledge[i] += pledgeMinor;
    activationDays[i] = Math.addExact(activationDays[i], activation);
    rememberedReward[i] = Math.addExact(rememberedReward[i], rewardMinor);
    dailyFee[i] += feeMinorPerDay;
    totals[0] += count;
    totals[1] += pledgeMinor;
  }

  /**
   * Puts collateral behind all present commitments, in proportion to their units.
   *
   * @param pledgeMinor what to spread
   */
  public void pledgeOpening(long pledgeMinor) {
    long seen = 0;
    long before = 0;
    for (int i = 0; i < DAYS && totals[0] > 0; i++) {
      seen += units[i];
      long upTo = WideMath.mulDivFloor(pledgeMinor, seen, totals[0]);
      pledge[i] += upTo - before;
      before = upTo;
    }
    totals[1] += before;
  }

  /**
   * Adds commitments whose ends are spread.
   *
   * @param today day of activation
   * @param terms when they end
   * @param count capacity units in all
   * @param pledgeMinor collateral behind all of them
   * @param rewardMinor what a termination fee remembers of all of them
   * @param feeMinorPerDay daily fee of all of them
   */
  public void add(
      long today,
      Terms terms,
      long count,
      long pledgeMinor,
      long rewardMinor,
      long feeMinorPerDay) {
    for (int part = 0; part < terms.parts(); part++) {
      add(
          today,
          today + terms.days(part),
          terms.share(count, count, part),
          terms.share(pledgeMinor, count, part),
          terms.share(rewardMinor, count, part),
          terms.share(feeMinorPerDay, count, part));
    }
  }

  /**
   * Extends commitments, keeping their collateral and their age.
   *
   * @param firstDay first day whose commitments end now
   * @param today last such day; new lengths count from it
   * @param now units to extend of those that end now; all of them if there are fewer
   * @param early units to extend of those that end later, from every day in proportion; all of them
   *     if there are fewer
   * @param terms how long from today the extended commitments last
   * @param feeMinorPerUnitDay daily fee of an extended unit, if it has to pay one now
   * @return units extended
   * @throws IllegalArgumentException if the longest part would wrap around the ring to days that
   *     end now
   */
  public long extend(
      long firstDay, long today, long now, long early, Terms terms, double feeMinorPerUnitDay) {
    requireTerm(firstDay, today + terms.longestDays());
    Taken moved = new Taken();
    long left = now;
    for (long day = firstDay; left > 0 && day <= today; day++) {
      int i = slot(day);
      if (units[i] > 0) {
        left -= take(i, Math.min(left, units[i]), moved);
      }
    }
    takeEvenly(today + 1, totals[0] - ending(firstDay, today), early, moved);
    long fee = Math.max(moved.dailyFee, (long) StrictMath.floor(feeMinorPerUnitDay * moved.units));
    for (int part = 0; part < terms.parts(); part++) {
      int to = slot(today + terms.days(part));
      units[to] += terms.share(moved.units, moved.units, part);
      pledge[to] += terms.share(moved.pledge, moved.units, part);
      activationDays[to] += terms.share(moved.activationDays, moved.units, part);
      rememberedReward[to] += terms.share(moved.rememberedReward, moved.units, part);
      dailyFee[to] += terms.share(fee, moved.units, part);
    }
    totals[0] += moved.units;
    totals[1] += moved.pledge;
    return moved.units;
  }

  /** Ends every commitment of a day. */
  public void expire(long day, Taken out) {
    out.clear();
    int i = slot(day);
    if (units[i] > 0) {
      take(i, units[i], out);
    }
  }

  /**
   * Ends commitments that turn out to have run out already, those soonest due first.
   *
   * @param firstDay day after the last one whose commitments have ended
   * @param count units; all of them if there are fewer
   */
  public void lapse(long firstDay, long count, Taken out) {
    out.clear();
    long left = Math.min(count, totals[0]);
    for (long day = firstDay; left > 0; day++) {
      int i = slot(day);
      if (units[i] > 0) {
        left -= take(i, Math.min(left, units[i]), out);
      }
    }
  }

  /**
   * Ends commitments early, from every day in proportion to what ends there.
   *
   * @param count units; all of them if there are fewer
   */
  public void terminate(long today, long count, Taken out) {
    out.clear();
    takeEvenly(today, totals[0], count, out);
  }

  /** Takes from {@code firstDay} on, where {@code total} units end, in proportion. */
  private void takeEvenly(long firstDay, long total, long count, Taken out) {
    long wanted = Math.min(count, total);
    if (wanted == 0) {
      return;
    }
    long seen = 0;
    long before = 0;
    for (long day = firstDay; day < firstDay + DAYS && before < wanted; day++) {
      int i = slot(day);
      long here = units[i];
      if (here > 0) {
        seen += here;
        long upTo = WideMath.mulDivFloor(wanted, seen, total);
        if (upTo > before) {
          take(i, upTo - before, out);
        }
        before = upTo;
      }
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("units", units, DAYS);
    visitor.longs("pledge", pledge, DAYS);
    visitor.longs("activationDays", activationDays, DAYS);
    visitor.longs("rememberedReward", rememberedReward, DAYS);
    visitor.longs("dailyFee", dailyFee, DAYS);
    visitor.longs("totals", totals, totals.length);
  }

  private static void requireTerm(long from, long endDay) {
    if (endDay <= from || endDay - from >= DAYS) {
      throw new IllegalArgumentException(
          "commitment of " + (endDay - from) + " days: must lie between 1 and " + (DAYS - 1));
    }
  }

  private long take(int i, long count, Taken out) {
    long here = units[i];
    long pledgeTaken = part(pledge[i], count, here);
    long daysTaken = part(activationDays[i], count, here);
    long rewardTaken = part(rememberedReward[i], count, here);
    long feeTaken = part(dailyFee[i], count, here);
    units[i] -= count;
    pledge[i] -= pledgeTaken;
    activationDays[i] -= daysTaken;
    rememberedReward[i] -= rewardTaken;
    dailyFee[i] -= feeTaken;
    totals[0] -= count;
    totals[1] -= pledgeTaken;
    out.units += count;
    out.pledge += pledgeTaken;
    out.activationDays += daysTaken;
    out.rememberedReward += rewardTaken;
    out.dailyFee += feeTaken;
    return count;
  }

  private static long part(long sum, long count, long of) {
    return count == of ? sum : WideMath.mulDivFloor(sum, count, of);
  }

  private static int slot(long day) {
    return (int) (day & (DAYS - 1));
  }
}
