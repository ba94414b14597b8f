package io.depinsim.core.engine;

import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * Epochs, settlements, unlocks and shocks on MASON's schedule.
 *
 * <p>MASON's schedule holds instants, never events: one {@link Steppable} per distinct simulated
 * time, which hands this calendar its queue of events when MASON reaches it. Inside an instant
 * events run by (phase, sequence), and an event may add others to the instant it runs in. MASON
 * therefore never meets two items at one time, never shuffles with its own generator and never
 * moves an event to the next representable time (decision record 2).
 *
 * <p>Times are exact in MASON's {@code double} up to 2^53 microseconds, 285 years.
 */
public final class EconomyCalendar implements EventCalendar {
  private static final Phase[] PHASES = Phase.values();
  private static final long LAST_EXACT_TIME = 1L << 53;
  private static final String[] COLUMNS = {
    "time", "phase", "sequence", "kind", "entity", "payload"
  };

  private final PeekableSchedule schedule = new PeekableSchedule();
  private final SimState state = new BareState(schedule);
  private final Map<Long, Instant> pendingByTime = new HashMap<>();
  private final ArrayDeque<Instant> spent = new ArrayDeque<>();
  private Instant current;

  /** One pending event: data only. */
  private record Pending(int phase, long sequence, int kind, long entity, long payload)
      implements Comparable<Pending> {
    @Override
    public int compareTo(Pending other) {
      return phase != other.phase
          ? Integer.compare(phase, other.phase)
          : Long.compare(sequence, other.sequence);
    }
  }

  /** All events of one simulated time. */
  private final class Instant implements Steppable {
    private static final long serialVersionUID = 1L;
    private final transient PriorityQueue<Pending> events = new PriorityQueue<>();
    private long time;

    @Override
    public void step(SimState ignored) {
      current = this;
    }
  }

  /** MASON asks for a state to step with; ours holds nothing and its generator is never used. */
  private static final class BareState extends SimState {
    private static final long serialVersionUID = 1L;

    BareState(Schedule schedule) {
      super(0L, schedule);
    }
  }

  /** MASON's schedule with a view of its head. */
  private static final class PeekableSchedule extends Schedule {
    private static final long serialVersionUID = 1L;

    long nextTime() {
      return queue.isEmpty() ? NEVER : (long) ((Schedule.Key) queue.getMinKey()).getTime();
    }
  }

  /**
   * Adds an event.
   *
   * @param time microseconds since the start, not before the instant being stepped
   * @param sequence unique in the run; the driver numbers events in the order they are scheduled
   * @throws IllegalArgumentException if the time lies in the past or beyond 2^53 microseconds
   */
  void schedule(long time, Phase phase, long sequence, int kind, long entity, long payload) {
    if (time < 0 || time > LAST_EXACT_TIME) {
      throw new IllegalArgumentException(
          "event time " + time + " µs: must lie between 0 and 2^53. Maybe a horizon is too far?");
    }
    Pending event = new Pending(phase.ordinal(), sequence, kind, entity, payload);
    if (current != null && time == current.time) {
      current.events.add(event);
      return;
    }
    if (current != null && time < current.time) {
      throw new IllegalArgumentException(
          "event time " + time + " µs: lies before the present instant " + current.time + " µs");
    }
    Instant instant = pendingByTime.get(time);
    if (instant == null) {
      instant = spent.isEmpty() ? new Instant() : spent.pop();
      instant.time = time;
      pendingByTime.put(time, instant);
      if (!schedule.scheduleOnce((double) time, 0, instant)) {
        throw new IllegalStateException("MASON's schedule refused time " + time);
      }
    }
    instant.events.add(event);
  }

  @Override
  public long headTime() {
    return inInstant() ? current.time : schedule.nextTime();
  }

  @Override
  public int headPhase() {
    return head().phase;
  }

  @Override
  public long headSequence() {
    return head().sequence;
  }

  @Override
  public void step(EventHandler handler) {
    Pending event = head();
    if (!inInstant()) {
      if (current != null) {
        spent.push(current);
      }
      schedule.step(state);
      pendingByTime.remove(current.time);
    }
    current.events.remove();
    handler.handle(
        current.time, PHASES[event.phase], event.sequence, event.kind, event.entity, event.payload);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Events in order of time, phase and sequence. Between two instants only.
   *
   * @throws IllegalStateException inside an instant
   */
  @Override
  public void visitState(StateVisitor visitor) {
    if (inInstant()) {
      throw new IllegalStateException("a calendar is shown between two instants only");
    }
    long[][] columns = columns();
    int before = columns[0].length;
    long[] count = {before};
    visitor.longs("count", count, 1);
    if (count[0] != before) {
      requireEmpty(before);
      columns = new long[COLUMNS.length][(int) count[0]];
    }
    for (int i = 0; i < COLUMNS.length; i++) {
      visitor.longs(COLUMNS[i], columns[i], columns[i].length);
    }
    if (before == 0) {
      adopt(columns);
    }
  }

  private static void requireEmpty(int events) {
    if (events > 0) {
      throw new IllegalStateException("only an empty calendar takes over events of another");
    }
  }

  private long[][] columns() {
    List<long[]> rows = new ArrayList<>();
    pendingByTime.forEach(
        (time, instant) ->
            instant.events.forEach(
                e ->
                    rows.add(new long[] {time, e.phase, e.sequence, e.kind, e.entity, e.payload})));
    rows.sort(
        Comparator.<long[]>comparingLong(row -> row[0])
            .thenComparingLong(row -> row[1])
            .thenComparingLong(row -> row[2]));
    long[][] columns = new long[COLUMNS.length][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < COLUMNS.length; i++) {
        columns[i][row] = rows.get(row)[i];
      }
    }
    return columns;
  }

  private void adopt(long[][] columns) {
    for (int row = 0; row < columns[0].length; row++) {
      schedule(
          columns[0][row],
          Phase.values()[(int) columns[1][row]],
          columns[2][row],
          (int) columns[3][row],
          columns[4][row],
          columns[5][row]);
    }
  }

  private boolean inInstant() {
    return current != null && !current.events.isEmpty();
  }

  private Pending head() {
    Instant instant = inInstant() ? current : pendingByTime.get(schedule.nextTime());
    if (instant == null) {
      throw new NoSuchElementException("the calendar is empty");
    }
    return instant.events.element();
  }
}
