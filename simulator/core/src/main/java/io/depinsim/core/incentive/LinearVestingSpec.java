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

  /** The rule of this spec. */
  public RewardVesting build() {
    return new RewardVesting(locked, (int) (over.fixedMicros() / 86_400_000_000L));
  }
}
