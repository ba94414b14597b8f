package io.depinsim.core.incentive;

import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tokens set aside for an emission, of which a schedule takes until they are gone; the last payment
 * is what is left.
 *
 * <p>Counts in minor units, each payment rounded to the nearest as {@link CapacityShare} rounds it,
 * so that what is minted in all never exceeds the total by a single one. What a payment offers is
 * gone, also if nobody was there to receive it.
 */
final class EmissionAllocation implements StateOwner {
  private final boolean limited;
  private final double minorPerToken;
  private final long[] leftMinor = new long[1];

  /**
   * An allocation.
   *
   * @param total whole tokens, ≥ 0; null for no limit
   * @throws IllegalArgumentException if the total does not fit 63 bits of minor units
   */
  EmissionAllocation(Double total, BuildContext context) {
    this.limited = total != null;
    this.minorPerToken = StrictMath.pow(10, context.decimals());
    if (limited) {
      BigDecimal minor = BigDecimal.valueOf(total).movePointRight(context.decimals());
      if (minor.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
        throw new IllegalArgumentException(
            "total: " + total + " does not fit 63 bits of minor units of " + context.asset() + ".");
      }
      leftMinor[0] = minor.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
  }

  /** Whole tokens not yet paid; infinite without a limit. */
  double left() {
    return limited ? leftMinor[0] / minorPerToken : Double.POSITIVE_INFINITY;
  }

  /**
   * Pays what a schedule asks for, at most what is left, and remembers it.
   *
   * @param asked whole tokens, unrounded, ≥ 0
   * @return whole tokens, unrounded
   */
  double pay(double asked) {
    if (!limited) {
      return asked;
    }
    double minor = Math.rint(asked * minorPerToken);
    if (minor < leftMinor[0]) {
      leftMinor[0] -= (long) minor;
      return asked;
    }
    double last = left();
    // A double may lie above a count beyond 2^53.
    while ((long) Math.rint(last * minorPerToken) > leftMinor[0]) {
      last = Math.nextDown(last);
    }
    leftMinor[0] = 0;
    return last;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("leftMinor", leftMinor, 1);
  }
}
