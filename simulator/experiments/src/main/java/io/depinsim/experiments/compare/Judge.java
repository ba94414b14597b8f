package io.depinsim.experiments.compare;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.OptionalLong;

/** Judges a difference by its interval and the smallest difference that matters. */
public final class Judge {
  private static final long MOST = 1_000_000_000L;

  private Judge() {}

  /**
   * The verdict: the whole interval lies beyond {@code least} on one side, or within it on both;
   * else nothing is decided.
   *
   * @param least smallest difference that matters, ≥ 0
   */
  public static Verdict verdict(Interval difference, double least, Direction better) {
    if (difference.low() > least) {
      return better == Direction.NEITHER
          ? Verdict.higher
          : better == Direction.HIGHER ? Verdict.better : Verdict.worse;
    }
    if (difference.high() < -least) {
      return better == Direction.NEITHER
          ? Verdict.lower
          : better == Direction.HIGHER ? Verdict.worse : Verdict.better;
    }
    return difference.low() >= -least && difference.high() <= least
        ? Verdict.equivalent
        : Verdict.undecided;
  }

  /**
   * How many replicates would decide, if mean and spread stay what they are: the half-width must
   * shrink to the distance of the mean from the nearer of the limits ± {@code least}.
   *
   * @return empty if the mean lies on a limit, so that no number would, or more than a thousand
   *     million
   */
  public static OptionalLong needed(Interval difference, double least, int replicates) {
    double distance = Math.abs(Math.abs(difference.mean()) - least);
    double ratio = difference.half() / distance;
    double needed = StrictMath.ceil(replicates * ratio * ratio);
    return needed <= MOST
        ? OptionalLong.of(Math.max((long) needed, replicates + 1L))
        : OptionalLong.empty();
  }
}
