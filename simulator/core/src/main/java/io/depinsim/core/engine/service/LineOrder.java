package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import java.util.Arrays;

/**
 * How jobs stand in lines: links between jobs in columns, indexed by job and by line. Whoever calls
 * knows which job stands where; nothing is checked here.
 */
sealed interface LineOrder extends StateOwner permits LinkedLines, HeapedLines {
  /** No job. */
  int NONE = -1;

  /** Makes the columns this long; what is new is empty. */
  void resize(int lines, int jobs);

  /**
   * Adds a job that stands nowhere.
   *
   * @param order number of joinings before this one
   */
  void add(int line, int job, double key, long order);

  /** The job to be served next, {@link #NONE} if nobody waits. */
  int head(int line);

  /** Takes a job out of the line in which it stands. */
  void remove(int line, int job);

  /** Writes the first jobs of a line in the order of service; {@code most} are there. */
  void first(int line, int most, int[] into);

  /** A column of this length; what is new holds {@code empty}. */
  static int[] resize(int[] column, int length, int empty) {
    int[] longer = Arrays.copyOf(column, length);
    if (length > column.length) {
      Arrays.fill(longer, column.length, length, empty);
    }
    return longer;
  }
}
