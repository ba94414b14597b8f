package io.depinsim.experiments.compare;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.OptionalLong;
import org.apache.commons.math3.stat.StatUtils;

/** Judges a difference by its interval and the smallest difference that matters. */
public final class Judge {
  /** The 90 % point of the standard normal. */
  private static final double NINE_OF_TEN = 1.2815515655446004;

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
   * How many replicates would decide in nine cases of ten, if mean and spread are what they seem:
   * half-width and 1.28 standard errors must shrink to the distance of the mean from the nearer of
   * the limits ± {@code least}.
   *
   * @param differences one per replicate, finite
   * @param family how many intervals hold at once
   * @return empty if there are fewer than {@value ComparisonRecord#FEWEST} replicates, which say
   *     nothing about the spread; if the mean lies on a limit, so that no number would; or if more
   *     than a thousand million would
   */
  public static OptionalLong needed(double[] differences, double least, int family) {
    int replicates = differences.length;
    double distance = Math.abs(Math.abs(StatUtils.mean(differences)) - least);
    double deviation = StrictMath.sqrt(StatUtils.variance(differences));
    double ratio = (MaxT.normal(family) + NINE_OF_TEN) * deviation / distance;
    double needed = StrictMath.ceil(ratio * ratio);
    return replicates >= ComparisonRecord.FEWEST && needed <= MOST
        ? OptionalLong.of(
            Math.max((long) needed, Math.max(replicates + 1L, ComparisonRecord.RESAMPLED)))
        : OptionalLong.empty();
  }
}
