package io.depinsim.core.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Events in rows of five {@code long}s, all in one array: time, order, links, entity, payload.
 *
 * <p>The cells of a row lie side by side because an event is mostly touched as a whole: with a
 * million pending, each column of its own would cost a further wait for memory. A row's number is
 * the handle of its event. Rows that are given back are used again, the latest first.
 *
 * <p>Order is phase (4 bits), sequence (43 bits) and kind (17 bits) in one number, so that one
 * comparison settles both phase and sequence. Links belong to the structure that holds the row: two
 * neighbours in a list, or a position in a heap.
 *
 * <p>40 bytes a row; when rows run out there will be a quarter more, hence at most 50 bytes for
 * each row that was ever in use at once.
 */
final class PendingRows {
  /** No row. */
  static final int NONE = -1;

  /** Sequence numbers lie below this. */
  static final long SEQUENCES = 1L << 43;

  /** Kinds of event lie below this. */
  static final int KINDS = 1 << 17;

  private static final int FIRST_ROWS = 64;
  private static final int WIDTH = 5;
  private static final int ORDER = 1;
  private static final int LINKS = 2;
  private static final int ENTITY = 3;
  private static final int PAYLOAD = 4;
  private static final int PHASE_SHIFT = 60;
  private static final int KIND_BITS = 17;
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  // Phases are stored less 8, so that comparing signed numbers puts all sixteen in order.
  private static final int PHASE_BIAS = 8;
  private static final long RELEASED = -1;

  private long[] cells = new long[FIRST_ROWS * WIDTH];
  private int used;
  private int free = NONE;
  private int pending;

  /** Phase, sequence and kind as one number; compares as (phase, sequence). */
  static long order(int phase, long sequence, int kind) {
    return (long) (phase - PHASE_BIAS) << PHASE_SHIFT | sequence << KIND_BITS | kind;
  }

  static int phase(long order) {
    return (int) (order >> PHASE_SHIFT) + PHASE_BIAS;
  }

  static long sequence(long order) {
    return order >>> KIND_BITS & SEQUENCES - 1;
  }

  static int kind(long order) {
    return (int) order & KINDS - 1;
  }

  /** A row for an event; its links are undefined. */
  int acquire(long time, long order, long entity, long payload) {
    int row = free;
    if (row == NONE) {
      row = unused();
    } else {
      free = (int) cells[row * WIDTH + LINKS];
    }
    int cell = row * WIDTH;
    cells[cell] = time;
    cells[cell + ORDER] = order;
    cells[cell + ENTITY] = entity;
    cells[cell + PAYLOAD] = payload;
    pending++;
    return row;
  }

  private int unused() {
    int row = used++;
    int length = (row + 1) * WIDTH;
    if (length > cells.length) {
      cells = Arrays.copyOf(cells, Math.multiplyExact(row + row / 4, WIDTH));
    }
    return row;
  }

  /** Gives a row back; its number will be used again. */
  void release(int row) {
    int cell = row * WIDTH;
    cells[cell] = RELEASED;
    cells[cell + LINKS] = free;
    free = row;
    pending--;
  }

  boolean isPending(int row) {
    return row >= 0 && row < used && cells[row * WIDTH] != RELEASED;
  }

  /** Number of events. */
  int pending() {
    return pending;
  }

  /** Rows ever in use at once. */
  int used() {
    return used;
  }

  /** Bytes of the array. */
  long bytes() {
    return (long) cells.length * Long.BYTES;
  }

  /**
   * Writes all events in order of time, phase and sequence, and the rows given back in the order in
   * which they will be used again.
   *
   * @param columns receives row, time, phase, sequence, kind, entity and payload, one column each
   * @param given receives the rows given back
   */
  void show(long[][] columns, long[] given) {
    int[] ordered =
        IntStream.range(0, used)
            .filter(this::isPending)
            .boxed()
            .sorted((a, b) -> before(a, b) ? -1 : 1)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < ordered.length; i++) {
      int row = ordered[i];
      long order = order(row);
      columns[0][i] = row;
      columns[1][i] = time(row);
      columns[2][i] = phase(order);
      columns[3][i] = sequence(order);
      columns[4][i] = kind(order);
      columns[5][i] = entity(row);
      columns[6][i] = payload(row);
    }
    int row = free;
    for (int i = 0; i < given.length; i++) {
      given[i] = row;
      row = next(row);
    }
  }

  /** Takes over what {@link #show} wrote, instead of what is here; links are undefined. */
  void adopt(long[][] columns, long[] given) {
    pending = columns[0].length;
    used = pending + given.length;
    cells = new long[Math.max(FIRST_ROWS, used) * WIDTH];
    free = NONE;
    for (int i = given.length - 1; i >= 0; i--) {
      int cell = (int) given[i] * WIDTH;
      cells[cell] = RELEASED;
      cells[cell + LINKS] = free;
      free = (int) given[i];
    }
    for (int i = 0; i < pending; i++) {
      int row = (int) columns[0][i];
      move(row, columns[1][i], order((int) columns[2][i], columns[3][i], (int) columns[4][i]));
      cells[row * WIDTH + ENTITY] = columns[5][i];
      cells[row * WIDTH + PAYLOAD] = columns[6][i];
    }
  }

  long time(int row) {
    return cells[row * WIDTH];
  }

  long order(int row) {
    return cells[row * WIDTH + ORDER];
  }

  long entity(int row) {
    return cells[row * WIDTH + ENTITY];
  }

  long payload(int row) {
    return cells[row * WIDTH + PAYLOAD];
  }

  /** Moves a row to another place in time. */
  void move(int row, long time, long order) {
    cells[row * WIDTH] = time;
    cells[row * WIDTH + ORDER] = order;
  }

  /** Whether one row comes before another; no two have the same time and order. */
  boolean before(int row, int other) {
    long difference = cells[row * WIDTH] - cells[other * WIDTH];
    return difference != 0
        ? difference < 0
        : cells[row * WIDTH + ORDER] < cells[other * WIDTH + ORDER];
  }

  int previous(int row) {
    return (int) (cells[row * WIDTH + LINKS] >> Integer.SIZE);
  }

  int next(int row) {
    return (int) cells[row * WIDTH + LINKS];
  }

  void link(int row, int previous, int next) {
    cells[row * WIDTH + LINKS] = (long) previous << Integer.SIZE | next & LOW_HALF;
  }

  void linkPrevious(int row, int previous) {
    link(row, previous, next(row));
  }

  void linkNext(int row, int next) {
    link(row, previous(row), next);
  }

  int position(int row) {
    return (int) cells[row * WIDTH + LINKS];
  }

  void setPosition(int row, int position) {
    cells[row * WIDTH + LINKS] = position;
  }
}
