package io.depinsim.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of a state owner as they were at one moment, to be written into another. */
final class RecordedState {
  private final List<String> names = new ArrayList<>();
  private final List<long[]> columns = new ArrayList<>();

  private RecordedState() {}

  static RecordedState of(StateOwner owner) {
    RecordedState state = new RecordedState();
    owner.visitState(
        new Each() {
          @Override
          public void longs(String name, long[] column, int length) {
            state.names.add(name);
            state.columns.add(Arrays.copyOf(column, length));
          }
        });
    return state;
  }

  /** Puts {@code owner} into this state. */
  void into(StateOwner owner) {
    int[] next = {0};
    owner.visitState(
        new Each() {
          @Override
          public void longs(String name, long[] column, int length) {
            long[] recorded = columns.get(next[0]);
            assertEquals(names.get(next[0]++), name);
            assertEquals(recorded.length, length, name);
            System.arraycopy(recorded, 0, column, 0, length);
          }
        });
    assertEquals(names.size(), next[0]);
  }

  void assertSame(RecordedState other, String message) {
    assertEquals(names, other.names, message);
    for (int i = 0; i < names.size(); i++) {
      assertArrayEquals(columns.get(i), other.columns.get(i), message + ", " + names.get(i));
    }
  }

  long[] column(String name) {
    return columns.get(names.indexOf(name));
  }

  /** Reals as the integers of the same bits. */
  private abstract static class Each implements StateVisitor {
    @Override
    public void doubles(String name, double[] column, int length) {
      long[] bits = new long[length];
      for (int i = 0; i < length; i++) {
        bits[i] = Double.doubleToRawLongBits(column[i]);
      }
      longs(name, bits, length);
      for (int i = 0; i < length; i++) {
        column[i] = Double.longBitsToDouble(bits[i]);
      }
    }
  }
}
