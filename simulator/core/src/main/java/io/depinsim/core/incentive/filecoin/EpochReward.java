package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * What one epoch pays for five expected wins: simple(e) + M_B(theta after) - M_B(theta before).
 *
 * <p>simple(e) = 330e6 (exp(lambda) - 1) exp(-lambda e), M_B(theta) = 770e6 (1 - exp(-lambda
 * theta)). In Q.128 with the chain's constants; the exponential is ours ({@link Q128#expNegative}),
 * and agrees with the chain's published test vectors to better than 1e-14.
 *
 * @see <a href="https://github.com/filecoin-project/specs-actors">specs-actors @985cd0fa, reward
 *     logic and its golden files</a>
 */
public final class EpochReward {
  /** FIL minted by the time part, as attoFIL. */
  public static final BigInteger SIMPLE_TOTAL_ATTO = wholeFil(330_000_000);

  /** FIL minted by the baseline part, as attoFIL. */
  public static final BigInteger BASELINE_TOTAL_ATTO = wholeFil(770_000_000);

  /** lambda = ln 2 / (6 years) per epoch, Q.128. */
  public static final BigInteger LAMBDA_Q128 = new BigInteger("37396271439864487274534522888786");

  /** exp(lambda) - 1, Q.128. */
  public static final BigInteger EXP_LAMBDA_MINUS_ONE_Q128 =
      new BigInteger("37396273494747879394193016954629");

  private EpochReward() {}

  /**
   * The time part of one epoch's reward.
   *
   * @param epoch e, ≥ 0
   * @return attoFIL, rounded down
   */
  public static BigInteger simpleAtto(long epoch) {
    return simpleQ128(epoch).shiftRight(Q128.BITS);
  }

  /**
   * The baseline part while effective time grows.
   *
   * @param thetaBefore effective epochs before, Q.128, ≥ 0
   * @param thetaAfter effective epochs after, Q.128, ≥ {@code thetaBefore}
   * @return attoFIL, rounded down
   */
  public static BigInteger baselineAtto(BigInteger thetaBefore, BigInteger thetaAfter) {
    return baselineQ128(thetaBefore, thetaAfter).shiftRight(Q128.BITS);
  }

  /** Both parts in attoFIL, their sum rounded down: what the chain stores. */
  public static BigInteger totalAtto(long epoch, BigInteger thetaBefore, BigInteger thetaAfter) {
    return simpleQ128(epoch).add(baselineQ128(thetaBefore, thetaAfter)).shiftRight(Q128.BITS);
  }

  private static BigInteger simpleQ128(long epoch) {
    BigInteger decay = Q128.expNegative(LAMBDA_Q128.multiply(BigInteger.valueOf(epoch)));
    return SIMPLE_TOTAL_ATTO.multiply(Q128.multiply(EXP_LAMBDA_MINUS_ONE_Q128, decay));
  }

  private static BigInteger baselineQ128(BigInteger thetaBefore, BigInteger thetaAfter) {
    BigInteger before = Q128.expNegative(Q128.multiply(thetaBefore, LAMBDA_Q128));
    BigInteger after = Q128.expNegative(Q128.multiply(thetaAfter, LAMBDA_Q128));
    return BASELINE_TOTAL_ATTO.multiply(before.subtract(after));
  }

  private static BigInteger wholeFil(long fil) {
    return AttoFil.PER_FIL.multiply(BigInteger.valueOf(fil));
  }
}
