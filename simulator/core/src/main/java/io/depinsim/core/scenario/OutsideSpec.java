package io.depinsim.core.scenario;

/**
 * What people buy instead: a central provider with a price list.
 *
 * @param price what a unit of service costs at the start
 * @param trend yearly change of the price, compounded
 * @param reliability share of service that arrives in time
 */
public record OutsideSpec(
    @InRange(atLeast = "0") @InUnit("currency/unit") double price,
    @InRange(above = "-100 %/year") @Omittable("0 %/year") @InUnit("%/year") double trend,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("100 %") @InUnit("%")
        double reliability) {}
