package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.InvariantException;
import io.depinsim.core.incentive.RewardSplit;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;

/**
 * Expected consensus over a period: each provider draws its number of block wins, Poisson with mean
 * E p n winEfficiency for share p of the quality-adjusted power and n epochs, and each win pays 1/E
 * of an epoch's reward.
 *
 * <p>What nobody wins is never minted. One draw per provider and period, keyed to both. Providers
 * under the minimum power win nothing, though their power counts, unless fewer than four pass. The
 * cap of 15 wins per epoch cannot be seen at a period's length and only binds far above half of all
 * power: it is left out here and kept in {@link ExpectedConsensus}.
 *
 * @see ExpectedConsensus
 */
public final class ConsensusLottery implements RewardSplit {
  private final ExpectedConsensus consensus;
  private final long minimumUnits;
  private final Draws draws = new Draws();

  /**
   * Parameters of {@code rewards: {expectedConsensus: …}}.
   *
   * @param expectedWins E, wins per epoch the lottery aims at
   * @param winEfficiency share of expected wins that end up in the chain
   * @param minimumPower raw power below which a provider wins nothing
   */
  public record Spec(
      @InRange(above = "0") @InUnit("1") double expectedWins,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double winEfficiency,
      @InRange(atLeast = "0") @InUnit("B") double minimumPower) {}

  /** The rule of a spec. */
  public ConsensusLottery(Spec spec) {
    this.consensus = new ExpectedConsensus(spec.expectedWins(), spec.winEfficiency());
    this.minimumUnits = (long) StrictMath.ceil(spec.minimumPower() / SectorUnit.BYTES);
  }

  @Override
  public long split(Round round, long[] reward) {
    double wins = consensus.expectedWinsPerEpoch() * ChainTime.EPOCHS_PER_DAY * round.days();
    double minorPerWin = round.expectedTokens() / wins * round.minorPerToken();
    if (!(minorPerWin >= 0 && minorPerWin < Long.MAX_VALUE)) {
      throw new InvariantException(
          "reward per win of " + minorPerWin + " minor units: must be finite and fit the ledger");
    }
    long perWin = (long) Math.rint(minorPerWin);
    boolean everybody = aboveMinimum(round) < ExpectedConsensus.MINIMUM_ELIGIBLE_MINERS;
    double meanOfAll = wins * consensus.winEfficiency();
    long sum = 0;
    for (int row = 0; row < reward.length; row++) {
      reward[row] = 0;
      boolean eligible = everybody || round.rawUnits()[row] >= minimumUnits;
      if (eligible && round.work()[row] > 0) {
        double share = (double) round.work()[row] / round.totalWork();
        round.streams().seek(draws, Purpose.BLOCK_WINS, round.entity()[row], round.occurrence());
        reward[row] = Math.multiplyExact(perWin, draws.nextPoisson(meanOfAll * share));
        sum = Math.addExact(sum, reward[row]);
      }
    }
    return sum;
  }

  private long aboveMinimum(Round round) {
    long count = 0;
    for (long units : round.rawUnits()) {
      count += units >= minimumUnits ? 1 : 0;
    }
    return count;
  }
}
