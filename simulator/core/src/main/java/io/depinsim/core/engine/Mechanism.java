package io.depinsim.core.engine;

import io.depinsim.core.time.Phase;

/**
 * Something that acts at its times: it schedules events as data and receives them back.
 *
 * <p>Fields of a mechanism are final; what changes lives in columns, ledger balances or small
 * tables registered with the {@link Simulation}.
 */
public interface Mechanism {
  /** Name in messages, unique in the run. */
  String name();

  /** Schedules the first events. Called once, before time starts. */
  void start(Agenda agenda);

  /**
   * One of this mechanism's events happens.
   *
   * @param kind what {@link Agenda#schedule} was told
   * @param entity what it concerns
   * @param payload one more number
   */
  void handle(Agenda agenda, Phase phase, int kind, long entity, long payload);
}
