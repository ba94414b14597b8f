package io.depinsim.core.engine;

import io.depinsim.core.world.Terms;

/**
 * Decides, for one cohort on one network and one day, how much capacity its providers add, extend
 * and withdraw before its time. An observation in, a decision out; implemented in {@code agents}.
 */
public interface CapacityStrategy {
  /** What the cohort has before the run starts. */
  Opening opening();

  /** Today's decision. Must not keep or draw anything that the observation does not hold. */
  Decision decide(Observation observation);

  /** How long commitments made or extended on a day last. */
  Terms terms(long day);

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

  /** What happens to both quality classes. */
  record Decision(Change plain, Change boosted) {}

  /**
   * What happens to one quality class, in units, all ≥ 0.
   *
   * @param add activated
   * @param extend extended of those whose commitment ends now; the others of these expire
   * @param extendEarly extended of those that end later, from every day in proportion
   * @param terminate leave before their commitment ends
   * @param lapse found to have ended now although their commitment was entered as ending later,
   *     those soonest due; only a replay of a record, which had to guess their ends, may say so
   */
  record Change(long add, long extend, long extendEarly, long terminate, long lapse) {
    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Change {
      if ((add | extend | extendEarly | terminate | lapse) < 0) {
        throw new IllegalArgumentException(
            "capacity: add "
                + add
                + ", extend "
                + extend
                + " and "
                + extendEarly
                + ", terminate "
                + terminate
                + ", lapse "
                + lapse
                + " must not be negative");
      }
    }

    /** Nothing lapses. */
    public Change(long add, long extend, long extendEarly, long terminate) {
      this(add, extend, extendEarly, terminate, 0);
    }
  }
}
