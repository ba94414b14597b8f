package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;
import io.depinsim.core.state.StateOwner;

/**
 * When jobs could arrive: a stream from outside that knows nothing of prices or policies. The n-th
 * potential arrival is the same under every policy; what policies change is which of them happen.
 */
public interface ArrivalStream extends StateOwner {
  /** {@link #next} of a stream that has ended. */
  double NEVER = Double.POSITIVE_INFINITY;

  /**
   * The next potential arrival.
   *
   * @param afterMicros the one before it, microseconds since the start; 0 for the first
   * @param perMicro mean rate of the stream over a long time, arrivals per microsecond, > 0
   * @param draws luck of this very arrival, at its first draw
   * @return its time, microseconds since the start, not before {@code afterMicros}; {@link #NEVER}
   *     if there is none
   */
  double next(double afterMicros, double perMicro, Draws draws);

  /** Work that the latest arrival brings, units; NaN where it is drawn as any other's. */
  default double statedWork() {
    return Double.NaN;
  }

  /** Whether the stream brings its own arrivals, so that a mean rate changes nothing. */
  default boolean recorded() {
    return false;
  }
}
