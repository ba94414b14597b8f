package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;

/**
 * The present time and a way to schedule one's own later events by the hundred million. Unlike
 * events of an {@link Agenda} they can be taken back.
 */
public interface ServiceAgenda {
  /** Microseconds since the start. */
  long now();

  /**
   * Schedules an event for the mechanism that holds this agenda.
   *
   * @param time microseconds since the start, not in the past; at the present instant only for a
   *     later phase or the present one
   * @param phase place within the instant
   * @param kind which of the mechanism's events it is
   * @param entity what it concerns
   * @param payload one more number
   * @return a handle to take it back by, good until it happens
   * @throws IllegalArgumentException if it would lie in the past
   */
  int schedule(long time, Phase phase, int kind, long entity, long payload);

  /** Takes a pending event back. */
  void cancel(int handle);
}
