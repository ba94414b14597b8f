package io.depinsim.core.engine.market;

import io.depinsim.core.market.OrderBook;
import io.depinsim.core.random.Streams;
import io.depinsim.core.world.ConsumerTable;

/**
 * Decides, for one cohort of consumers, how many use a service and how much of it. Columns in,
 * columns out; implemented in {@code agents}.
 */
public interface DemandModel {
  /** Name of the central provider they may turn to; empty if there is none. */
  String outside();

  /** Draws who they are into the fixed columns and beliefs of the table, before time starts. */
  void open(ConsumerTable table, Streams streams);

  /**
   * Moves people between the service, the central provider and neither.
   *
   * @param table whose columns of users are rewritten
   * @param unitsPerMonth receives demand by tier, units per month
   */
  void decide(Observation observation, ConsumerTable table, double[] unitsPerMonth);

  /**
   * A market period has passed; changes what the cohort believes.
   *
   * @param lived what it lived through
   */
  void experience(ConsumerTable table, Experience lived, double months);

  /**
   * What is used if everybody there could be uses the service, units per month, shocks apart. A
   * record of jobs holds what arrives then.
   */
  double fullUnitsPerMonth(ConsumerTable table);

  /**
   * How many times as much could arrive at most where jobs are drawn, ≥ 1. What is wanted beyond it
   * is cut and counted.
   */
  default double headroom() {
    return 1;
  }

  /** Whether people may turn away, so that the table must count who did. */
  default boolean churns() {
    return false;
  }

  /**
   * What consumers lived through in a market period, one entry a tier. {@code quality} says what
   * arrived and by itself counts breach and outage once; the others say why the rest did not, for
   * those who mind one more than the other.
   *
   * @param quality share of the demanded service that arrived, 0 to 1; NaN where nothing was
   *     demanded
   * @param waitHours mean wait for it, hours
   * @param breach share of what was demanded that was not served in time, 0 to 1
   * @param outage share that met machines that were down, 0 to 1
   */
  record Experience(double[] quality, double[] waitHours, double[] breach, double[] outage) {}

  /**
   * What those who use a tier would pay for it at most: a bid for each row, in the order of rows.
   * Changes nothing but the bids.
   *
   * @param observation what they see, with the waits of the latest period
   * @param bids receives limits, currency per unit, and what a row's users use at the price they
   *     see, units per month
   */
  void bid(Observation observation, ConsumerTable table, int tier, OrderBook.Side bids);

  /**
   * What consumers see.
   *
   * @param nowMicros microseconds since the start
   * @param months length of the market period
   * @param open whether the service is on offer at all
   * @param price of a unit by tier, currency
   * @param waitHours expected wait by tier
   * @param outsidePrice of a unit of the central provider, currency
   * @param outsideReliability share of its service that arrives in time
   * @param factor what demand is multiplied by at this time, 1 unless shocked
   */
  record Observation(
      long nowMicros,
      double months,
      boolean open,
      double[] price,
      double[] waitHours,
      double outsidePrice,
      double outsideReliability,
      double factor) {}
}
