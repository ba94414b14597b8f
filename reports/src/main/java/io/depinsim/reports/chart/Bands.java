package io.depinsim.reports.chart;

import java.util.Arrays;

/**
 * Quantiles over replicates at every time, one entry per time; replicates without a value at a time
 * are left out there, and where most are without one there are no quantiles: NaN.
 *
 * @param days times in days since 1970-01-01
 * @param low90 5 % quantile
 * @param low50 25 % quantile
 * @param median 50 % quantile
 * @param high50 75 % quantile
 * @param high90 95 % quantile
 */
record Bands(
    double[] days,
    double[] low90,
    double[] low50,
    double[] median,
    double[] high50,
    double[] high90) {

  /**
   * Quantiles by linear interpolation between order statistics (Hyndman and Fan's type 7).
   *
   * @param days times in days since 1970-01-01
   * @param values one row per replicate, one column per time
   */
  static Bands of(double[] days, double[][] values) {
    int times = values[0].length;
    double[][] result = new double[5][times];
    double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
    double[] column = new double[values.length];
    for (int t = 0; t < times; t++) {
      int count = 0;
      for (double[] replicate : values) {
        if (!Double.isNaN(replicate[t])) {
          column[count++] = replicate[t];
        }
      }
      Arrays.sort(column, 0, count);
      boolean few = 2 * count < values.length;
      for (int q = 0; q < levels.length; q++) {
        result[q][t] = few ? Double.NaN : quantile(column, count, levels[q]);
      }
    }
    return new Bands(days, result[0], result[1], result[2], result[3], result[4]);
  }

  /**
   * The same curves at fewer times, chosen by {@link Thinning} so that the median keeps its shape.
   */
  Bands thinned() {
    int[] kept = Thinning.indices(median);
    return new Bands(
        Thinning.pick(days, kept),
        Thinning.pick(low90, kept),
        Thinning.pick(low50, kept),
        Thinning.pick(median, kept),
        Thinning.pick(high50, kept),
        Thinning.pick(high90, kept));
  }

  private static double quantile(double[] sorted, int count, double level) {
    if (count == 0) {
      return Double.NaN;
    }
    double place = level * (count - 1);
    int below = (int) place;
    int above = Math.min(below + 1, count - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
