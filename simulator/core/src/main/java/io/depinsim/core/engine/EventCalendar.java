package io.depinsim.core.engine;

import io.depinsim.core.state.StateOwner;

/**
 * A queue of pending events ordered by (time, phase, sequence).
 *
 * <p>The driver compares the heads of all its calendars and steps the smallest, so a calendar for
 * service events in primitive columns can stand beside the economy's without either knowing of the
 * other. A pending event is data only: a calendar shows its events as columns, and an empty one
 * takes over the events that a visitor writes into them.
 */
public interface EventCalendar extends StateOwner {
  /** {@link #headTime()} of an empty calendar. */
  long NEVER = Long.MAX_VALUE;

  /** Time of the next event in microseconds since the start, {@link #NEVER} if there is none. */
  long headTime();

  /** Ordinal of the next event's phase; undefined if there is none. */
  int headPhase();

  /** Sequence number of the next event; undefined if there is none. */
  long headSequence();

  /**
   * Removes the next event and shows it to {@code handler}, which may schedule more.
   *
   * @throws java.util.NoSuchElementException if the calendar is empty
   */
  void step(EventHandler handler);
}
