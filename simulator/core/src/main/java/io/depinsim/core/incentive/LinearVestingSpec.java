package io.depinsim.core.incentive;

import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.time.Span;

/**
 * Parameters of {@code vesting: {linear: …}}: part of each reward is free at once, the rest is
 * released in equal daily steps.
 *
 * @param locked share that is locked
 * @param over length of the release in days or weeks
 */
public record LinearVestingSpec(
    @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double locked, Span over) {
  /**
   * Checks the release.
   *
   * @throws IllegalArgumentException if it is not one or more whole days
   */
  public LinearVestingSpec {
    if (over.count() == 0 || !over.unit().isFixed() || over.fixedMicros() % 86_400_000_000L != 0) {
      throw new IllegalArgumentException("over: must be one or more whole days or weeks");
    }
  }

  /** The rule of this spec. */
  public RewardVesting build() {
    return new RewardVesting(locked, (int) (over.fixedMicros() / 86_400_000_000L));
  }
}
