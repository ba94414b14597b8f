package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;

/** Receives one event at its time. */
@FunctionalInterface
public interface EventHandler {
  /**
   * One event happens.
   *
   * @param time microseconds since the start
   * @param phase its place within the instant
   * @param sequence its place within the phase, unique in the run
   * @param kind which handler it is meant for, as registered with {@link Simulation}
   * @param entity what it concerns, in the handler's own numbering
   * @param payload one more number
   */
  void handle(long time, Phase phase, long sequence, int kind, long entity, long payload);
}
