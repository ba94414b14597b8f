package io.depinsim.agents.arrival;

import io.depinsim.core.engine.service.ArrivalStream;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;

/**
 * Calm and bursts in turn, each of exponential length, with a Poisson process within each: a
 * Markov-modulated Poisson process of two states. The mean rate is kept. Knows nothing of what its
 * arrivals do. Exact; takes one value for each arrival, two more for the first, and one for each
 * change in between.
 */
public final class MarkovArrivals implements ArrivalStream {
  private static final int CALM = 0;
  private static final int BURST = 1;
  private static final int NOT_STARTED = -1;

  /** Switches between two arrivals that are followed one by one. */
  private static final int MANY_SWITCHES = 100_000;

  private final double[] meanMicros;
  private final double[] rates;
  private final double shareOfBursts;
  private final long[] state = {NOT_STARTED};

  /** When calm or burst end, microseconds since the start. */
  private final double[] until = new double[1];

  /**
   * Parameters of {@code arrivals: {markovModulated: …}}.
   *
   * @param factor rate in a burst over rate in calm
   * @param burst mean length of a burst
   * @param calm mean length of the calm between two bursts
   */
  public record Spec(
      @InRange(above = "1") @InUnit("1") double factor,
      @InRange(atLeast = "0.1 h") @InUnit("h") double burst,
      @InRange(atLeast = "0.1 h") @InUnit("h") double calm) {
    /** Share of the time that bursts take. */
    double shareOfBursts() {
      return burst / (burst + calm);
    }

    /** Rate in calm over the mean rate. */
    double calmRate() {
      return 1 / (1 + shareOfBursts() * (factor - 1));
    }
  }

  /** The stream of a spec. */
  public MarkovArrivals(Spec spec) {
    this.meanMicros =
        new double[] {
          spec.calm() * SimulatedTime.MICROS_PER_HOUR, spec.burst() * SimulatedTime.MICROS_PER_HOUR
        };
    this.rates = new double[] {spec.calmRate(), spec.factor() * spec.calmRate()};
    this.shareOfBursts = spec.shareOfBursts();
  }

  @Override
  public double next(double afterMicros, double perMicro, Draws draws) {
    int now = (int) state[0];
    if (now == NOT_STARTED) {
      now = draws.nextEvent(shareOfBursts) ? BURST : CALM;
      until[0] = afterMicros + draws.nextExponential(meanMicros[now]);
    }
    double left = draws.nextExponential(1);
    double time = afterMicros;
    while (time + left / (rates[now] * perMicro) > until[0]) {
      if (draws.taken() > MANY_SWITCHES) {
        // Over so many bursts the mean rate is as good as the two, and luck is not endless.
        time += left / perMicro;
        until[0] = time + draws.nextExponential(meanMicros[now]);
        state[0] = now;
        return time;
      }
      left = Math.max(0, left - (until[0] - time) * rates[now] * perMicro);
      time = until[0];
      now = BURST - now;
      until[0] = time + draws.nextExponential(meanMicros[now]);
    }
    state[0] = now;
    return time + left / (rates[now] * perMicro);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("state", state, 1);
    visitor.doubles("until", until, 1);
  }
}
