package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;

/** The present time and a way to schedule one's own later events. */
public interface Agenda {
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
   * @throws IllegalArgumentException if it would lie in the past
   */
  void schedule(long time, Phase phase, int kind, long entity, long payload);
}
