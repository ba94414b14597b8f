package io.depinsim.core.market;

import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;
import java.math.BigInteger;

/**
 * A pool of tokens and currency whose reserves keep a product x y = k, with a fee on what is paid
 * in; the price is y / x in whole units.
 *
 * <p>Exact: products are formed in as many bits as they need, and what is paid out is rounded down,
 * so k never falls. Reserves and trades may be anything up to 2^62 minor units. The fee stays in
 * the pool. Draws no random numbers and remembers nothing: reserves are balances of the ledger.
 *
 * @see <a
 *     href="https://github.com/Uniswap/v2-periphery/blob/master/contracts/libraries/UniswapV2Library.sol">Uniswap
 *     v2 periphery, UniswapV2Library.getAmountOut</a>, whose fee is 3,000 parts per million
 */
public final class ConstantProductPool implements TokenExchange {
  /** Largest reserve, minor units. */
  public static final long LARGEST_RESERVE = 1L << 62;

  private static final int PARTS = 1_000_000;
  private static final BigInteger ALL = BigInteger.valueOf(PARTS);

  private final int feeParts;

  /**
   * Parameters of {@code exchange: {constantProductPool: …}}.
   *
   * @param fee share of what is paid in that stays in the pool, in whole parts per million
   */
  public record Spec(@InRange(atLeast = "0 %", below = "100 %") @InUnit("%") double fee) {
    /**
     * Checks its part.
     *
     * @throws IllegalArgumentException if out of range or finer than a millionth
     */
    public Spec {
      feeParts(fee);
    }
  }

  /** The rule of a spec. */
  public ConstantProductPool(Spec spec) {
    this.feeParts = feeParts(spec.fee());
  }

  /**
   * A share as parts per million.
   *
   * @throws IllegalArgumentException if not within 0 to below 1, or finer than a millionth
   */
  static int feeParts(double fee) {
    Limit.within("fee", fee, 0, Math.nextDown(1.0));
    double parts = fee * PARTS;
    if (Math.abs(parts - Math.rint(parts)) > 1e-6 || Math.rint(parts) == PARTS) {
      throw Limit.refusal("fee", fee, "must be whole parts per million", "0.003, that is 0.3 %");
    }
    return (int) Math.rint(parts);
  }

  /**
   * What a trade brings: floor(J (1 - f) Y / (X + J (1 - f))), J paid into reserve X, Y the other
   * reserve and f the fee; 0 for 0.
   *
   * @param paidIn J, minor units, ≥ 0
   * @param reserveIn X, minor units, > 0
   * @param reserveOut Y, minor units, > 0
   * @param feeParts f in parts per million, 0 to 999,999
   * @return less than {@code reserveOut}, ≥ 0
   * @throws IllegalArgumentException if an amount is out of range
   */
  public static long paidOut(long paidIn, long reserveIn, long reserveOut, int feeParts) {
    return paidOut(
            BigInteger.valueOf(paidIn),
            BigInteger.valueOf(reserveIn),
            BigInteger.valueOf(reserveOut),
            feeParts)
        .longValueExact();
  }

  /** The same for amounts of any size. */
  static BigInteger paidOut(
      BigInteger paidIn, BigInteger reserveIn, BigInteger reserveOut, int feeParts) {
    if (paidIn.signum() < 0) {
      throw Limit.refusal("amount", paidIn, "must not be negative", "");
    }
    if (reserveIn.signum() <= 0 || reserveOut.signum() <= 0) {
      throw Limit.refusal(
          "reserves", reserveIn + " and " + reserveOut, "must be above 0 to trade against", "");
    }
    BigInteger counted = paidIn.multiply(BigInteger.valueOf(PARTS - feeParts));
    return counted.multiply(reserveOut).divide(reserveIn.multiply(ALL).add(counted));
  }

  @Override
  public boolean exogenous() {
    return false;
  }

  @Override
  public double price(Market market) {
    return (market.currencyReserve() / market.minorPerCurrency())
        / (market.tokenReserve() / market.minorPerToken());
  }

  @Override
  public long sell(long tokens, Market market) {
    return paidOut(tokens, market.tokenReserve(), market.currencyReserve(), feeParts);
  }

  @Override
  public long buy(long currency, Market market) {
    return paidOut(currency, market.currencyReserve(), market.tokenReserve(), feeParts);
  }

  @Override
  public double fee() {
    return feeParts / (double) PARTS;
  }

  @Override
  public void advance(long nowMicros, double months, long tick, long entity, Streams streams) {
    // Only trade moves the price.
  }

  @Override
  public void visitState(StateVisitor visitor) {
    // Reserves are balances of the ledger.
  }
}
