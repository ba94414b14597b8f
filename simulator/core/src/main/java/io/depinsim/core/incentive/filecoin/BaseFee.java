package io.depinsim.core.incentive.filecoin;

import java.math.BigInteger;

/**
 * How the base fee of gas moves from one epoch to the next.
 *
 * <p>Until FIP-0115: delta = clamp(gas / blocks - target, ±target); next = max(100, b +
 * floor(floor(b delta / target) / 8)). Since FIP-0115: M = ceil(b / 8); next = max(100, b + min(M,
 * P20 - M)), P20 the 20th percentile of the tips bid (an early draft of the FIP had floor(b / 8)
 * and a lowest fee of 8). Negative changes round toward minus infinity.
 *
 * @see <a href="https://github.com/filecoin-project/lotus">lotus @0efce075, basefee.go;
 *     FIP-0115</a>
 */
public final class BaseFee {
  /** Lowest base fee, attoFIL per gas. */
  public static final long MINIMUM_ATTO = 100;

  /** Base fee at genesis, attoFIL per gas. */
  public static final long INITIAL_ATTO = 100_000_000;

  /** Gas a block aims at. */
  public static final long TARGET_GAS_PER_BLOCK = 5_000_000_000L;

  /** Most gas a block may hold. */
  public static final long GAS_LIMIT_PER_BLOCK = 2 * TARGET_GAS_PER_BLOCK;

  /** Largest relative change per epoch is one in this many. */
  public static final int CHANGE_DENOMINATOR = 8;

  /** Largest base fee the long path takes: a tenth of a FIL per gas. */
  public static final long LARGEST_ATTO = 100_000_000_000_000_000L;

  private static final BigInteger MINIMUM = BigInteger.valueOf(MINIMUM_ATTO);
  private static final BigInteger DENOMINATOR =
      BigInteger.valueOf(TARGET_GAS_PER_BLOCK * CHANGE_DENOMINATOR);
  private static final int DENOMINATOR_BITS = 3;
  private static final int CHUNK_BITS = 20;
  private static final int CHUNKS = 3;
  private static final int PERCENTILE_PARTS = 5;

  private BaseFee() {}

  /**
   * Next base fee by the target-gas rule, exact, in longs.
   *
   * @param baseFeeAtto b, from 0 to {@link #LARGEST_ATTO}
   * @param gasLimitSum gas limits of the unique messages of the epoch, ≥ 0
   * @param blocks blocks of the epoch, ≥ 1
   * @return attoFIL per gas
   */
  public static long next(long baseFeeAtto, long gasLimitSum, int blocks) {
    long delta = deltaGas(gasLimitSum, blocks);
    long change = changeMagnitude(baseFeeAtto, Math.abs(delta), delta < 0);
    return Math.max(MINIMUM_ATTO, delta < 0 ? baseFeeAtto - change : baseFeeAtto + change);
  }

  /** The same for any base fee. */
  public static BigInteger next(BigInteger baseFeeAtto, long gasLimitSum, int blocks) {
    BigInteger delta = BigInteger.valueOf(deltaGas(gasLimitSum, blocks));
    BigInteger[] change = baseFeeAtto.multiply(delta).divideAndRemainder(DENOMINATOR);
    BigInteger floor = change[1].signum() < 0 ? change[0].subtract(BigInteger.ONE) : change[0];
    return baseFeeAtto.add(floor).max(MINIMUM);
  }

  /**
   * Next base fee by the rule of FIP-0115.
   *
   * @param baseFeeAtto b, from 0 to {@link #LARGEST_ATTO}
   * @param percentile20TipAtto P20: lowest tip such that more than a fifth of the block gas bids at
   *     or below it; 0 for blocks with room left; ≥ 0
   * @return attoFIL per gas
   */
  public static long nextFip0115(long baseFeeAtto, long percentile20TipAtto) {
    long most = (baseFeeAtto + CHANGE_DENOMINATOR - 1) / CHANGE_DENOMINATOR;
    return Math.max(MINIMUM_ATTO, baseFeeAtto + Math.min(most, percentile20TipAtto - most));
  }

  /** The same for any base fee. */
  public static BigInteger nextFip0115(BigInteger baseFeeAtto, BigInteger percentile20TipAtto) {
    BigInteger most =
        baseFeeAtto.add(BigInteger.valueOf(CHANGE_DENOMINATOR - 1)).shiftRight(DENOMINATOR_BITS);
    BigInteger change = most.min(percentile20TipAtto.subtract(most));
    return baseFeeAtto.add(change).max(MINIMUM);
  }

  /**
   * P20: the lowest tip such that more than a fifth of the block's gas bids at or below it. Gas
   * beyond the block's limit is cut from the lowest tips; gas short of it counts as bidding
   * nothing.
   *
   * @param tipAtto tips per gas, each min(premium, fee cap - base fee) and not below 0; sorted
   *     descending
   * @param gasLimit gas limits of the same messages, duplicates removed
   * @param blockGasLimit most gas a block may hold, {@link #GAS_LIMIT_PER_BLOCK} on mainnet
   */
  public static long percentile20Tip(long[] tipAtto, long[] gasLimit, long blockGasLimit) {
    long above = blockGasLimit - blockGasLimit / PERCENTILE_PARTS;
    long bid = 0;
    for (int i = 0; i < tipAtto.length; i++) {
      bid += gasLimit[i];
      if (bid >= above) {
        return tipAtto[i];
      }
    }
    return 0;
  }

  private static long deltaGas(long gasLimitSum, int blocks) {
    long delta = gasLimitSum / blocks - TARGET_GAS_PER_BLOCK;
    return Math.max(-TARGET_GAS_PER_BLOCK, Math.min(TARGET_GAS_PER_BLOCK, delta));
  }

  /** b·delta / (8 target), rounded down or up, by long division in chunks of 20 bits. */
  private static long changeMagnitude(long baseFeeAtto, long delta, boolean roundUp) {
    long divisor = TARGET_GAS_PER_BLOCK * CHANGE_DENOMINATOR;
    long quotient = 0;
    long rest = 0;
    for (int chunk = CHUNKS - 1; chunk >= 0; chunk--) {
      long bits = (baseFeeAtto >>> (chunk * CHUNK_BITS)) & ((1L << CHUNK_BITS) - 1);
      long part = (rest << CHUNK_BITS) + bits * delta;
      quotient = (quotient << CHUNK_BITS) + part / divisor;
      rest = part % divisor;
    }
    return roundUp && rest != 0 ? quotient + 1 : quotient;
  }
}
