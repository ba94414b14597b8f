package io.depinsim.agents.arrival;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import org.apache.commons.math3.util.FastMath;

/**
 * Arrivals that bring others: a Hawkes process. Each arrival brings {@code branching} more on
 * average, these bring others in turn, and each comes after an exponential time of mean {@code
 * decay}. The mean rate is kept: 1 - branching of it comes by itself.
 *
 * <p>What comes by itself and what was brought by all before are two Poisson processes until the
 * next arrival; the first to arrive wins. Exact, without thinning, and two values for each arrival,
 * increasing in each. At the start the echo of what came before is at its mean, so the expected
 * rate is the mean rate from the start on.
 *
 * @see <a href="https://doi.org/10.1214/ECP.v18-2717">Dassios, Zhao: Exact simulation of Hawkes
 *     process with exponentially decaying intensity (2013)</a>
 */
public final class HawkesArrivals implements ArrivalStream {
  private static final double NOT_STARTED = -1;

  private final double branching;
  private final double decayMicros;

  /** Just after the latest arrival: earlier ones, each counted exp(-age / decay) times. */
  private final double[] echo = {NOT_STARTED};

  /**
   * Parameters of {@code arrivals: {hawkes: …}}.
   *
   * @param branching arrivals that one arrival brings itself, on average
   * @param decay mean time between an arrival and one that it brings
   */
  public record Spec(
      @InRange(atLeast = "0", atMost = "0.95") @InUnit("1") double branching,
      @InRange(above = "0") @InUnit("h") double decay) {}

  /** The stream of a spec. */
  public HawkesArrivals(Spec spec) {
    this.branching = spec.branching();
    this.decayMicros = spec.decay() * SimulatedTime.MICROS_PER_HOUR;
  }

  @Override
  public double next(double afterMicros, double perMicro, Draws draws) {
    if (echo[0] == NOT_STARTED) {
      echo[0] = perMicro * decayMicros;
    }
    double byItself = draws.nextExponential(1) / (perMicro * (1 - branching));
    double luck = draws.nextExponential(1);
    // Of what was brought, branching · echo still come; none may come any more.
    double left = 1 - luck / (branching * echo[0]);
    double brought = left > 0 ? -decayMicros * FastMath.log(left) : Double.POSITIVE_INFINITY;
    double wait = Math.min(byItself, brought);
    echo[0] = echo[0] * FastMath.exp(-wait / decayMicros) + 1;
    return afterMicros + wait;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("echo", echo, 1);
  }
}
