package io.depinsim.experiments.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.experiments.sweep.SweepStatistics.Interval;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SweepStatisticsTest {
  /**
   * By hand with z = 1.96: z² = 3.8416. For 8 of 10: middle (0.8 + 0.19208) / 1.38416 = 0.716738,
   * half 1.96 / 1.38416 sqrt(0.016 + 0.009604) = 0.226577. Newcombe (1998), table I, gives 81 of
   * 263: 0.2553 to 0.3662, and 0 of 20: 0 to 0.1611.
   */
  @Test
  void wilsonsIntervalIsTheOneInTheBooks() {
    Interval eight = SweepStatistics.wilson(8, 10);
    assertEquals(0.716738 - 0.226577, eight.low(), 2e-5);
    assertEquals(0.716738 + 0.226577, eight.high(), 2e-5);
    assertEquals(0.2553, SweepStatistics.wilson(81, 263).low(), 5e-5);
    assertEquals(0.3662, SweepStatistics.wilson(81, 263).high(), 5e-5);
    assertEquals(0, SweepStatistics.wilson(0, 20).low());
    assertEquals(0.1611, SweepStatistics.wilson(0, 20).high(), 5e-5);
    assertEquals(1, SweepStatistics.wilson(20, 20).high());
    assertEquals(1 - 0.1611, SweepStatistics.wilson(20, 20).low(), 5e-5);
  }

  /** Ranks 1 2 3 4 5 and 2 1 4 3 5: squared differences 1 1 1 1 0, so 1 - 6 · 4 / 120 = 0.8. */
  @Test
  void spearmanIsTheCorrelationOfRanks() {
    double[] ascending = {1, 10, 100, 1000, 10_000};
    double[] swapped = {0.2, 0.1, 0.4, 0.3, 99};
    assertEquals(0.8, SweepStatistics.spearman(ascending, swapped).getAsDouble(), 1e-15);
    double[] falling = {5, 4, 3, 2, -1e9};
    assertEquals(-1, SweepStatistics.spearman(ascending, falling).getAsDouble(), 1e-15);
  }

  /** Ranks 1.5 1.5 3 and 1 2 3: covariance 0.75, variances 0.75 and 1, so sqrt(0.75). */
  @Test
  void tiesHaveTheirMeanRank() {
    double found =
        SweepStatistics.spearman(new double[] {7, 7, 9}, new double[] {1, 2, 3}).getAsDouble();
    assertEquals(StrictMath.sqrt(0.75), found, 1e-15);
  }

  @Test
  void whatNeverChangesHasNoCorrelation() {
    double[] same = {4, 4, 4};
    double[] other = {1, 2, 3};
    assertEquals(OptionalDouble.empty(), SweepStatistics.spearman(same, other));
    assertEquals(OptionalDouble.empty(), SweepStatistics.spearman(other, same));
    assertEquals(
        OptionalDouble.empty(), SweepStatistics.spearman(new double[] {1}, new double[] {2}));
  }

  @Test
  void quantilesLieBetweenOrderStatistics() {
    double[] values = {40, 10, 20, 30, 50};
    assertEquals(30, SweepStatistics.quantile(values, 0.5));
    assertEquals(12, SweepStatistics.quantile(values, 0.05), 1e-12);
    assertEquals(48, SweepStatistics.quantile(values, 0.95), 1e-12);
    assertEquals(7, SweepStatistics.quantile(new double[] {7}, 0.05));
  }
}
