package io.depinsim.core.scenario;

/**
 * What people buy instead: a central provider with a price list.
 *
 * @param price what a unit of service costs at the start
 * @param trend yearly change of the price, compounded
 * @param reliability share of service that arrives in time
 */
public record OutsideSpec(
    @InUnit("currency/unit") double price,
    @Omittable("0 %/year") @InUnit("%/year") double trend,
    @Omittable("100 %") @InUnit("%") double reliability) {

  /** Checks the ranges. */
  public OutsideSpec {
    if (!(price >= 0)) {
      throw new IllegalArgumentException("price: must be 0 or more");
    }
    if (!(trend > -1)) {
      throw new IllegalArgumentException("trend: must be above -100 %");
    }
    if (!(reliability >= 0 && reliability <= 1)) {
      throw new IllegalArgumentException("reliability: must lie between 0 % and 100 %");
    }
  }
}
