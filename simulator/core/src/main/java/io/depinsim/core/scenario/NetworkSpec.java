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
 * @param pricing what service costs; null for a network that sells none
 * @param queue how service is waited for; goes with {@code pricing}
 * @param allocation who places jobs; goes with {@code service: jobs}
 * @param admission which machines get jobs; only for {@code service: jobs}, null for all
 * @param fees what becomes of what users pay; goes with {@code pricing}
 * @param exchange where the token is traded; null for nowhere
 * @param opening what the token market opens with; goes with {@code exchange}
 * @param speculators who trades on expectations; null for nobody
 * @param liquidity who lends the exchange reserves; null for the opening ones only
 * @param lifecycle stages of the network; null for launched from the start
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
    @Omittable @OfRole(Role.GAS) KindChoice gas,
    @Omittable @OfRole(Role.PRICING) KindChoice pricing,
    @Omittable QueueSpec queue,
    @Omittable AllocationSpec allocation,
    @Omittable AdmissionSpec admission,
    @Omittable FeeSpec fees,
    @Omittable @OfRole(Role.EXCHANGE) KindChoice exchange,
    @Omittable TokenOpeningSpec opening,
    @Omittable @OfRole(Role.SPECULATORS) KindChoice speculators,
    @Omittable @OfRole(Role.LIQUIDITY) KindChoice liquidity,
    @Omittable LifecycleSpec lifecycle) {

  /** Checks that what goes together stands together. */
  public NetworkSpec {
    together("fees", fees, "pricing", pricing);
    together("opening", opening, "exchange", exchange);
    requires("queue", queue, "pricing", pricing);
    requires("allocation", allocation, "pricing", pricing);
    requires("admission", admission, "pricing", pricing);
    requires("pricing", pricing, "exchange", exchange);
    requires("speculators", speculators, "exchange", exchange);
    requires("liquidity", liquidity, "exchange", exchange);
    requires("lifecycle", lifecycle, "exchange", exchange);
    requires("clock", clock.market(), "exchange", exchange);
  }

  private static void together(String one, Object first, String other, Object second) {
    requires(one, first, other, second);
    requires(other, second, one, first);
  }

  private static void requires(String one, Object first, String other, Object second) {
    if (first != null && second == null) {
      throw new IllegalArgumentException(one + ": needs `" + other + "` beside it");
    }
  }

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
   *     rewards; whole days, or calendar months
   * @param market time between two rounds of service and of trade; null without an exchange, or
   *     then for a week
   */
  public record ClockSpec(@Omittable("1 day") Span settlement, @Omittable Span market) {
    /** Checks that clocks move by whole days. */
    public ClockSpec {
      requireDays("settlement", settlement);
      if (market != null) {
        requireDays("market", market);
      }
    }

    private static void requireDays(String field, Span span) {
      boolean days = !span.unit().isFixed() || span.fixedMicros() % 86_400_000_000L == 0;
      if (span.count() == 0 || !days) {
        throw new IllegalArgumentException(field + ": must be one or more whole days");
      }
    }
  }

  /**
   * What one unit of capacity is.
   *
   * @param size bytes of a unit, for networks that store; metrics then show EiB. Null for networks
   *     whose capacity is simply counted
   * @param boost how often a unit of the higher quality class counts
   */
  public record UnitSpec(
      @InRange(above = "0") @Omittable @InUnit("B") Double size,
      @InRange(atLeast = "1", atMost = "10000") @Omittable("1") @InUnit("1") int boost) {}
}
