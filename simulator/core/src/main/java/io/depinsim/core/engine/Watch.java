package io.depinsim.core.engine;

/**
 * Looks on while a simulation runs. Asked between two instants, when all state lies in what the
 * simulation shows ({@link Simulation#visitState}) and nothing is half done. Changes nothing.
 */
@FunctionalInterface
public interface Watch {
  /** Nobody looks on. */
  Watch NOBODY = now -> true;

  /**
   * An instant is over.
   *
   * @param now its time, microseconds since the start
   * @return whether to go on; if not, the run ends here and may be resumed from its state
   */
  boolean goOn(long now);
}
