package io.depinsim.core.engine.service;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.Arrays;

/**
 * A set of rows that can be counted and sampled: its members lie side by side, in an order that
 * depends on nothing but the history of joining and leaving. Everything in constant time; 8 bytes a
 * row.
 */
public final class RowSet implements StateOwner {
  private final int[] members;
  private final int[] place;
  private int size;

  /** An empty set of rows below {@code rows}. */
  RowSet(int rows) {
    this.members = new int[rows];
    this.place = new int[rows];
    Arrays.fill(place, -1);
  }

  /** Number of members. */
  public int size() {
    return size;
  }

  /** The i-th member, 0 to size - 1. */
  public int get(int i) {
    return members[i];
  }

  /** Whether a row is a member. */
  public boolean contains(int row) {
    return place[row] >= 0;
  }

  void add(int row) {
    if (place[row] < 0) {
      place[row] = size;
      members[size++] = row;
    }
  }

  /** Takes a row out; the last member takes its place. */
  void remove(int row) {
    int at = place[row];
    if (at >= 0) {
      int last = members[--size];
      members[at] = last;
      place[last] = at;
      place[row] = -1;
    }
  }

  @Override
  public void visitState(StateVisitor visitor) {
    long[] count = {size};
    visitor.longs("size", count, 1);
    size = (int) count[0];
    IntColumns.show(visitor, "members", members, size);
    Arrays.fill(place, -1);
    for (int i = 0; i < size; i++) {
      place[members[i]] = i;
    }
  }
}
