package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;

/**
 * What the providers of a cohort own and what owning it costs.
 *
 * @param hardware name of a class of machines
 * @param machines most machines an owner runs, ≥ 1
 * @param lot machines bought or given up at a time, ≥ 1
 * @param runningCost median running cost of a machine
 * @param runningCostSpread standard deviation of the logarithm of running cost over owners, ≥ 0
 * @param ownUse what a machine is worth to its idle owner when it serves nobody; only for idle
 * @param shortestRunway months of running cost that the poorest owner holds in cash
 * @param longestRunway the same of the richest; uniform between the two
 * @param sellsOfRest share that is sold of the tokens that running cost does not take
 * @param financing how purchases are paid; null for from savings
 */
public record OwnershipSpec(
    String hardware,
    @Omittable("1") @InUnit("1") int machines,
    @Omittable("1") @InUnit("1") int lot,
    @InUnit("currency/month") double runningCost,
    @Omittable("0") @InUnit("1") double runningCostSpread,
    @Omittable @InUnit("currency/month") Double ownUse,
    @Omittable("1 month") @InUnit("month") double shortestRunway,
    @Omittable("6 months") @InUnit("month") double longestRunway,
    @Omittable("50 %") @InUnit("%") double sellsOfRest,
    @Omittable FinancingSpec financing) {

  /**
   * A loan that is repaid at a constant rate of what is left of it.
   *
   * @param share part of the price that is borrowed
   * @param rate interest
   * @param term a part of 1/term is repaid each month
   */
  public record FinancingSpec(
      @InUnit("%") double share, @InUnit("%/month") double rate, Span term) {
    /** Checks the ranges. */
    public FinancingSpec {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share: must lie between 0 % and 100 %");
      }
      if (!(rate >= 0)) {
        throw new IllegalArgumentException("rate: must be 0 % or more");
      }
      if (term.wholeMonths() < 1) {
        throw new IllegalArgumentException("term: must be one or more months");
      }
    }

    /** Months of the term. */
    public int termMonths() {
      return term.wholeMonths();
    }
  }

  /** Checks the ranges. */
  public OwnershipSpec {
    if (machines < 1 || lot < 1 || lot > machines) {
      throw new IllegalArgumentException("lot: must lie between 1 and `machines`");
    }
    if (!(runningCost >= 0) || !(runningCostSpread >= 0)) {
      throw new IllegalArgumentException("runningCost: cost and spread must be 0 or more");
    }
    if (ownUse != null && !(ownUse >= 0)) {
      throw new IllegalArgumentException("ownUse: must be 0 or more");
    }
    if (!(shortestRunway >= 0 && longestRunway >= shortestRunway)) {
      throw new IllegalArgumentException("longestRunway: must not be below `shortestRunway`");
    }
    if (!(sellsOfRest >= 0 && sellsOfRest <= 1)) {
      throw new IllegalArgumentException("sellsOfRest: must lie between 0 % and 100 %");
    }
  }
}
