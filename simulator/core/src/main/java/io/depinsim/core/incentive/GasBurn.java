package io.depinsim.core.incentive;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.state.StateOwner;
import java.util.List;

/** What messages to the chain burn. */
public interface GasBurn extends StateOwner {
  /**
   * Burn of one day, and remembers the price it ended at.
   *
   * @param nowMicros microseconds since the scenario's start
   * @param activatedUnits raw units activated in the day
   * @param provenUnits raw units that prove themselves
   * @return whole tokens
   */
  double burnOfDay(long nowMicros, double activatedUnits, double provenUnits);

  /** Metrics only this rule has; keys without the network's name. */
  List<Gauge> gauges();
}
