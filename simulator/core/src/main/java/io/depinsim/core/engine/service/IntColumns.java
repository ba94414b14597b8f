package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateVisitor;

/** Shows columns of {@code int} as columns of {@code long}, which is what visitors know. */
final class IntColumns {
  private IntColumns() {}

  /** Shows the first entries of a column and takes back what the visitor has written. */
  static void show(StateVisitor visitor, String name, int[] column, int length) {
    long[] wide = new long[length];
    for (int i = 0; i < length; i++) {
      wide[i] = column[i];
    }
    visitor.longs(name, wide, length);
    for (int i = 0; i < length; i++) {
      column[i] = (int) wide[i];
    }
  }
}
