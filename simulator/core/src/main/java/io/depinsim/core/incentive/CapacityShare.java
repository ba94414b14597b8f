package io.depinsim.core.incentive;

import io.depinsim.core.InvariantException;
import io.depinsim.core.ledger.ExactSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Splits the whole emission in proportion to healthy quality-adjusted capacity, exact to the minor
 * unit ({@link ExactSplit}). Draws no random numbers.
 */
public final class CapacityShare implements RewardSplit {

  /** Parameters of {@code rewards: {byCapacity: {}}}: none. */
  public record Spec() {}

  @Override
  public long split(Round round, long[] reward) {
    double minor = round.expectedTokens() * round.minorPerToken();
    if (!(minor >= 0 && minor < Long.MAX_VALUE)) {
      throw new InvariantException(
          "emission of " + round.expectedTokens() + " tokens: must be finite and fit the ledger");
    }
    long amount = new BigDecimal(minor).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return ExactSplit.split(round.work(), amount, reward);
  }
}
