package io.depinsim.core.incentive;

import io.depinsim.core.market.ServicePricing.Limits;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.state.StateOwner;
import java.util.List;

/** How many tokens a network offers per settlement. */
public interface Emission extends StateOwner {
  /**
   * Expected tokens of one period, unrounded, and remembers the period as past. Not called for time
   * before the launch.
   *
   * @return whole tokens, ≥ 0
   */
  double expected(Period period);

  /**
   * One settlement period.
   *
   * @param fromMicros start of the period, microseconds since the scenario's start
   * @param toMicros its end; the next period starts there
   * @param launchMicros when the token was launched, not after {@code fromMicros}
   * @param unitsAtStart raw capacity when the period starts, capacity units
   * @param unitsAtEnd raw capacity when it ends; between the two capacity runs linearly
   * @param revenue what users paid in the period, currency; 0 without a service market
   * @param price price of the token at its end, currency; 0 without an exchange
   * @param limits where floors and caps of the rule are counted
   */
  record Period(
      long fromMicros,
      long toMicros,
      long launchMicros,
      double unitsAtStart,
      double unitsAtEnd,
      double revenue,
      double price,
      Limits limits) {

    /** A period in which nobody counts limits. */
    public Period(
        long fromMicros,
        long toMicros,
        long launchMicros,
        double unitsAtStart,
        double unitsAtEnd,
        double revenue,
        double price) {
      this(
          fromMicros,
          toMicros,
          launchMicros,
          unitsAtStart,
          unitsAtEnd,
          revenue,
          price,
          (limit, bound) -> {});
    }

    /** A period of a network without a market, launched at the start. */
    public static Period of(
        long fromMicros, long toMicros, double unitsAtStart, double unitsAtEnd) {
      return new Period(fromMicros, toMicros, 0, unitsAtStart, unitsAtEnd, 0, 0);
    }
  }

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
