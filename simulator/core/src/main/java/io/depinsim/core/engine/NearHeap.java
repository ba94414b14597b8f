package io.depinsim.core.engine;

import java.util.Arrays;

/**
 * The nearest events in a heap of four children a node, so that the very next is at hand.
 *
 * <p>Holds numbers of rows; each row knows its position, so that any can be taken out.
 */
final class NearHeap {
  private static final int CHILDREN_SHIFT = 2;
  private static final int CHILDREN = 1 << CHILDREN_SHIFT;
  private static final int FIRST_LENGTH = 64;

  private final PendingRows rows;
  private int[] heap = new int[FIRST_LENGTH];
  private int size;

  NearHeap(PendingRows rows) {
    this.rows = rows;
  }

  int size() {
    return size;
  }

  /** The row that comes before all others of this heap. Only if there is one. */
  int first() {
    return heap[0];
  }

  /** Moves all events that do not lie before a time to the wheel. */
  void spill(FarWheel far, long from) {
    int before = size;
    size = 0;
    for (int i = 0; i < before; i++) {
      int row = heap[i];
      long time = rows.time(row);
      if (time < from) {
        add(row);
      } else {
        far.add(row, time);
      }
    }
  }

  long bytes() {
    return (long) heap.length * Integer.BYTES;
  }

  void add(int row) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size + size / CHILDREN);
    }
    rise(size++, row);
  }

  /** Takes the first row out. */
  int removeFirst() {
    int row = heap[0];
    int last = heap[--size];
    if (size > 0) {
      sink(0, last);
    }
    return row;
  }

  /** Takes out any row of this heap. */
  void remove(int row) {
    int position = rows.position(row);
    int last = heap[--size];
    if (position == size) {
      return;
    }
    if (rows.before(last, row)) {
      rise(position, last);
    } else {
      sink(position, last);
    }
  }

  private void rise(int from, int row) {
    int position = from;
    while (position > 0) {
      int parent = (position - 1) >> CHILDREN_SHIFT;
      int above = heap[parent];
      if (!rows.before(row, above)) {
        break;
      }
      put(position, above);
      position = parent;
    }
    put(position, row);
  }

  private void sink(int from, int row) {
    int position = from;
    int child = (position << CHILDREN_SHIFT) + 1;
    while (child < size) {
      int least = child;
      int end = Math.min(child + CHILDREN, size);
      for (int i = child + 1; i < end; i++) {
        if (rows.before(heap[i], heap[least])) {
          least = i;
        }
      }
      if (!rows.before(heap[least], row)) {
        break;
      }
      put(position, heap[least]);
      position = least;
      child = (position << CHILDREN_SHIFT) + 1;
    }
    put(position, row);
  }

  private void put(int position, int row) {
    heap[position] = row;
    rows.setPosition(row, position);
  }
}
