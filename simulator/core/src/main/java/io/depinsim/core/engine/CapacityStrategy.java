package io.depinsim.core.engine;

/**
 * Decides, for one cohort on one network and one day, how much capacity its providers add, extend
 * and withdraw before its time. An observation in, a decision out; implemented in {@code agents}.
 */
public interface CapacityStrategy {
  /** What the cohort has before the run starts. */
  Opening opening();

  /** Today's decision. Must not keep or draw anything that the observation does not hold. */
  Decision decide(Observation observation);

  /** Days a commitment made or extended on a day lasts. */
  int termDays(long day);

  /**
   * Capacity that exists when the run starts.
   *
   * @param plain plain units
   * @param boosted boosted units
   * @param shortestDays days until the first of their commitments ends; they end evenly until
   *     {@code longestDays}
   * @param longestDays days until the last ends
   * @param meanAgeDays their age
   */
  record Opening(long plain, long boosted, int shortestDays, int longestDays, int meanAgeDays) {}

  /**
   * What a strategy sees.
   *
   * @param day days since the start, at whose end the decision takes effect
   * @param days length of the epoch that ends then; rates per day count this often
   * @param plain plain units before today's changes
   * @param boosted boosted units before today's changes
   * @param endingPlain plain units whose commitment ends today unless extended
   * @param endingBoosted boosted units whose commitment ends today unless extended
   * @param pledgePerUnit collateral per quality-adjusted unit today, whole tokens
   * @param rewardPerUnitDay expected reward per quality-adjusted unit and day, whole tokens
   */
  record Observation(
      long day,
      int days,
      long plain,
      long boosted,
      long endingPlain,
      long endingBoosted,
      double pledgePerUnit,
      double rewardPerUnitDay) {}

  /**
   * Units per quality class, all ≥ 0.
   *
   * @param add plain units activated
   * @param addBoosted boosted units activated
   * @param extend plain units extended, those ending soonest first
   * @param extendBoosted boosted units extended
   * @param terminate plain units that leave before their commitment ends
   * @param terminateBoosted boosted units that leave before their commitment ends
   */
  record Decision(
      long add,
      long addBoosted,
      long extend,
      long extendBoosted,
      long terminate,
      long terminateBoosted) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Decision {
      if ((add | addBoosted | extend | extendBoosted | terminate | terminateBoosted) < 0) {
        throw new IllegalArgumentException(
            "capacity decision: add "
                + add
                + " and "
                + addBoosted
                + ", extend "
                + extend
                + " and "
                + extendBoosted
                + ", terminate "
                + terminate
                + " and "
                + terminateBoosted
                + ": all must be 0 or more");
      }
    }
  }
}
