package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;

/**
 * A network: its token, its clocks and the kinds that fill its roles.
 *
 * @param asset key of its token in {@code assets}
 * @param service whether single jobs or whole populations are served
 * @param clock when it acts
 * @param unit what one unit of capacity is
 * @param genesis who holds what at the start; null for nobody
 * @param emission how many tokens a settlement mints
 * @param rewards how they are split
 * @param vesting when they become spendable; null for at once
 * @param collateral what providers lock; null for nothing
 * @param penalties what failing costs; null for nothing
 * @param sectorFee what capacity pays per day; null for nothing
 * @param gas what messages burn; null for nothing
 */
public record NetworkSpec(
    String asset,
    @Omittable("population") Service service,
    @Omittable("{}") ClockSpec clock,
    @Omittable("{}") UnitSpec unit,
    @Omittable GenesisSpec genesis,
    @OfRole(Role.EMISSION) KindChoice emission,
    @OfRole(Role.REWARDS) KindChoice rewards,
    @Omittable @OfRole(Role.VESTING) KindChoice vesting,
    @Omittable @OfRole(Role.COLLATERAL) KindChoice collateral,
    @Omittable @OfRole(Role.PENALTIES) KindChoice penalties,
    @Omittable @OfRole(Role.SECTOR_FEE) KindChoice sectorFee,
    @Omittable @OfRole(Role.GAS) KindChoice gas) {

  /** How service is represented. */
  public enum Service {
    /** Queueing arithmetic over whole cohorts. */
    population,
    /** Every job an event. */
    jobs
  }

  /**
   * When a network acts.
   *
   * @param settlement length of an epoch: between two decisions of providers and payments of
   *     rewards; whole days
   */
  public record ClockSpec(@Omittable("1 day") Span settlement) {
    /** Checks that the clock moves by whole days. */
    public ClockSpec {
      if (!settlement.unit().isFixed()
          || settlement.count() == 0
          || settlement.fixedMicros() % 86_400_000_000L != 0) {
        throw new IllegalArgumentException("settlement: must be one or more whole days");
      }
    }
  }

  /**
   * What one unit of capacity is.
   *
   * @param size bytes of a unit, for networks that store; metrics then show EiB. Null for networks
   *     whose capacity is simply counted
   * @param boost how often a unit of the higher quality class counts, ≥ 1
   */
  public record UnitSpec(
      @Omittable @InUnit("B") Double size, @Omittable("1") @InUnit("1") int boost) {
    /** Checks the ranges. */
    public UnitSpec {
      if (size != null && !(size > 0)) {
        throw new IllegalArgumentException("size: must be above 0");
      }
      if (boost < 1) {
        throw new IllegalArgumentException("boost: must be 1 or more");
      }
    }
  }
}
