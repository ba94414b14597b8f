package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;

/**
 * A class of machines.
 *
 * @param capex price of a new machine
 * @param capexSpread standard deviation of the logarithm of what different owners pay, ≥ 0
 * @param leadTime from order to service
 * @param resale share of the price that a used machine fetches at once
 * @param depreciation share by which that falls per month
 * @param capacity whole units of service that a machine can give, ≥ 1
 * @param outage share of a market period's machines that are down for that period
 */
public record HardwareSpec(
    @InUnit("currency") double capex,
    @Omittable("0") @InUnit("1") double capexSpread,
    @Omittable("0 months") Span leadTime,
    @Omittable("0 %") @InUnit("%") double resale,
    @Omittable("0 %/month") @InUnit("%/month") double depreciation,
    @InUnit("unit/month") long capacity,
    @Omittable("0 %") @InUnit("%") double outage) {

  /** Checks the ranges. */
  public HardwareSpec {
    if (!(capex >= 0)) {
      throw new IllegalArgumentException("capex: must be 0 or more");
    }
    if (!(capexSpread >= 0)) {
      throw new IllegalArgumentException("capexSpread: must be 0 or more");
    }
    if (!(resale >= 0 && resale <= 1)) {
      throw new IllegalArgumentException("resale: must lie between 0 % and 100 %");
    }
    if (!(depreciation >= 0 && depreciation <= 1)) {
      throw new IllegalArgumentException("depreciation: must lie between 0 % and 100 % a month");
    }
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: must be 1 unit a month or more");
    }
    if (!(outage >= 0 && outage < 1)) {
      throw new IllegalArgumentException("outage: must be 0 % or more and below 100 %");
    }
  }
}
