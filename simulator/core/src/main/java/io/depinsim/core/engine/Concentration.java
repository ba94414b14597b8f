package io.depinsim.core.engine;

import io.depinsim.core.world.ProviderTable;
import java.util.Arrays;

/** How capacity, or work, is spread over providers. */
public final class Concentration {
  private Concentration() {}

  /** Rows with capacity. */
  static long active(ProviderTable table) {
    long count = 0;
    for (int row = 0; row < table.rows(); row++) {
      count += table.quality(row) > 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * Fewest providers that together hold more than half of quality-adjusted capacity; 0 on an empty
   * network.
   */
  static long nakamoto(ProviderTable table) {
    long[] sizes = sorted(table);
    long total = Arrays.stream(sizes).sum();
    long held = 0;
    long count = 0;
    for (int i = sizes.length - 1; i >= 0 && held <= total - held; i--) {
      held += sizes[i];
      count++;
    }
    return count;
  }

  /**
   * Gini coefficient of quality-adjusted capacity among rows that have any; 0 for fewer than two.
   */
  static double gini(ProviderTable table) {
    long[] sizes = sorted(table);
    double total = 0;
    double weighted = 0;
    for (int i = 0; i < sizes.length; i++) {
      total += sizes[i];
      weighted += (2.0 * (i + 1) - sizes.length - 1) * sizes[i];
    }
    return sizes.length < 2 ? 0 : weighted / (sizes.length * total);
  }

  /**
   * Fewest of those with these sizes, ≥ 0, that together have more than half; 0 if nobody has any.
   */
  public static long nakamoto(double[] sizes) {
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    double total = 0;
    for (double size : sorted) {
      total += size;
    }
    double held = 0;
    long count = 0;
    for (int i = sorted.length - 1; i >= 0 && held <= total - held && total > 0; i--) {
      held += sorted[i];
      count++;
    }
    return count;
  }

  /** Gini coefficient among those with these sizes, ≥ 0, that have any; 0 for fewer than two. */
  public static double gini(double[] sizes) {
    double[] sorted = Arrays.stream(sizes).filter(size -> size > 0).sorted().toArray();
    double total = 0;
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      total += sorted[i];
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
    }
    return sorted.length < 2 ? 0 : weighted / (sorted.length * total);
  }

  /** Quality-adjusted capacity of rows that have any, ascending. */
  private static long[] sorted(ProviderTable table) {
    long[] sizes = new long[table.rows()];
    int count = 0;
    for (int row = 0; row < sizes.length; row++) {
      long size = table.quality(row);
      if (size > 0) {
        sizes[count++] = size;
      }
    }
    long[] present = Arrays.copyOf(sizes, count);
    Arrays.sort(present);
    return present;
  }
}
