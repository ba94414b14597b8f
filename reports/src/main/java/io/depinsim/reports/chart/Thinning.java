package io.depinsim.reports.chart;

import java.util.Arrays;

/**
 * Fewer points for a curve with more of them than a screen has columns: the first, the last, and
 * the lowest and highest of each of {@value #BUCKETS} equal stretches, so that peaks stay.
 */
final class Thinning {

  private static final int BUCKETS = 400;

  private Thinning() {}

  /** Indices to keep, ascending; all of them when there are few. */
  static int[] indices(double[] values) {
    int n = values.length;
    int[] kept = new int[Math.min(n, 2 * BUCKETS + 2)];
    if (n <= kept.length) {
      Arrays.setAll(kept, i -> i);
      return kept;
    }
    int count = 0;
    kept[count++] = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int from = (int) ((long) bucket * n / BUCKETS);
      int to = (int) ((long) (bucket + 1) * n / BUCKETS);
      int low = from;
      int high = from;
      for (int i = from; i < to; i++) {
        low = values[i] < values[low] ? i : low;
        high = values[i] > values[high] ? i : high;
      }
      count = keep(kept, count, Math.min(low, high));
      count = keep(kept, count, Math.max(low, high));
    }
    count = keep(kept, count, n - 1);
    return Arrays.copyOf(kept, count);
  }

  static double[] pick(double[] values, int[] kept) {
    double[] result = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      result[i] = values[kept[i]];
    }
    return result;
  }

  private static int keep(int[] kept, int count, int index) {
    if (kept[count - 1] == index) {
      return count;
    }
    kept[count] = index;
    return count + 1;
  }
}
