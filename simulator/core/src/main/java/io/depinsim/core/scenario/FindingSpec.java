package io.depinsim.core.scenario;

import io.depinsim.core.scenario.ExpectSpec.Statistic;
import java.time.LocalDate;
import java.util.List;

/**
 * A claim about the world of a scenario, to be tested under every regime: an ordering of two
 * policies, or a property of each policy by itself. Whether it holds never changes an exit code.
 *
 * <p>With {@code between: [A, B]} the effect in a replicate is the statistic under B less that
 * under A, both with the same luck; without, it is the statistic of each policy, and the claim
 * holds only if it holds for all of them. A claim holds in a replicate if the effect lies beyond
 * the limit.
 *
 * @param claim the claim, as a sentence
 * @param source who made it, and where; null if nobody is named
 * @param metric key of the metric
 * @param statistic what is computed from the metric's series, per replicate; no error
 * @param from first day of the window, null for the end of the warm-up
 * @param to last day of the window, null for the end of the run
 * @param between the two policies compared, A and B; empty to look at each policy by itself
 * @param relative whether the effect is divided by the size of the statistic under A
 * @param above the effect must be larger than this: a bare number in the unit of the effect, or
 *     {@code %} where it is relative; null if {@code below} is given
 * @param below the effect must be smaller than this; null if {@code above} is given
 */
public record FindingSpec(
    String claim,
    @Omittable String source,
    String metric,
    Statistic statistic,
    @Omittable LocalDate from,
    @Omittable LocalDate to,
    @Omittable List<String> between,
    @Omittable("false") boolean relative,
    @Omittable @InUnit("1|%") Double above,
    @Omittable @InUnit("1|%") Double below) {

  /** Checks window, policies and limit. */
  public FindingSpec {
    between = List.copyOf(between);
    if (claim.isBlank()) {
      throw new IllegalArgumentException("claim: must say what is claimed, in a sentence");
    }
    if (statistic.isError()) {
      throw new IllegalArgumentException(
          "statistic: a finding compares with no history. Maybe `last` or `mean`?");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("to: must not be before `from`");
    }
    if (!between.isEmpty() && (between.size() != 2 || between.get(0).equals(between.get(1)))) {
      throw new IllegalArgumentException("between: must name two different policies");
    }
    if (relative && between.isEmpty()) {
      throw new IllegalArgumentException("relative: belongs to `between`");
    }
    if ((above == null) == (below == null)) {
      throw new IllegalArgumentException("exactly one of `above` and `below` must be given");
    }
  }

  /** Which side of the limit the effect must lie on; written as it stands here. */
  public enum Direction {
    above,
    below
  }

  /** Side of the limit on which the claim holds. */
  public Direction direction() {
    return above == null ? Direction.below : Direction.above;
  }

  /** The limit. */
  public double limit() {
    return above == null ? below : above;
  }

  /** Whether an effect meets the claim; one that is undefined (NaN) does not. */
  public boolean holds(double effect) {
    return above == null ? effect < below : effect > above;
  }
}
