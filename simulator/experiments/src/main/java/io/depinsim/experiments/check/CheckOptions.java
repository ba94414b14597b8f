package io.depinsim.experiments.check;

import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.StopSignal;
import java.util.OptionalLong;

/**
 * How a scenario is held against its baseline.
 *
 * @param falseAlarm chance, above 0 and below 1, that the distributional gate alarms on one
 *     scenario though nothing changed
 * @param freshSeed seed of the fresh replicates; empty for that of the baseline, whose replicates
 *     then have the next numbers
 * @param threads replicates run at once, ≥ 1
 * @param progress hears how far replicates have come
 * @param stop puts the work down
 */
public record CheckOptions(
    double falseAlarm,
    OptionalLong freshSeed,
    int threads,
    RunOptions.Progress progress,
    StopSignal stop) {

  /** Chance of a false alarm unless something else is said. */
  public static final double FALSE_ALARM = 0.01;

  /** Checks the numbers. */
  public CheckOptions {
    if (!(falseAlarm > 0 && falseAlarm < 1) || threads < 1) {
      throw new IllegalArgumentException(
          "falseAlarm: must be above 0 and below 1; threads: must be 1 or more");
    }
  }
}
