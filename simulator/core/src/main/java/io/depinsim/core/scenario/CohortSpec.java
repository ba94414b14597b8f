package io.depinsim.core.scenario;

import io.depinsim.core.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Providers of one sort.
 *
 * @param kind what capacity costs them
 * @param potential how many there could be; each is a row, ≥ 1
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
    @InUnit("1") int potential,
    List<String> joins,
    @Omittable SizesSpec sizes,
    @Omittable EntrySpec entry,
    @Omittable Span meanStay,
    @Omittable @OfRole(Role.CAPACITY) Map<String, KindChoice> capacity,
    @Omittable List<Quantity> opening,
    @Omittable Quantity operatingCost,
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
   * @param logNormalSigma standard deviation of the logarithm of size, ≥ 0
   */
  public record SizesSpec(@InUnit("1") double logNormalSigma) {
    /** Checks the range. */
    public SizesSpec {
      if (!(logNormalSigma >= 0)) {
        throw new IllegalArgumentException("logNormalSigma: must be 0 or more");
      }
    }
  }

  /**
   * When potential providers join.
   *
   * @param atStart share that is there at the start
   * @param until the others join at times spread evenly from the start to this day
   */
  public record EntrySpec(@InUnit("%") double atStart, LocalDate until) {
    /** Checks the range. */
    public EntrySpec {
      if (!(atStart > 0 && atStart <= 1)) {
        throw new IllegalArgumentException("atStart: must be above 0 % and at most 100 %");
      }
    }
  }

  /** Checks the ranges. */
  public CohortSpec {
    if (potential < 1) {
      throw new IllegalArgumentException("potential: must be 1 or more");
    }
    if (opening.stream().anyMatch(amount -> amount.value().signum() < 0)) {
      throw new IllegalArgumentException("opening: must not be negative");
    }
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
    if (operatingCost != null && operatingCost.value().signum() < 0) {
      throw new IllegalArgumentException("operatingCost: must not be negative");
    }
  }

  private static void refuseBeside(String field, boolean present) {
    if (present) {
      throw new IllegalArgumentException(field + ": does not go with `owns`");
    }
  }
}
