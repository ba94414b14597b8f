package io.depinsim.core.incentive;

import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.time.Span;

/**
 * Parameters of {@code vesting: {linear: …}}: part of each reward is free at once, the rest is
 * released in equal daily steps.
 *
 * @param locked share that is locked, 0 % to 100 %
 * @param over length of the release in days or weeks
 */
public record LinearVestingSpec(@InUnit("%") double locked, Span over) {
  /**
   * Checks its parts.
   *
   * @throws IllegalArgumentException if the share lies outside 0 % to 100 % or the release is not
   *     one or more whole days
   */
  public LinearVestingSpec {
    if (!over.unit().isFixed() || over.fixedMicros() % 86_400_000_000L != 0) {
      throw new IllegalArgumentException("over: must be whole days or weeks");
    }
    new RewardVesting(locked, (int) (over.fixedMicros() / 86_400_000_000L));
  }

  /** The rule of this spec. */
  public RewardVesting build() {
    return new RewardVesting(locked, (int) (over.fixedMicros() / 86_400_000_000L));
  }
}
