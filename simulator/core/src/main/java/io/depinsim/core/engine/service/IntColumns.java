package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateVisitor;

/** Shows columns of small integers to visitors, who know only of long ones. */
final class IntColumns {
  private IntColumns() {}

  /** Shows a column, and takes over what the visitor writes into it. */
  static void visit(StateVisitor visitor, String name, int[] column) {
    long[] wide = new long[column.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = column[i];
    }
    visitor.longs(name, wide, wide.length);
    for (int i = 0; i < wide.length; i++) {
      column[i] = Math.toIntExact(wide[i]);
    }
  }
}
