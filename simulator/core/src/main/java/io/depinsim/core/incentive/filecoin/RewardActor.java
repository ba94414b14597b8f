package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * The chain's reward actor, epoch by epoch, in its own integers: a state and the state after one
 * more epoch of raw power.
 *
 * <p>Each epoch the baseline grows by the recurrence floor(b·k), capped power min(R, b) is
 * cumulated, and a counter of whole effective epochs rises until the cumulated baseline catches up;
 * the fraction inside the last effective epoch is interpolated. Two habits of the chain are kept:
 * the baseline at epoch 0 is one byte short of b0 (it is seeded one epoch earlier), and the
 * cumulated baseline starts at b(1), leaving out b(0).
 *
 * <p>Power, sums and effective time are exact. The reward is evaluated in double precision and
 * rounded down to attoFIL: relative error below 1e-13. One step costs about a microsecond.
 *
 * @param epoch e of the last completed epoch
 * @param baselineBytes baseline power of this epoch
 * @param cumulativeRealizedByteEpochs sum of min(raw power, baseline) over epochs 0..e
 * @param cumulativeBaselineByteEpochs sum of b(1)..b(n), n the counter below
 * @param effectiveEpochsCeiling n: smallest count whose cumulated baseline reaches the realised sum
 * @param effectiveBaselineBytes b(n)
 * @param effectiveEpochsQ128 theta, Q.128
 * @param rewardAtto reward of this epoch for five wins
 * @param cumulativeRewardAtto sum of rewards over epochs 0..e
 * @param smoothedReward alpha-beta filter of the reward, from epoch 1 on
 * @see <a href="https://github.com/filecoin-project/go-state-types">go-state-types @8b01cf99,
 *     builtin/v18 reward</a>
 */
public record RewardActor(
    long epoch,
    BigInteger baselineBytes,
    BigInteger cumulativeRealizedByteEpochs,
    BigInteger cumulativeBaselineByteEpochs,
    long effectiveEpochsCeiling,
    BigInteger effectiveBaselineBytes,
    BigInteger effectiveEpochsQ128,
    BigInteger rewardAtto,
    BigInteger cumulativeRewardAtto,
    AlphaBetaFilter smoothedReward) {

  /** exp(ln 2 / year), growth of the baseline per epoch, Q.128. */
  public static final BigInteger BASELINE_EXPONENT_Q128 =
      new BigInteger("340282591298641078465964189926313473653");

  /** b0 in bytes. */
  public static final BigInteger BASELINE_INITIAL_BYTES =
      BigInteger.valueOf(SimplePlusBaselineMinting.MAINNET_BASELINE_BYTES);

  private static final AlphaBetaFilter INITIAL_FILTER =
      AlphaBetaFilter.startingAt(
          new BigInteger("36266260308195979333"), BigInteger.valueOf(-109_897_758_509L));

  private static final double LAMBDA = Q128.toDouble(EpochReward.LAMBDA_Q128);
  private static final double SIMPLE_ATTO =
      330e24 * Q128.toDouble(EpochReward.EXP_LAMBDA_MINUS_ONE_Q128);
  private static final double BASELINE_ATTO = 770e24;

  /** The state after epoch 0 with the given raw power. */
  public static RewardActor genesis(BigInteger rawBytes) {
    BigInteger before = Q128.of(BASELINE_INITIAL_BYTES).divide(BASELINE_EXPONENT_Q128);
    BigInteger zero = BigInteger.ZERO;
    RewardActor start =
        new RewardActor(
            -1, before, zero, zero, 0, BASELINE_INITIAL_BYTES, zero, zero, zero, INITIAL_FILTER);
    return start.next(rawBytes);
  }

  /**
   * The state one epoch later.
   *
   * @param rawBytes raw byte power of the whole network in that epoch, ≥ 0
   */
  public RewardActor next(BigInteger rawBytes) {
    BigInteger baseline = grow(baselineBytes);
    BigInteger realized = cumulativeRealizedByteEpochs.add(rawBytes.min(baseline));
    BigInteger cumulativeBaseline = cumulativeBaselineByteEpochs;
    BigInteger effectiveBaseline = effectiveBaselineBytes;
    long ceiling = effectiveEpochsCeiling;
    while (realized.compareTo(cumulativeBaseline) > 0) {
      ceiling++;
      effectiveBaseline = grow(effectiveBaseline);
      cumulativeBaseline = cumulativeBaseline.add(effectiveBaseline);
    }
    BigInteger theta = BigInteger.ZERO;
    if (ceiling != 0) {
      BigInteger missing = Q128.of(cumulativeBaseline.subtract(realized));
      theta = BigInteger.valueOf(ceiling).shiftLeft(Q128.BITS);
      theta = theta.subtract(missing.divide(effectiveBaseline));
    }
    long now = epoch + 1;
    BigInteger reward = Q128.floor(rewardAtto(now, effectiveEpochsQ128, theta));
    return new RewardActor(
        now,
        baseline,
        realized,
        cumulativeBaseline,
        ceiling,
        effectiveBaseline,
        theta,
        reward,
        cumulativeRewardAtto.add(reward),
        now == 0 ? smoothedReward : smoothedReward.next(reward, 1));
  }

  /** The reward rule in double precision; exact counterpart: {@link EpochReward#totalAtto}. */
  private static double rewardAtto(long epoch, BigInteger thetaBefore, BigInteger thetaAfter) {
    double added = Q128.toDouble(thetaAfter.subtract(thetaBefore));
    double decay = StrictMath.exp(-LAMBDA * Q128.toDouble(thetaBefore));
    double baseline = -BASELINE_ATTO * decay * StrictMath.expm1(-LAMBDA * added);
    return SIMPLE_ATTO * StrictMath.exp(-LAMBDA * epoch) + baseline;
  }

  private static BigInteger grow(BigInteger bytes) {
    return Q128.multiply(bytes, BASELINE_EXPONENT_Q128);
  }
}
