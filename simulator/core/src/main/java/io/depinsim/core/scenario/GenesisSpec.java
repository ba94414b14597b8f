package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Who holds a network's token at the start. Amounts are whole tokens.
 *
 * @param holders allocations by name
 * @param reserve held back outside circulation; null for none
 * @param reserveDisbursed part of the reserve that circulates at the start; null for none
 * @param minedBefore minted by the network before the start; null for none
 * @param burnedBefore burned before the start; null for none
 * @param lockedRewards part of {@code minedBefore} that is still locked at the start; null for none
 * @param pledged collateral behind the capacity of the start; null for none
 */
public record GenesisSpec(
    @Omittable Map<String, HolderSpec> holders,
    @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal reserve,
    @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal reserveDisbursed,
    @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal minedBefore,
    @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal burnedBefore,
    @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal lockedRewards,
    @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal pledged) {

  /**
   * One allocation: an amount, free or vesting, or a list of tranches.
   *
   * @param amount all of it; null if {@code tranches} are given
   * @param vesting when it unlocks; null for free from the start
   * @param tranches parts that unlock separately; empty if {@code amount} is given
   * @param sells what the holder sells of it; null for a holder who keeps it, together with other
   *     holders
   */
  public record HolderSpec(
      @InRange(atLeast = "0") @Omittable @InUnit("asset") BigDecimal amount,
      @Omittable VestingSpec vesting,
      @Omittable List<TrancheSpec> tranches,
      @Omittable SellsSpec sells) {
    /** Checks that the allocation is stated once. */
    public HolderSpec {
      if ((amount == null) == tranches.isEmpty()) {
        throw new IllegalArgumentException("exactly one of `amount` and `tranches` must be given");
      }
      if (vesting != null && amount == null) {
        throw new IllegalArgumentException("vesting: each tranche states its own");
      }
    }

    /** All of the allocation, in whole tokens. */
    public BigDecimal total() {
      return amount != null
          ? amount
          : tranches.stream().map(TrancheSpec::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * What a holder sells.
   *
   * @param ofUnlocks share of each unlock that is sold as it comes
   * @param need money that the holder needs and sells for first
   */
  public record SellsSpec(
      @InRange(atLeast = "0 %", atMost = "100 %") @Omittable("0 %") @InUnit("%") double ofUnlocks,
      @InRange(atLeast = "0") @Omittable("0 currency/month") @InUnit("currency/month")
          double need) {}

  /**
   * Linear unlocking after a cliff.
   *
   * @param from day the clock starts; null for the launch, or for the sale to an investor if that
   *     is later
   * @param delay the clock starts later by this
   * @param cliff nothing unlocks before this has passed
   * @param over everything is unlocked after this, counted from {@code from}
   */
  public record VestingSpec(
      @Omittable LocalDate from,
      @Omittable("0 days") Span delay,
      @Omittable("0 days") Span cliff,
      Span over) {}

  /**
   * One tranche.
   *
   * @param amount whole tokens
   * @param from day unlocking starts
   * @param over time over which it unlocks linearly; zero for all at once
   */
  public record TrancheSpec(
      @InRange(atLeast = "0") @InUnit("asset") BigDecimal amount,
      LocalDate from,
      @Omittable("0 days") Span over) {}
}
