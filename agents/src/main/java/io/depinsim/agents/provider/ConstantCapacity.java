package io.depinsim.agents.provider;

import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;
import io.depinsim.core.time.Span;
import io.depinsim.core.world.Terms;

/**
 * Keeps what it opened with: everything that would expire is extended, nothing is added or
 * withdrawn.
 */
public final class ConstantCapacity implements CapacityStrategy {
  private final long plain;
  private final long boosted;
  private final int termDays;

  /**
   * Parameters of {@code capacity: {constant: …}}. A book of commitments adds up units times days
   * in 64 bits; over 285 years that holds 10^13 units.
   *
   * @param units plain units of the whole cohort
   * @param boostedUnits boosted units of the whole cohort
   * @param term length of a commitment, in days or weeks
   */
  public record Spec(
      @InRange(atLeast = "0", atMost = "10000000000000") @InUnit("units") long units,
      @InRange(atLeast = "0", atMost = "10000000000000") @Omittable("0 units") @InUnit("units")
          long boostedUnits,
      @Omittable("540 days") Span term) {
    /**
     * Checks the term.
     *
     * @throws IllegalArgumentException if the term is out of range
     */
    public Spec {
      TermLengths.require("term", term, 1);
    }
  }

  /** The strategy of a spec. */
  public ConstantCapacity(Spec spec) {
    this.plain = spec.units();
    this.boosted = spec.boostedUnits();
    this.termDays = TermLengths.days(spec.term());
  }

  @Override
  public Opening opening() {
    return new Opening(plain, boosted, 1, termDays, 0);
  }

  @Override
  public Decision decide(Observation o) {
    return new Decision(
        new Change(0, o.endingPlain(), 0, 0), new Change(0, o.endingBoosted(), 0, 0));
  }

  @Override
  public Terms terms(long day) {
    return Terms.of(termDays);
  }
}
