package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;

/**
 * A class of machines.
 *
 * @param capex price of a new machine
 * @param capexSpread standard deviation of the logarithm of what different owners pay
 * @param leadTime from order to service
 * @param resale share of the price that a used machine fetches at once
 * @param depreciation share by which that falls per month
 * @param capacity whole units of service that a machine can give
 * @param outage share of a market period's machines that are down for that period
 * @param speedSpread standard deviation of the logarithm of how fast different owners' machines
 *     are; only for {@code service: jobs}
 * @param wear when machines break and how they are repaired; null for never; only for {@code
 *     service: jobs}
 * @param power what a machine draws while it works; only for {@code service: jobs}
 * @param idlePower what it draws while it could work and has nothing to do; only for {@code
 *     service: jobs}
 * @param readiness what it takes until an idle machine can begin; null for nothing. Only for {@code
 *     service: jobs}
 */
public record HardwareSpec(
    @InRange(atLeast = "0") @InUnit("currency") double capex,
    @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double capexSpread,
    @Omittable("0 months") Span leadTime,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double resale,
    @InRange(atLeast = "0 %/month", atMost = "100 %/month")
        @Omittable("0 %/month")
        @InUnit("%/month")
        double depreciation,
    @InRange(atLeast = "1", atMost = "1000000000000") @InUnit("unit/month") long capacity,
    @InRange(atLeast = "0 %", below = "100 %") @Omittable("0 %") @InUnit("%") double outage,
    @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double speedSpread,
    @Omittable WearSpec wear,
    @InRange(atLeast = "0 kW") @Omittable("0 kW") @InUnit("kW") double power,
    @InRange(atLeast = "0 kW") @Omittable("0 kW") @InUnit("kW") double idlePower,
    @Omittable ReadinessSpec readiness) {

  /**
   * When machines break and how they are repaired.
   *
   * <p>The age at which a machine breaks has a Weibull distribution. Age is the time since its last
   * repair for which it was connected and whole, busy or not, so that machines break on the same
   * dates whatever they are asked to do.
   *
   * @param shape of the distribution: 1 for chance alone, more for machines that age
   * @param life age that a share of exp(-1) of machines reaches
   * @param permanent share of failures after which a machine is scrap
   * @param repair mean time of a repair, once somebody is there to do it
   * @param repairSpread standard deviation of the logarithm of that time, 0 for always the same;
   *     null for exponentially distributed
   * @param repairCost what a repair costs the owner
   * @param maintenance time that maintenance takes; age is nothing after it
   * @param maintenanceCost what it costs whoever orders it
   */
  public record WearSpec(
      @InRange(above = "0", atMost = "100") @Omittable("1") @InUnit("1") double shape,
      @InRange(above = "0 h") @InUnit("h") double life,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double permanent,
      @InRange(atLeast = "0 h") @InUnit("h") double repair,
      @InRange(atLeast = "0", atMost = "10") @Omittable @InUnit("1") Double repairSpread,
      @InRange(atLeast = "0") @Omittable("0 currency") @InUnit("currency") double repairCost,
      @InRange(atLeast = "0 h") @Omittable("1 h") @InUnit("h") double maintenance,
      @InRange(atLeast = "0") @Omittable("0 currency") @InUnit("currency")
          double maintenanceCost) {}

  /**
   * What it takes until an idle machine can begin: a model has to be loaded, an image fetched.
   *
   * @param coldStart time until a machine begins that has stood idle for long
   * @param staysWarm time after its last work for which a machine begins at once
   * @param warmCost what it costs an allocator to keep a machine ready for longer
   */
  public record ReadinessSpec(
      @InRange(above = "0 h") @InUnit("h") double coldStart,
      @InRange(atLeast = "0 h") @Omittable("0 h") @InUnit("h") double staysWarm,
      @InRange(atLeast = "0") @Omittable("0 currency/month") @InUnit("currency/month")
          double warmCost) {}
}
