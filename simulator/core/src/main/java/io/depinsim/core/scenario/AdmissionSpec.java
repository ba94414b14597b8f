package io.depinsim.core.scenario;

/**
 * Which machines get jobs. Those that a cap leaves out count as capacity, and are rewarded as such;
 * who was admitted first stays.
 *
 * @param perOwner most machines of one owner; null for any number
 * @param perRegion most machines of one region, as a share of all that get jobs, though a region
 *     may always have one; null for any
 * @param slowest least work that a machine does in a month if it never rests; null for any
 */
public record AdmissionSpec(
    @InRange(atLeast = "1") @Omittable @InUnit("1") Integer perOwner,
    @InRange(above = "0 %", atMost = "100 %") @Omittable @InUnit("%") Double perRegion,
    @InRange(above = "0") @Omittable @InUnit("unit/month") Double slowest) {

  /** Every machine. */
  public static final AdmissionSpec EVERYBODY = new AdmissionSpec(null, null, null);
}
