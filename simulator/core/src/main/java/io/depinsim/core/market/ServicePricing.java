package io.depinsim.core.market;

import io.depinsim.core.state.StateOwner;

/**
 * What users pay for a unit of service. A price list has one or more tiers; the first is served
 * first, the last gets what is left.
 */
public interface ServicePricing extends StateOwner {
  /** Number of tiers, ≥ 1. */
  int tiers();

  /** Name of a tier, for metrics; empty if there is but one. */
  String tierName(int tier);

  /** Price of a unit in a tier now, currency per unit. */
  double price(int tier);

  /**
   * A market period has ended; sets what users pay in the next one.
   *
   * @param period what was asked for and offered in it
   * @param limits where floors and caps of the price are counted
   */
  void observe(MarketPeriod period, Limits limits);

  /** Tells whoever counts how often a floor or a cap bound. */
  @FunctionalInterface
  interface Limits {
    /**
     * A limit could have bound.
     *
     * @param limit name, such as {@code priceFloor}
     * @param bound whether it did
     */
    void note(String limit, boolean bound);
  }
}
