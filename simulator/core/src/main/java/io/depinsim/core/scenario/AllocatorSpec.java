package io.depinsim.core.scenario;

/**
 * Somebody who places jobs.
 *
 * @param rule whom a job goes to
 * @param principal for whom the allocator acts: who pays its fee
 * @param fee share of the price of a job that it takes; where providers pay, of what they get of it
 * @param budget what it may spend of its own accord, on copies of data, warm machines and
 *     maintenance
 */
public record AllocatorSpec(
    @OfRole(Role.ALLOCATION) KindChoice rule,
    @Omittable("consumers") Principal principal,
    @InRange(atLeast = "0 %", below = "100 %") @Omittable("0 %") @InUnit("%") double fee,
    @InRange(atLeast = "0") @Omittable("0 currency/month") @InUnit("currency/month")
        double budget) {

  /** For whom an allocator acts. */
  public enum Principal {
    /** Consumers pay the fee on top of the price. */
    consumers,
    /** Providers pay it out of what they earn. */
    providers
  }
}
