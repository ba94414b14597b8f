package io.depinsim.core.incentive.filecoin;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Daily fee of a sector since FIP-0100: 1.61817e-25 of the circulating supply per quality-adjusted
 * byte, fixed at activation, capped at half the expected daily reward when paid. Burnt.
 *
 * @see <a href="https://github.com/filecoin-project/FIPs">FIP-0100; multiplier 161817 / 10^30 in
 *     builtin-actors @b0a3bdd6, policy constants</a>
 */
public final class DailySectorFee {
  /** Fee per day, byte and unit of circulating supply. */
  public static final double MULTIPLIER = 1.61817e-25;

  /** The fee is at most this share of the expected daily reward. */
  public static final double REWARD_SHARE_CAP = 0.5;

  private static final BigInteger NUMERATOR = BigInteger.valueOf(161_817);
  private static final BigInteger DENOMINATOR = BigInteger.TEN.pow(30);

  private DailySectorFee() {}

  /** Fee per day fixed at activation, FIL. */
  public static double fil(double circulatingSupplyFil, double qaBytes) {
    return MULTIPLIER * circulatingSupplyFil * qaBytes;
  }

  /** Fee per day fixed at activation, attoFIL, rounded down as on chain. */
  public static BigInteger atto(BigInteger circulatingSupplyAtto, BigInteger qaBytes) {
    return circulatingSupplyAtto.multiply(qaBytes).multiply(NUMERATOR).divide(DENOMINATOR);
  }

  /** What is paid on a day: the fee, at most half of that day's expected reward. */
  public static double payableFil(double feeFil, double expectedDailyRewardFil) {
    return Math.min(feeFil, REWARD_SHARE_CAP * expectedDailyRewardFil);
  }

  /** The same in whole FIL, exact. */
  public static BigDecimal payable(BigDecimal feeFil, BigDecimal expectedDailyRewardFil) {
    BigDecimal cap = expectedDailyRewardFil.multiply(BigDecimal.valueOf(REWARD_SHARE_CAP));
    return AttoFil.plain(feeFil.min(cap));
  }
}
