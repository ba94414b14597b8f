package io.depinsim.core.engine;

import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.NoSuchElementException;

/**
 * Service events in primitive arrays: arrivals, starts, completions, failures, repairs, deadlines
 * that are withdrawn. Millions may be pending.
 *
 * <p>A pending event has a handle, by which it can be cancelled or rescheduled. A handle is the
 * number of a row and will be used again once its event has happened or was cancelled; whoever
 * holds it forgets it then.
 *
 * <p>Events before a limit are near and sorted, all others far, in lists by digits of their time;
 * when none is near, the next list moves over. As long as few are pending, all are near. Nothing is
 * allocated except when more events are pending than ever before, and a cancelled event leaves
 * nothing behind. An event needs 40 bytes, with room for a quarter more at most 50, and 5 more when
 * most events are of one time; a calendar needs 14 kB.
 */
public final class ServiceCalendar implements EventCalendar {
  private static final long LAST_TIME = 1L << 53;

  // Lists so short move over without being divided further; so many near events are spread again.
  // Measured: between 8 and 32 the first matters little.
  private static final int FEW = 16;
  private static final int MANY = 60;
  private static final Phase[] PHASES = Phase.values();
  private static final String[] COLUMNS = {
    "service handle",
    "service time",
    "service phase",
    "service sequence",
    "service kind",
    "service entity",
    "service payload"
  };

  private final PendingRows rows = new PendingRows();
  private final NearEvents near = new NearEvents(rows);
  private final FarWheel far = new FarWheel(rows);

  // All events before it are near, all others far.
  private long limit = NEVER;
  private long lastTime;

  /**
   * Adds an event.
   *
   * @param time microseconds since the start, not before the event stepped last
   * @param phase ordinal of its phase
   * @param sequence place within the phase, unique in the run, below 2^43
   * @param kind which handler it is meant for, below 2^17
   * @param entity what it concerns
   * @param payload one more number
   * @return its handle until it has happened or is cancelled
   * @throws IllegalArgumentException if the time lies in the past or beyond 2^53 microseconds
   */
  public int schedule(long time, int phase, long sequence, int kind, long entity, long payload) {
    requireTime(time);
    if (kind < 0 || kind >= PendingRows.KINDS) {
      throw new IllegalArgumentException("event kind " + kind + ": must lie below 2^17.");
    }
    int row = rows.acquire(time, order(phase, sequence, kind), entity, payload);
    place(row, time);
    return row;
  }

  /**
   * Withdraws an event.
   *
   * @throws IllegalArgumentException if there is none of this handle
   */
  public void cancel(int handle) {
    requirePending(handle);
    remove(handle);
    rows.release(handle);
  }

  /**
   * Moves an event to another time; it keeps its handle, kind, entity and payload.
   *
   * @throws IllegalArgumentException if there is none of this handle, or for a time that {@link
   *     #schedule} refuses; nothing is changed then
   */
  public void reschedule(int handle, long time, int phase, long sequence) {
    requirePending(handle);
    requireTime(time);
    long order = order(phase, sequence, PendingRows.kind(rows.order(handle)));
    remove(handle);
    rows.move(handle, time, order);
    place(handle, time);
  }

  /** Whether an event of this handle is pending. */
  public boolean pending(int handle) {
    return rows.isPending(handle);
  }

  /** Number of pending events. */
  public int size() {
    return rows.pending();
  }

  /** Bytes of all arrays. */
  long bytes() {
    return rows.bytes() + near.bytes() + far.bytes();
  }

  @Override
  public long headTime() {
    return hasHead() ? rows.time(near.first()) : NEVER;
  }

  @Override
  public int headPhase() {
    return PendingRows.phase(rows.order(head()));
  }

  @Override
  public long headSequence() {
    return PendingRows.sequence(rows.order(head()));
  }

  @Override
  public void step(EventHandler handler) {
    int row = head();
    near.removeFirst();
    long time = rows.time(row);
    long order = rows.order(row);
    long entity = rows.entity(row);
    long payload = rows.payload(row);
    rows.release(row);
    lastTime = time;
    handler.handle(
        time,
        PHASES[PendingRows.phase(order)],
        PendingRows.sequence(order),
        PendingRows.kind(order),
        entity,
        payload);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Events in order of time, phase and sequence with their handles, and the handles that will be
   * used again, in the order in which they will be: a resumed run gives the same handles as one
   * that was never put down. Between two events only.
   */
  @Override
  public void visitState(StateVisitor visitor) {
    int before = rows.pending();
    long[] clock = {before, rows.used(), lastTime};
    visitor.longs("service", clock, clock.length);
    if (clock[0] != before && before > 0) {
      throw new IllegalStateException("only an empty calendar takes over events of another");
    }
    int events = (int) clock[0];
    long[][] columns = new long[COLUMNS.length][events];
    long[] free = new long[(int) clock[1] - events];
    if (events == before && clock[1] == rows.used()) {
      rows.show(columns, free);
    }
    for (int i = 0; i < COLUMNS.length; i++) {
      visitor.longs(COLUMNS[i], columns[i], events);
    }
    visitor.longs("service free", free, free.length);
    if (before == 0) {
      rows.adopt(columns, free);
      lastTime = clock[2];
      for (int i = 0; i < events; i++) {
        place((int) columns[0][i], columns[1][i]);
      }
    }
  }

  private boolean hasHead() {
    if (near.isEmpty()) {
      if (far.isEmpty()) {
        return false;
      }
      pour();
    }
    return true;
  }

  private int head() {
    if (!hasHead()) {
      throw new NoSuchElementException("the calendar is empty");
    }
    return near.first();
  }

  private void place(int row, long time) {
    if (time >= limit) {
      far.add(row, time);
      return;
    }
    near.add(row, time);
    if (near.size() > MANY) {
      spread();
    }
  }

  private void remove(int row) {
    if (rows.time(row) < limit) {
      near.remove(row);
    } else {
      far.remove(row);
    }
  }

  /** Moves near events to the wheel, if they have become many and are not of one time. */
  private void spread() {
    // Nothing will be scheduled before the last step, so the wheel can take whatever comes.
    if (far.isEmpty() || lastTime > far.base()) {
      far.rebase(lastTime);
    }
    long base = far.base();
    if (limit - base <= 1) {
      return;
    }
    limit = base;
    near.spill(far, base);
  }

  private void pour() {
    limit = far.pour(near, FEW);
    if (far.isEmpty() && near.size() <= FEW) {
      limit = NEVER;
    }
  }

  private static long order(int phase, long sequence, int kind) {
    if (phase < 0 || phase >= PHASES.length) {
      throw new IllegalArgumentException("event phase " + phase + ": must be one of Phase.");
    }
    if (sequence < 0 || sequence >= PendingRows.SEQUENCES) {
      throw new IllegalArgumentException(
          "event sequence " + sequence + ": must lie between 0 and 2^43.");
    }
    return PendingRows.order(phase, sequence, kind);
  }

  private void requireTime(long time) {
    if (time < lastTime || time > LAST_TIME) {
      throw new IllegalArgumentException(
          "event time "
              + time
              + " µs: must lie between "
              + lastTime
              + " µs, where the calendar is, and 2^53. Maybe a horizon is too far?");
    }
  }

  private void requirePending(int handle) {
    if (!rows.isPending(handle)) {
      throw new IllegalArgumentException(
          "event " + handle + ": is not pending. Maybe its handle was kept after it had happened?");
    }
  }
}
