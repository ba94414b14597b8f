package io.depinsim.core.incentive;

/**
 * When an earned reward becomes spendable.
 *
 * @param lockedShare share of each reward that is locked, 0 to 1
 * @param days length of the linear daily release
 */
public record RewardVesting(double lockedShare, int days) {
  /**
   * Checks its parts.
   *
   * @throws IllegalArgumentException if the share lies outside 0..1 or the release is shorter than
   *     a day
   */
  public RewardVesting {
    if (!(lockedShare >= 0 && lockedShare <= 1)) {
      throw new IllegalArgumentException(
          "locked: " + lockedShare + ": must lie between 0 % and 100 %");
    }
    if (days < 1) {
      throw new IllegalArgumentException("over: " + days + " days: must be at least 1 day");
    }
  }
}
