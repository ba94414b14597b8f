package io.depinsim.core.engine;

import java.util.Arrays;

/**
 * The nearest events, so that the very next is at hand.
 *
 * <p>As long as they are few they are sorted, which costs less than a heap: the next is taken from
 * the front, one more is moved in from the back. When they have become many, and the calendar could
 * not move them elsewhere because they are of one time, they form a heap of four children a node
 * until all of them are gone. A sorted array is a heap, so nothing has to be moved for it.
 */
final class NearEvents {
  /** So many are kept sorted at most. */
  static final int SORTED = 64;

  private static final int CHILDREN_SHIFT = 2;
  private static final int CHILDREN = 1 << CHILDREN_SHIFT;

  private final PendingRows rows;
  private int[] near = new int[SORTED];

  // Times of the sorted rows, to compare without a look at the rows themselves.
  private final long[] times = new long[SORTED];

  // Rows from the first to before the end; a heap begins at position 0.
  private int first;
  private int end;
  private boolean heap;

  NearEvents(PendingRows rows) {
    this.rows = rows;
  }

  boolean isEmpty() {
    return first == end;
  }

  int size() {
    return end - first;
  }

  /** The row that comes before all others here. Only if there is one. */
  int first() {
    return near[first];
  }

  long bytes() {
    return (long) near.length * Integer.BYTES + (long) times.length * Long.BYTES;
  }

  /** Adds an event. */
  void add(int row, long time) {
    if (heap) {
      addToHeap(row);
      return;
    }
    if (end == SORTED) {
      if (first == 0) {
        becomeHeap();
        addToHeap(row);
        return;
      }
      close();
    }
    int position = end++;
    while (position > first) {
      long before = times[position - 1];
      if (before < time || before == time && rows.order(near[position - 1]) < rows.order(row)) {
        break;
      }
      times[position] = before;
      near[position] = near[position - 1];
      position--;
    }
    times[position] = time;
    near[position] = row;
  }

  /** Takes the first row out. */
  int removeFirst() {
    int row = near[first];
    if (!heap) {
      first++;
      if (first == end) {
        first = 0;
        end = 0;
      }
      return row;
    }
    int last = near[--end];
    if (end > 0) {
      sink(0, last);
    } else {
      heap = false;
    }
    return row;
  }

  /** Takes out any row that is here. */
  void remove(int row) {
    if (heap) {
      removeFromHeap(row);
      return;
    }
    int position = first;
    while (near[position] != row) {
      position++;
    }
    int after = end - position - 1;
    System.arraycopy(near, position + 1, near, position, after);
    System.arraycopy(times, position + 1, times, position, after);
    end--;
    if (first == end) {
      first = 0;
      end = 0;
    }
  }

  /** Moves all events that do not lie before a time to the wheel. */
  void spill(FarWheel far, long from) {
    int begin = first;
    int before = end;
    first = 0;
    end = 0;
    heap = false;
    for (int i = begin; i < before; i++) {
      int row = near[i];
      long time = rows.time(row);
      if (time < from) {
        add(row, time);
      } else {
        far.add(row, time);
      }
    }
  }

  private void close() {
    System.arraycopy(near, first, near, 0, end - first);
    System.arraycopy(times, first, times, 0, end - first);
    end -= first;
    first = 0;
  }

  private void becomeHeap() {
    for (int i = 0; i < end; i++) {
      rows.setPosition(near[i], i);
    }
    heap = true;
  }

  private void addToHeap(int row) {
    if (end == near.length) {
      near = Arrays.copyOf(near, end + end / CHILDREN);
    }
    rise(end++, row);
  }

  private void removeFromHeap(int row) {
    int position = rows.position(row);
    int last = near[--end];
    if (position < end) {
      if (rows.before(last, row)) {
        rise(position, last);
      } else {
        sink(position, last);
      }
    }
    heap = end > 0;
  }

  private void rise(int from, int row) {
    int position = from;
    while (position > 0) {
      int parent = (position - 1) >> CHILDREN_SHIFT;
      int above = near[parent];
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
    while (child < end) {
      int least = child;
      int beyond = Math.min(child + CHILDREN, end);
      for (int i = child + 1; i < beyond; i++) {
        if (rows.before(near[i], near[least])) {
          least = i;
        }
      }
      if (!rows.before(near[least], row)) {
        break;
      }
      put(position, near[least]);
      position = least;
      child = (position << CHILDREN_SHIFT) + 1;
    }
    put(position, row);
  }

  private void put(int position, int row) {
    near[position] = row;
    rows.setPosition(row, position);
  }
}
