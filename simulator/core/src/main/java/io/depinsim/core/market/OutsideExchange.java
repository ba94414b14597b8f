package io.depinsim.core.market;

import io.depinsim.core.random.Streams;
import io.depinsim.core.state.StateVisitor;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An outside market that takes any amount at a price from elsewhere, without a fee.
 *
 * <p>A quote is the exact product of amount and price, rounded down, so that buying and selling
 * again never gains.
 */
public final class OutsideExchange implements TokenExchange {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final PricePath path;

  /** A market at the prices of a path. */
  public OutsideExchange(PricePath path) {
    this.path = path;
  }

  @Override
  public boolean exogenous() {
    return true;
  }

  @Override
  public double price(Market market) {
    return path.price(market);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if the proceeds do not fit 63 bits
   */
  @Override
  public long sell(long tokens, Market market) {
    BigDecimal worth = exact(tokens).multiply(new BigDecimal(price(market)));
    return quotient(
        worth.multiply(new BigDecimal(market.minorPerCurrency())),
        new BigDecimal(market.minorPerToken()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if negative
   * @throws ArithmeticException if the tokens do not fit 63 bits
   */
  @Override
  public long buy(long currency, Market market) {
    BigDecimal price = new BigDecimal(price(market));
    return quotient(
        exact(currency).multiply(new BigDecimal(market.minorPerToken())),
        price.multiply(new BigDecimal(market.minorPerCurrency())));
  }

  private static BigDecimal exact(long amount) {
    if (amount < 0) {
      throw Limit.refusal("amount", amount, "must not be negative", "");
    }
    return BigDecimal.valueOf(amount);
  }

  private static long quotient(BigDecimal above, BigDecimal below) {
    BigDecimal whole = above.divide(below, 0, RoundingMode.FLOOR);
    if (whole.compareTo(LARGEST) > 0) {
      throw new ArithmeticException(
          "a trade would bring " + whole + " minor units: must fit 63 bits. Maybe the price.");
    }
    return whole.longValueExact();
  }

  @Override
  public double fee() {
    return 0;
  }

  @Override
  public void advance(long nowMicros, double months, long tick, long entity, Streams streams) {
    path.advance(nowMicros, months, tick, entity, streams);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    path.visitState(visitor);
  }
}
