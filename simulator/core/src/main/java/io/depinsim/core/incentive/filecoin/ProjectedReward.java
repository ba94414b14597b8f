package io.depinsim.core.incentive.filecoin;

/**
 * BR(d): the reward that quality-adjusted power would earn over the next d days, if reward and
 * network power went on changing as their filters say.
 *
 * <p>BR = qa · ∫ (r + r' x) / (q + q' x) dx over the period. With L(x) = ln(1 + x)/x and x = q' T /
 * q the integral is (T / q) (r L(x) + r' T (1 - L(x)) / x); near x = 0 both terms are taken from
 * their series, so no digits cancel. The chain uses the midpoint where |q'| is below
 * 2<sup>-25</sup> bytes per epoch, which is the same number to all digits.
 *
 * @see <a href="https://github.com/filecoin-project/builtin-actors">builtin-actors @b0a3bdd6, miner
 *     monies and smoothing</a>
 */
public final class ProjectedReward {
  private static final double SERIES_BELOW = 0.01;
  private static final int SERIES_TERMS = 12;

  private ProjectedReward() {}

  /**
   * Projected reward.
   *
   * @param qaBytes quality-adjusted bytes that earn, ≥ 0
   * @param rewardPerEpoch reward of the whole network, FIL per epoch
   * @param networkQaBytes quality-adjusted power of the network, position > 0
   * @param epochs length of the projection, > 0
   * @return FIL, never negative
   * @throws IllegalArgumentException if the network's power would reach zero within the projection
   */
  public static double fil(
      double qaBytes, FilterEstimate rewardPerEpoch, FilterEstimate networkQaBytes, double epochs) {
    double power = networkQaBytes.position();
    double x = networkQaBytes.velocityPerEpoch() * epochs / power;
    if (!(power > 0) || !(x > -1)) {
      throw new IllegalArgumentException(
          "networkQaBytes: "
              + networkQaBytes
              + " must stay > 0 over "
              + epochs
              + " epochs. Maybe the velocity is per day instead of per epoch.");
    }
    double constant = logarithmOverX(x);
    double linear = restOverX(x, constant);
    double drift = rewardPerEpoch.velocityPerEpoch() * epochs;
    double perByte = epochs / power * (rewardPerEpoch.position() * constant + drift * linear);
    return Math.max(0, qaBytes * perByte);
  }

  /** BR(d) with flat estimates: qa · reward · epochs / network power. */
  public static double flatFil(
      double qaBytes, double rewardFilPerEpoch, double networkQaBytes, double epochs) {
    return qaBytes * (rewardFilPerEpoch * epochs / networkQaBytes);
  }

  /** ln(1 + x) / x. */
  private static double logarithmOverX(double x) {
    return x == 0 ? 1 : StrictMath.log1p(x) / x;
  }

  /** (1 - ln(1 + x) / x) / x = 1/2 - x/3 + x²/4 - ... */
  private static double restOverX(double x, double logarithmOverX) {
    if (Math.abs(x) >= SERIES_BELOW) {
      return (1 - logarithmOverX) / x;
    }
    double sum = 0;
    for (int n = SERIES_TERMS; n >= 2; n--) {
      sum = 1.0 / n - x * sum;
    }
    return sum;
  }
}
