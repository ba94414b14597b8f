package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * What failing, leaving and cheating cost. All burnt, apart from the share of a reporter.
 *
 * <p>Inputs are projected rewards BR(d) of the sector ({@link ProjectedReward}); amounts are FIL.
 *
 * @see <a href="https://github.com/filecoin-project/builtin-actors">builtin-actors @b0a3bdd6, miner
 *     monies; FIP-0098 for the termination fee</a>
 */
public final class Penalties {
  /** A faulty day costs BR over this many epochs: 3.51 days. */
  public static final int FAULT_FEE_EPOCHS = 10_108;

  /** A disputed invalid proof costs BR over this many epochs: 5.51 days. */
  public static final int INVALID_PROOF_EPOCHS = FAULT_FEE_EPOCHS + 2 * ChainTime.EPOCHS_PER_DAY;

  /** Flat part of the penalty for a disputed invalid proof. */
  public static final double INVALID_PROOF_FLAT_FIL = 20;

  /** What the successful disputer gets. */
  public static final double DISPUTER_REWARD_FIL = 4;

  /** Terminating costs at least BR over this many epochs before FIP-0098: 3.5 days. */
  public static final int OLD_TERMINATION_FLOOR_EPOCHS = 10_080;

  /** Age after which the termination fee grows no more. */
  public static final int TERMINATION_AGE_CAP_DAYS = 140;

  /** Reporter of a consensus fault gets one in this many of one win. */
  public static final int CONSENSUS_FAULT_REPORTER_SHARE = 4;

  /** Epochs during which a miner caught in a consensus fault may not win. */
  public static final int CONSENSUS_FAULT_INELIGIBLE_EPOCHS = 900;

  private Penalties() {}

  /** Fault fee per faulty day, BR(3.51 d). */
  public static double faultFeeFil(
      double qaBytes, FilterEstimate rewardPerEpoch, FilterEstimate networkQaBytes) {
    return ProjectedReward.fil(qaBytes, rewardPerEpoch, networkQaBytes, FAULT_FEE_EPOCHS);
  }

  /**
   * Termination fee before FIP-0098: up to 90 days of reward.
   *
   * @param floorFil BR(3.5 d) now
   * @param reward20DaysFil BR(20 d) at activation
   * @param rewardPerDayFil BR(1 d) at activation
   * @param ageDays days since activation, ≥ 0
   * @return max( floor, BR(20 d) + BR(1 d)/2 · min(age, 140) )
   */
  public static double terminationFeeBeforeFip0098Fil(
      double floorFil, double reward20DaysFil, double rewardPerDayFil, double ageDays) {
    double lived = Math.min(ageDays, TERMINATION_AGE_CAP_DAYS);
    return Math.max(floorFil, reward20DaysFil + 0.5 * rewardPerDayFil * lived);
  }

  /**
   * Termination fee since FIP-0098.
   *
   * @param initialPledgeFil pledge of the sector
   * @param faultFeeFil its fault fee per day now
   * @param ageDays days since activation, ≥ 0
   * @return max( 8.5 % of pledge · min(1, age/140), 2 % of pledge, 1.05 · fault fee )
   */
  public static double terminationFeeFil(
      double initialPledgeFil, double faultFeeFil, double ageDays) {
    double lived = Math.min(1, ageDays / TERMINATION_AGE_CAP_DAYS);
    double byAge = 0.085 * initialPledgeFil * lived;
    return Math.max(byAge, Math.max(0.02 * initialPledgeFil, 1.05 * faultFeeFil));
  }

  /** Penalty for an invalid proof of spacetime that was disputed: BR(5.51 d) + 20 FIL. */
  public static double disputedProofFil(
      double qaBytes, FilterEstimate rewardPerEpoch, FilterEstimate networkQaBytes) {
    double lost =
        ProjectedReward.fil(qaBytes, rewardPerEpoch, networkQaBytes, INVALID_PROOF_EPOCHS);
    return lost + INVALID_PROOF_FLAT_FIL;
  }

  /** Penalty for a consensus fault: five wins, that is one epoch's reward. */
  public static double consensusFaultFil(double epochRewardFil) {
    return epochRewardFil;
  }

  /** The reporter's part of it: a quarter of one win. */
  public static double consensusFaultReporterFil(double epochRewardFil) {
    int wins = ExpectedConsensus.MAINNET_EXPECTED_WINS;
    return epochRewardFil / (wins * CONSENSUS_FAULT_REPORTER_SHARE);
  }

  /** The reporter's part in attoFIL, rounded down. */
  public static BigInteger consensusFaultReporterAtto(BigInteger epochRewardAtto) {
    int parts = ExpectedConsensus.MAINNET_EXPECTED_WINS * CONSENSUS_FAULT_REPORTER_SHARE;
    return epochRewardAtto.divide(BigInteger.valueOf(parts));
  }
}
