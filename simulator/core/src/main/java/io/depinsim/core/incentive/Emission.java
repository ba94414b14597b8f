package io.depinsim.core.incentive;

import io.depinsim.core.metric.Gauge;
import io.depinsim.core.state.StateOwner;
import java.util.List;

/** How many tokens a network offers per settlement. */
public interface Emission extends StateOwner {
  /**
   * Expected tokens of one period, unrounded, and remembers the period as past.
   *
   * @param fromMicros start of the period, microseconds since the scenario's start
   * @param toMicros its end; the next call starts there
   * @param unitsAtStart raw capacity when the period starts, capacity units
   * @param unitsAtEnd raw capacity when it ends; between the two capacity runs linearly
   * @return whole tokens, ≥ 0
   */
  double expected(long fromMicros, long toMicros, double unitsAtStart, double unitsAtEnd);

  /**
   * Tokens per day on offer at this moment, unrounded; what providers reckon with before the first
   * settlement. Changes nothing.
   *
   * @param units raw capacity now, capacity units
   */
  double perDayNow(double units);

  /**
   * Capacity this rule asks of the network now, in capacity units; 0 if it asks for none.
   * Collateral may be measured against it.
   */
  double targetUnits();

  /** Metrics only this rule has; keys without the network's name. */
  List<Gauge> gauges();
}
