package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * Where the money of one message goes. Exact attoFIL.
 *
 * <p>The sender deposits feeCap · limit. Burnt: base fee · used, and base fee · gasBurned for
 * asking too much gas. The producer gets the tip on the whole gas limit and pays whatever the fee
 * cap does not cover of the base fee. The rest comes back.
 *
 * @param baseFeeBurn burnt for gas used
 * @param overestimationBurn burnt for gas asked for and not used
 * @param minerPenalty charged to the producer where the fee cap is below the base fee
 * @param minerTip tip of the producer
 * @param refund what returns to the sender
 * @param gasRefund gas returned, units of gas
 * @param gasBurned gas burnt for over-estimation, units of gas
 * @see <a href="https://github.com/filecoin-project/lotus">lotus @0656b621, burn.go, without the
 *     branch from before the Smoke upgrade</a>
 */
public record GasOutputs(
    BigInteger baseFeeBurn,
    BigInteger overestimationBurn,
    BigInteger minerPenalty,
    BigInteger minerTip,
    BigInteger refund,
    long gasRefund,
    long gasBurned) {

  private static final int OVERUSE_NUMERATOR = 11;
  private static final int OVERUSE_DENOMINATOR = 10;

  /**
   * Splits the deposit of one message.
   *
   * @param gasUsed gas used, from 0 to {@code gasLimit}
   * @param gasLimit gas asked for
   * @param baseFeeAtto base fee, attoFIL per gas
   * @param feeCapAtto most the sender pays per gas
   * @param premiumAtto tip offered per gas
   */
  public static GasOutputs of(
      long gasUsed,
      long gasLimit,
      BigInteger baseFeeAtto,
      BigInteger feeCapAtto,
      BigInteger premiumAtto) {
    BigInteger paid = baseFeeAtto.min(feeCapAtto);
    BigInteger missing = baseFeeAtto.subtract(paid);
    long burned = gasBurned(gasUsed, gasLimit);
    BigInteger used = BigInteger.valueOf(gasUsed);
    BigInteger limit = BigInteger.valueOf(gasLimit);
    BigInteger baseFeeBurn = paid.multiply(used);
    BigInteger overestimation = paid.multiply(BigInteger.valueOf(burned));
    BigInteger penalty = missing.multiply(used.add(BigInteger.valueOf(burned)));
    BigInteger tip = premiumAtto.min(feeCapAtto.subtract(paid)).multiply(limit);
    BigInteger refund =
        feeCapAtto.multiply(limit).subtract(baseFeeBurn).subtract(overestimation).subtract(tip);
    return new GasOutputs(
        baseFeeBurn, overestimation, penalty, tip, refund, gasLimit - gasUsed - burned, burned);
  }

  /**
   * Gas burnt for over-estimation: (limit - used) · over / used with over = clamp(limit - 1.1 used,
   * 0, used); the whole limit where nothing was used.
   */
  public static long gasBurned(long gasUsed, long gasLimit) {
    if (gasUsed == 0) {
      return gasLimit;
    }
    long over = gasLimit - OVERUSE_NUMERATOR * gasUsed / OVERUSE_DENOMINATOR;
    if (over <= 0) {
      return 0;
    }
    BigInteger unused = BigInteger.valueOf(gasLimit - gasUsed);
    BigInteger share = unused.multiply(BigInteger.valueOf(Math.min(over, gasUsed)));
    return share.divide(BigInteger.valueOf(gasUsed)).longValueExact();
  }
}
