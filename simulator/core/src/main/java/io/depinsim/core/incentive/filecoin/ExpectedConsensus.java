package io.depinsim.core.incentive.filecoin;

/**
 * Who may win blocks, how many wins to expect, and what one win pays.
 *
 * <p>A miner with share p of the quality-adjusted power wins Poisson(5 p) times an epoch, at most
 * 15; each win pays a fifth of the epoch's reward. Real chains pay slightly less, because of null
 * rounds and late blocks: {@code winEfficiency}.
 *
 * @param expectedWinsPerEpoch E, leaders the lottery aims at
 * @param winEfficiency share of expected wins that end up in the chain, from 0 to 1
 * @see <a href="https://github.com/filecoin-project/specs">specs @3d0b0c14, expected consensus;
 *     eligibility in builtin-actors @b0a3bdd6, power actor</a>
 */
public record ExpectedConsensus(double expectedWinsPerEpoch, double winEfficiency) {
  /** E on mainnet. */
  public static final int MAINNET_EXPECTED_WINS = 5;

  /** Most wins one miner can have in an epoch: three times E. */
  public static final int MAX_WINS_PER_MINER = 15;

  /** Raw power below which a miner wins nothing: 10 TiB. */
  public static final long MINIMUM_MINER_BYTES = 10L << 40;

  /** With fewer miners than this above the minimum, the minimum does not apply. */
  public static final int MINIMUM_ELIGIBLE_MINERS = 4;

  public ExpectedConsensus {
    if (!(expectedWinsPerEpoch > 0) || Double.isInfinite(expectedWinsPerEpoch)) {
      throw new IllegalArgumentException(
          "expectedWinsPerEpoch: " + expectedWinsPerEpoch + " must be finite and > 0.");
    }
    if (!(winEfficiency >= 0 && winEfficiency <= 1)) {
      throw new IllegalArgumentException(
          "winEfficiency: "
              + winEfficiency
              + " must be from 0 to 1. Maybe a percentage was meant: 97.5 % is 0.975.");
    }
  }

  /** Mainnet's lottery in which no win is lost. */
  public static ExpectedConsensus mainnet() {
    return new ExpectedConsensus(MAINNET_EXPECTED_WINS, 1);
  }

  /**
   * Expected wins of one miner per epoch, E[min(Poisson(E p), 15)] times the win efficiency.
   *
   * @param powerShare p, from 0 to 1
   */
  public double expectedWins(double powerShare) {
    double mean = expectedWinsPerEpoch * powerShare;
    double probability = StrictMath.exp(-mean);
    double lost = 0;
    for (int wins = 0; wins < MAX_WINS_PER_MINER; wins++) {
      lost += (MAX_WINS_PER_MINER - wins) * probability;
      probability *= mean / (wins + 1);
    }
    if (mean < 1) {
      return winEfficiency * (mean - tailAbove(probability, mean));
    }
    return winEfficiency * (MAX_WINS_PER_MINER - lost);
  }

  /** Probability that an epoch has no block at all, exp(-E). */
  public double emptyEpochProbability() {
    return StrictMath.exp(-expectedWinsPerEpoch);
  }

  /** What one win pays. */
  public double rewardPerWinFil(double epochRewardFil) {
    return epochRewardFil / expectedWinsPerEpoch;
  }

  /** Expected FIL per epoch over all miners, each too small for the cap of 15 to bind. */
  public double expectedMintFil(double epochRewardFil) {
    return epochRewardFil * winEfficiency;
  }

  /** Whether a miner takes part in the lottery. */
  public static boolean eligible(double minerRawBytes, long minersAboveMinimum) {
    return minersAboveMinimum < MINIMUM_ELIGIBLE_MINERS
        ? minerRawBytes > 0
        : minerRawBytes >= MINIMUM_MINER_BYTES;
  }

  /** E[(Poisson - 15)+] summed from the first term, given P(15). */
  private static double tailAbove(double probabilityAtCap, double mean) {
    double term = probabilityAtCap;
    double sum = 0;
    for (int over = 1; over <= 40; over++) {
      term *= mean / (MAX_WINS_PER_MINER + over);
      sum += over * term;
    }
    return sum;
  }
}
