package io.depinsim.core.scenario;

import java.util.Map;

/**
 * Work that consumers send, job by job. How much they send in all is decided by {@code demand}.
 *
 * @param arrivals when jobs could arrive; a record holds those of a cohort that uses the service to
 *     the last, and as large a share of it arrives as is used
 * @param work how much work a job brings
 * @param from shares of jobs by the region they come from; one region if nothing is stated
 * @param machines machines a job needs at once; each does an equal part of the work
 * @param deadline from arrival to result; later is a breach. Null for none
 * @param patience mean time a job waits before it is withdrawn, exponentially distributed; null for
 *     ever
 * @param retries how often a job is placed again after the machine it ran on went down
 * @param keeps share of the work done that survives an interruption
 * @param mostPrice median of what a job pays for a unit at most; null for any price
 * @param mostPriceSpread standard deviation of its logarithm
 * @param data what a job must have where it runs; null for nothing
 * @param next shares of finished jobs that go on to a network, by its name; the rest leave
 * @param stages what becomes of jobs that have gone on to another network, by its name
 */
public record JobsSpec(
    @OfRole(Role.ARRIVALS) KindChoice arrivals,
    @OfRole(Role.WORK) KindChoice work,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable @InUnit("%") Map<String, Double> from,
    @InRange(atLeast = "1", atMost = "1000000") @Omittable("1") @InUnit("1") int machines,
    @InRange(above = "0 h") @Omittable @InUnit("h") Double deadline,
    @InRange(above = "0 h") @Omittable @InUnit("h") Double patience,
    @InRange(atLeast = "0", atMost = "1000") @Omittable("3") @InUnit("1") int retries,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double keeps,
    @InRange(above = "0") @Omittable @InUnit("currency/unit") Double mostPrice,
    @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double mostPriceSpread,
    @Omittable DataSpec data,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable @InUnit("%") Map<String, Double> next,
    @Omittable Map<String, StageSpec> stages) {

  /**
   * What a job must have where it runs.
   *
   * @param size of it
   * @param at shares of jobs by the region where their data lies
   */
  public record DataSpec(
      @InRange(above = "0") @InUnit("B") double size,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") Map<String, Double> at) {
    /** Checks the shares. */
    public DataSpec {
      requireWhole("at", at);
    }
  }

  /**
   * What becomes of jobs on a network they have gone on to.
   *
   * @param work how much work they bring there
   * @param next shares that go on to a network, by its name; the rest leave
   */
  public record StageSpec(
      @OfRole(Role.WORK) KindChoice work,
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable @InUnit("%")
          Map<String, Double> next) {
    /** Checks the shares. */
    public StageSpec {
      requireAtMostAll("next", next);
    }
  }

  /** Checks the shares. */
  public JobsSpec {
    if (!from.isEmpty()) {
      requireWhole("from", from);
    }
    requireAtMostAll("next", next);
    if (mostPrice == null && mostPriceSpread > 0) {
      throw new IllegalArgumentException("mostPriceSpread: needs `mostPrice` beside it");
    }
  }

  static void requireWhole(String field, Map<String, Double> shares) {
    if (Math.abs(sum(shares) - 1) > 1e-9) {
      throw new IllegalArgumentException(field + ": must add up to 100 %");
    }
  }

  private static void requireAtMostAll(String field, Map<String, Double> shares) {
    if (sum(shares) > 1 + 1e-9) {
      throw new IllegalArgumentException(field + ": must add up to at most 100 %");
    }
  }

  private static double sum(Map<String, Double> shares) {
    double sum = 0;
    for (double share : shares.values()) {
      sum += share;
    }
    return sum;
  }
}
