package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;

/**
 * A network: its token, its clocks and the kinds that fill its roles.
 *
 * @param asset key of its token in {@code assets}
 * @param service whether single jobs or whole populations are served
 * @param clock when it acts
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
   * @param market between two rounds of trading
   * @param settlement between two payments of rewards
   * @param decisions between two decisions of providers
   */
  public record ClockSpec(
      @Omittable("1 day") Span market,
      @Omittable("1 day") Span settlement,
      @Omittable("1 day") Span decisions) {
    /** Checks that every clock moves. */
    public ClockSpec {
      if (market.count() == 0 || settlement.count() == 0 || decisions.count() == 0) {
        throw new IllegalArgumentException("a clock must tick at least once in a while");
      }
    }
  }
}
