package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** State of one owner, written into another of the same making. */
final class StateCopy implements StateVisitor {
  private final Deque<Object> kept = new ArrayDeque<>();
  private boolean writing;

  /** Makes {@code to} what {@code from} is. */
  static void copy(StateOwner from, StateOwner to) {
    StateCopy copy = new StateCopy();
    from.visitState(copy);
    copy.writing = true;
    to.visitState(copy);
    assertEquals(0, copy.kept.size(), "columns are left over");
  }

  @Override
  public void longs(String name, long[] column, int length) {
    if (!writing) {
      kept.add(name);
      kept.add(Arrays.copyOf(column, length));
      return;
    }
    assertEquals(kept.remove(), name);
    long[] values = (long[]) kept.remove();
    assertEquals(values.length, length, name);
    System.arraycopy(values, 0, column, 0, length);
  }

  @Override
  public void doubles(String name, double[] column, int length) {
    if (!writing) {
      kept.add(name);
      kept.add(Arrays.copyOf(column, length));
      return;
    }
    assertEquals(kept.remove(), name);
    double[] values = (double[]) kept.remove();
    assertEquals(values.length, length, name);
    System.arraycopy(values, 0, column, 0, length);
  }
}
