package io.depinsim.agents.arrival;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.state.StateVisitor;

/**
 * Arrivals that know nothing of each other, at the same rate at all times: a Poisson process. Takes
 * one value for each arrival.
 */
public final class PoissonArrivals implements ArrivalStream {
  /** Parameters of {@code arrivals: {poisson: {}}}: none. */
  public record Spec() {}

  @Override
  public double next(double afterMicros, double perMicro, Draws draws) {
    return afterMicros + draws.nextExponential(1) / perMicro;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Has no state.
  }
}
