package io.depinsim.core.scenario;

import java.util.Map;

/**
 * Who places jobs, and how consumers and providers choose among several allocators.
 *
 * @param allocators by name
 * @param listing whether machines can be reached through all allocators or one each
 * @param consumersMove share of consumers' jobs that may move to another allocator in a month
 * @param providersMove share of providers who reconsider their allocator in a month; only where
 *     each lists with one
 * @param timeValue what consumers who choose an allocator think an hour is worth that a job takes
 *     from arrival to result
 * @param noise scale of what consumers and providers know of one another beyond figures: relative
 *     price of service at which an allocator's share falls to 1/e
 */
public record AllocationSpec(
    Map<String, AllocatorSpec> allocators,
    @Omittable("open") Listing listing,
    @InRange(atLeast = "0 %/month", atMost = "100 %/month")
        @Omittable("30 %/month")
        @InUnit("%/month")
        double consumersMove,
    @InRange(atLeast = "0 %/month", atMost = "100 %/month")
        @Omittable("20 %/month")
        @InUnit("%/month")
        double providersMove,
    @InRange(atLeast = "0") @Omittable("0 currency/h") @InUnit("currency/h") double timeValue,
    @InRange(above = "0 %") @Omittable("10 %") @InUnit("%") double noise) {

  /** Through whom a machine can be reached. */
  public enum Listing {
    /** Every allocator places jobs on every machine. */
    open,
    /** Each provider lists with one allocator. */
    exclusive
  }

  /** Checks that there is somebody. */
  public AllocationSpec {
    if (allocators.isEmpty() || allocators.size() > 16) {
      throw new IllegalArgumentException("allocators: must hold 1 to 16 allocators");
    }
  }
}
