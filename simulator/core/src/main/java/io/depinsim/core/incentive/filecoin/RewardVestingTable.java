package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Vesting of block rewards as a miner's table of (epoch, amount): 75 % of a reward is locked and
 * released over 180 days in daily steps, each moved up to the next half day of the miner's proving
 * period.
 *
 * <p>Immutable: {@link #lock} and {@link #afterUnlocking} return new tables. An entry may be taken
 * once the epoch is past it (strictly greater), and the chain takes what is due before it adds.
 *
 * @see <a href="https://github.com/filecoin-project/specs-actors">specs-actors @985cd0fa, vesting
 *     funds; FIP-0004 for the 75 %</a>
 */
public final class RewardVestingTable {
  /** Length of the release. */
  public static final long PERIOD_EPOCHS = 180L * ChainTime.EPOCHS_PER_DAY;

  /** Time between releases. */
  public static final long STEP_EPOCHS = ChainTime.EPOCHS_PER_DAY;

  /** Releases happen on multiples of this, counted from the start of a proving period. */
  public static final long QUANTUM_EPOCHS = ChainTime.EPOCHS_PER_DAY / 2;

  /** Releases of one reward. */
  public static final int STEPS = (int) (PERIOD_EPOCHS / STEP_EPOCHS);

  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final BigInteger PERIOD = BigInteger.valueOf(PERIOD_EPOCHS);

  private final long provingPeriodStart;
  private final TreeMap<Long, BigInteger> entries;

  private RewardVestingTable(long provingPeriodStart, TreeMap<Long, BigInteger> entries) {
    this.provingPeriodStart = provingPeriodStart;
    this.entries = entries;
  }

  /**
   * An empty table.
   *
   * @param provingPeriodStart epoch at which some proving period of the miner starts
   */
  public static RewardVestingTable empty(long provingPeriodStart) {
    return new RewardVestingTable(provingPeriodStart, new TreeMap<>());
  }

  /** The part of a reward that is locked: floor of 75 %. */
  public static BigInteger lockedShare(BigInteger rewardAtto) {
    return rewardAtto.multiply(THREE).shiftRight(2);
  }

  /**
   * What is unlocked of a locked amount at the k-th daily step, without quantisation: floor(A k /
   * 180) - floor(A (k - 1) / 180). The 180 steps sum to the amount.
   *
   * @param lockedMinor A, minor units of any asset, ≥ 0
   * @param step k, from 1 to {@link #STEPS}; 0 outside
   */
  public static long unlockedAtStep(long lockedMinor, int step) {
    if (step < 1 || step > STEPS) {
      return 0;
    }
    return unlockedUpTo(lockedMinor, step) - unlockedUpTo(lockedMinor, step - 1);
  }

  /**
   * The table with one more locked amount.
   *
   * @param epoch epoch of the reward
   * @param amountAtto locked amount, ≥ 0
   */
  public RewardVestingTable lock(long epoch, BigInteger amountAtto) {
    TreeMap<Long, BigInteger> grown = new TreeMap<>(entries);
    BigInteger released = BigInteger.ZERO;
    for (long e = epoch + STEP_EPOCHS; released.compareTo(amountAtto) < 0; e += STEP_EPOCHS) {
      long due = quantised(e);
      long elapsed = due - epoch;
      BigInteger target =
          elapsed < PERIOD_EPOCHS
              ? amountAtto.multiply(BigInteger.valueOf(elapsed)).divide(PERIOD)
              : amountAtto;
      grown.merge(due, target.subtract(released), BigInteger::add);
      released = target;
    }
    return new RewardVestingTable(provingPeriodStart, grown);
  }

  /** AttoFIL that may be taken at an epoch: entries strictly before it. */
  public BigInteger unlocked(long epoch) {
    return sum(entries.headMap(epoch, false));
  }

  /** The table after everything due at an epoch was taken. */
  public RewardVestingTable afterUnlocking(long epoch) {
    return new RewardVestingTable(provingPeriodStart, new TreeMap<>(entries.tailMap(epoch, true)));
  }

  /** AttoFIL still in the table. */
  public BigInteger outstanding() {
    return sum(entries);
  }

  /** Entries by epoch, ascending, attoFIL; a copy. */
  public NavigableMap<Long, BigInteger> entries() {
    return new TreeMap<>(entries);
  }

  private long quantised(long epoch) {
    long over = Math.floorMod(epoch - provingPeriodStart, QUANTUM_EPOCHS);
    return over == 0 ? epoch : epoch + QUANTUM_EPOCHS - over;
  }

  private static long unlockedUpTo(long amount, int step) {
    return amount / STEPS * step + amount % STEPS * step / STEPS;
  }

  private static BigInteger sum(Map<Long, BigInteger> part) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger amount : part.values()) {
      sum = sum.add(amount);
    }
    return sum;
  }
}
