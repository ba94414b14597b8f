package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Providers of one sort.
 *
 * <p>They are 2^26 at most: draws know the members of a cohort by 26 bits, and 24 GB hold about as
 * many owners of machines, at 120 bytes of {@code OwnerTable}, 48 of {@code ProviderTable} and
 * about 200 of money and decisions. Where rewards vest, each takes 16 bytes for every day of
 * vesting besides.
 *
 * @param kind what capacity costs them
 * @param potential how many there could be; each is a row
 * @param joins names of the networks they may serve
 * @param sizes how unequal they are; null for all alike
 * @param entry when they join; null for all at the start
 * @param meanStay mean time a provider stays, exponentially distributed; null for ever
 * @param capacity what they add, renew and withdraw, by network
 * @param opening what each holds at the start; one amount for each asset
 * @param operatingCost running cost of a raw unit of capacity, such as {@code 0.02 USD/day}; null
 *     for none
 * @param owns machines they may own, for cohorts that decide row by row; null for none
 * @param decisions when they buy, connect and give up; goes with {@code owns}
 */
public record CohortSpec(
    ProviderKind kind,
    @InRange(atLeast = "1", atMost = "67108864") @InUnit("1") int potential,
    List<String> joins,
    @Omittable SizesSpec sizes,
    @Omittable EntrySpec entry,
    @InRange(above = "0") @Omittable Span meanStay,
    @Omittable @OfRole(Role.CAPACITY) Map<String, KindChoice> capacity,
    @InRange(atLeast = "0") @Omittable List<Quantity> opening,
    @InRange(atLeast = "0") @Omittable Quantity operatingCost,
    @Omittable OwnershipSpec owns,
    @Omittable @OfRole(Role.DECISIONS) KindChoice decisions) {

  /** What owning capacity costs a provider. */
  public enum ProviderKind {
    /** Hardware is sunk; its other use is the owner's own. */
    idle,
    /** Hardware is bought, delivered and resold. */
    invested,
    /** An operator of many machines. */
    fleet
  }

  /**
   * Spread of sizes.
   *
   * @param logNormalSigma standard deviation of the logarithm of size
   */
  public record SizesSpec(
      @InRange(atLeast = "0", atMost = "10") @InUnit("1") double logNormalSigma) {}

  /**
   * When potential providers join.
   *
   * @param atStart share that is there at the start
   * @param until the others join at times spread evenly from the start to this day
   */
  public record EntrySpec(
      @InRange(above = "0 %", atMost = "100 %") @InUnit("%") double atStart, LocalDate until) {}

  /** Checks the ranges. */
  public CohortSpec {
    if (opening.stream().map(Quantity::unit).distinct().count() < opening.size()) {
      throw new IllegalArgumentException("opening: must name each asset once");
    }
    if ((owns == null) != (decisions == null)) {
      throw new IllegalArgumentException("owns: goes with `decisions`");
    }
    if (owns != null) {
      refuseBeside("capacity", !capacity.isEmpty());
      refuseBeside("operatingCost", operatingCost != null);
      refuseBeside("opening", !opening.isEmpty());
      refuseBeside("sizes", sizes != null);
      refuseBeside("entry", entry != null);
      refuseBeside("meanStay", meanStay != null);
      if (owns.ownUse() != null && kind != ProviderKind.idle) {
        throw new IllegalArgumentException("owns: `ownUse` is for idle owners only");
      }
      if (owns.financing() != null && kind == ProviderKind.idle) {
        throw new IllegalArgumentException("owns: idle owners buy nothing, so nothing is financed");
      }
      if (owns.machines() > 1 && kind != ProviderKind.fleet) {
        throw new IllegalArgumentException("owns: more than one machine is for fleets");
      }
    } else if (kind != ProviderKind.fleet) {
      throw new IllegalArgumentException(
          "kind: " + kind + " needs `owns`, which tells its costs. Maybe `fleet`");
    }
  }

  private static void refuseBeside(String field, boolean present) {
    if (present) {
      throw new IllegalArgumentException(field + ": does not go with `owns`");
    }
  }
}
