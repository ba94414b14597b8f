package io.depinsim.core.ledger;

import java.util.List;

/**
 * An allocation of the opening: nothing until the cliff, then linear from the start as if there had
 * been no cliff, all of it at the end. Times are microseconds of simulated time and may lie before
 * the scenario's start.
 *
 * @param amount minor units, at least 0
 * @param startMicros when accrual begins
 * @param cliffMicros when the first part vests, not before the start
 * @param endMicros when all of it has vested, not before the cliff
 * @param stepMicros accrual counts whole steps since the start; 1 for continuous, 86,400,000,000
 *     for daily
 */
public record CliffVesting(
    long amount, long startMicros, long cliffMicros, long endMicros, long stepMicros) {

  /** Checks the order of times. */
  public CliffVesting {
    if (amount < 0) {
      throw new IllegalArgumentException("vesting: amount " + amount + " is negative");
    }
    if (startMicros > cliffMicros || cliffMicros > endMicros) {
      throw new IllegalArgumentException(
          "vesting: start "
              + startMicros
              + ", cliff "
              + cliffMicros
              + ", end "
              + endMicros
              + " are not in this order");
    }
    if (stepMicros < 1) {
      throw new IllegalArgumentException("vesting: step " + stepMicros + " must be at least 1");
    }
    Math.subtractExact(endMicros, startMicros);
  }

  /** Continuous accrual. */
  public static CliffVesting continuous(
      long amount, long startMicros, long cliffMicros, long endMicros) {
    return new CliffVesting(amount, startMicros, cliffMicros, endMicros, 1);
  }

  /** What has vested by a time: floor(amount x elapsed / length), minor units, exact. */
  public long vestedBy(long micros) {
    if (micros < cliffMicros) {
      return 0;
    }
    if (micros >= endMicros) {
      return amount;
    }
    long elapsed = micros - startMicros;
    return WideMath.mulDivFloor(amount, elapsed - elapsed % stepMicros, endMicros - startMicros);
  }

  /**
   * What several allocations together have vested by a time, minor units.
   *
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public static long vestedBy(List<CliffVesting> allocations, long micros) {
    long sum = 0;
    for (CliffVesting allocation : allocations) {
      sum = Math.addExact(sum, allocation.vestedBy(micros));
    }
    return sum;
  }
}
