package io.depinsim.core.incentive;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import io.depinsim.core.time.SimulatedTime;
import java.util.List;

/**
 * Offers the same number of tokens every day, whatever the network does. Draws no random numbers.
 */
public final class FixedEmission implements Emission {
  private final double tokensPerDay;

  /**
   * Parameters of {@code emission: {fixed: …}}.
   *
   * @param perDay whole tokens per day
   */
  public record Spec(@InRange(atLeast = "0") @InUnit("asset") double perDay) {}

  /** The rule of a spec. */
  public FixedEmission(Spec spec) {
    this.tokensPerDay = spec.perDay();
  }

  @Override
  public double expected(Period period) {
    return tokensPerDay * SimulatedTime.toDays(period.toMicros() - period.fromMicros());
  }

  @Override
  public double perDayNow(double units) {
    return tokensPerDay;
  }

  @Override
  public double targetUnits() {
    return 0;
  }

  @Override
  public List<Gauge> gauges() {
    return List.of();
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Nothing to remember.
  }
}
