package io.depinsim.core.incentive;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * Where an emission stands: the launch, and the end of its last period. Before the first period
 * both are the scenario's start, where month 0 is taken to begin.
 */
final class EmissionClock implements StateOwner {
  private static final int LAUNCH = 0;
  private static final int NOW = 1;

  private final long[] micros = new long[2];

  /** A period is past. */
  void passed(Emission.Period period) {
    micros[LAUNCH] = period.launchMicros();
    micros[NOW] = period.toMicros();
  }

  /** The month now, since the launch. */
  long month(EmissionMonths months) {
    return months.monthAt(micros[LAUNCH], micros[NOW]);
  }

  /** Length of the month now, days. */
  double daysOfMonth(EmissionMonths months) {
    return months.days(micros[LAUNCH], month(months));
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("launchAndNow", micros, micros.length);
  }
}
