package io.depinsim.core.engine;

import io.depinsim.core.world.ProviderTable;
import java.util.Arrays;

/** How capacity is spread over providers. */
final class Concentration {
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
