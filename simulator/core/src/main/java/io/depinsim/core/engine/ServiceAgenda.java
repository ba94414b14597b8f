package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;

/**
 * A mechanism's view of the service calendar: events that are many, and that can be withdrawn.
 *
 * <p>They come back through {@link Mechanism#handle} like all others. A handle is good until its
 * event happens or is cancelled, also in a run that was put down and resumed; it will be used again
 * then, so its holder forgets it.
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
   * @return its handle
   * @throws IllegalArgumentException if it would lie in the past
   */
  int schedule(long time, Phase phase, int kind, long entity, long payload);

  /**
   * Withdraws an event.
   *
   * @throws IllegalArgumentException if none of this handle is pending
   */
  void cancel(int handle);

  /**
   * Moves an event to another time, behind all that are scheduled for the same phase of it. It
   * keeps its handle, kind, entity and payload.
   *
   * @throws IllegalArgumentException if none of this handle is pending, or if it would lie in the
   *     past
   */
  void reschedule(int handle, long time, Phase phase);

  /** Whether an event of this handle is pending. */
  boolean pending(int handle);
}
