package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.util.List;
import java.util.Map;

/**
 * What the providers of a cohort own and what owning it costs.
 *
 * @param hardware name of a class of machines
 * @param machines most machines an owner runs
 * @param lot machines bought or given up at a time
 * @param runningCost median running cost of a machine
 * @param runningCostSpread standard deviation of the logarithm of running cost over owners
 * @param ownUse what a machine is worth to its idle owner when it serves nobody; only for idle
 * @param shortestRunway months of running cost that the poorest owner holds in cash
 * @param longestRunway the same of the richest; the others lie evenly between the two
 * @param sellsOfRest share that is sold of the tokens that running cost does not take
 * @param regions shares of owners by the region where their machines stand
 * @param askSpread standard deviation of the logarithm of what an owner asks for a unit, over the
 *     network's price; only for {@code service: jobs}
 * @param financing how purchases are paid; null for from savings
 * @param reclaims when owners use their machines themselves; null for never; only for idle, and for
 *     {@code service: jobs}
 */
public record OwnershipSpec(
    String hardware,
    @InRange(atLeast = "1") @Omittable("1") @InUnit("1") int machines,
    @InRange(atLeast = "1") @Omittable("1") @InUnit("1") int lot,
    @InRange(atLeast = "0") @InUnit("currency/month") double runningCost,
    @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double runningCostSpread,
    @InRange(atLeast = "0") @Omittable @InUnit("currency/month") Double ownUse,
    @InRange(atLeast = "0") @Omittable("1 month") @InUnit("month") double shortestRunway,
    @InRange(atLeast = "0") @Omittable("6 months") @InUnit("month") double longestRunway,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("50 %") @InUnit("%") double sellsOfRest,
    @InRange(atLeast = "0 %", atMost = "100 %") @Omittable @InUnit("%") Map<String, Double> regions,
    @InRange(atLeast = "0", atMost = "10") @Omittable("0") @InUnit("1") double askSpread,
    @Omittable FinancingSpec financing,
    @Omittable ReclaimsSpec reclaims) {

  /**
   * When owners use their machines themselves: the job on it is interrupted, and the machine comes
   * back after. It happens on the same dates whether or not a machine serves.
   *
   * @param perDay how often a day of the time in which it is not used so
   * @param lasting mean time it lasts, exponentially distributed
   * @param byHour factors of {@code perDay} by hour of the day, UTC; none for the same all day
   */
  public record ReclaimsSpec(
      @InRange(above = "0") @InUnit("1") double perDay,
      @InRange(above = "0 h") @InUnit("h") double lasting,
      @InRange(atLeast = "0") @Omittable @InUnit("1") List<Double> byHour) {
    /** Checks the hours. */
    public ReclaimsSpec {
      RegionSpec.requireHours("byHour", byHour);
    }
  }

  /**
   * A loan that is repaid at a constant rate of what is left of it.
   *
   * @param share part of the price that is borrowed
   * @param rate interest on what is left of it
   * @param term a part of 1/term is repaid each month
   */
  public record FinancingSpec(
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double share,
      @InRange(atLeast = "0 %/month") @InUnit("%/month") double rate,
      Span term) {
    /** Checks the term. */
    public FinancingSpec {
      if (term.wholeMonths() < 1) {
        throw new IllegalArgumentException("term: must be one or more months");
      }
    }

    /** Months of the term. */
    public int termMonths() {
      return term.wholeMonths();
    }
  }

  /** Checks what must be in order. */
  public OwnershipSpec {
    if (lot > machines) {
      throw new IllegalArgumentException("lot: must be at most `machines`");
    }
    if (!regions.isEmpty()) {
      JobsSpec.requireWhole("regions", regions);
    }
    if (longestRunway < shortestRunway) {
      throw new IllegalArgumentException("longestRunway: must not be below `shortestRunway`");
    }
  }
}
