package io.depinsim.core.market;

import io.depinsim.core.market.TokenExchange.Market;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.state.StateVisitor;

/**
 * Geometric Brownian motion, stepped exactly: over t years the logarithm of the price moves by
 * (drift - volatility² / 2) t + volatility √t Z, so the expected price grows by e^(drift t).
 *
 * <p>Takes one draw per market period, keyed by the network and the number of the period; periods
 * of any length give the same distribution. The price is kept among the normal doubles.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-21617-1">Glasserman: Monte Carlo methods in
 *     financial engineering (2003), section 3.2</a>
 */
public final class GeometricPrice implements PricePath {
  private static final double MONTHS_PER_YEAR = 12;

  private final Spec spec;
  private final double[] price = new double[1];

  /**
   * Parameters of {@code exchange: {geometric: …}}.
   *
   * @param start price of a token when the scenario starts
   * @param drift rate at which the expected price grows, compounded continuously
   * @param volatility standard deviation of the logarithm of the price after one year; state it per
   *     year: a monthly one would be multiplied by twelve, not by its square root
   */
  public record Spec(
      @InRange(above = "0") @InUnit("currency/asset") double start,
      @InRange(atLeast = "-1000 %/year", atMost = "1000 %/year") @InUnit("%/year") double drift,
      @InRange(atLeast = "0 %/year", atMost = "1000 %/year") @InUnit("%/year") double volatility) {}

  /** The path of a spec. */
  public GeometricPrice(Spec spec) {
    this.spec = spec;
    price[0] = spec.start();
  }

  /**
   * Price after some time.
   *
   * @param price before, > 0
   * @param drift per year
   * @param volatility per square root of a year
   * @param years ≥ 0
   * @param normal a draw of a standard normal
   */
  public static double step(
      double price, double drift, double volatility, double years, double normal) {
    double log =
        (drift - 0.5 * volatility * volatility) * years + volatility * Math.sqrt(years) * normal;
    double next = price * StrictMath.exp(log);
    return Math.min(Math.max(next, Double.MIN_NORMAL), Double.MAX_VALUE);
  }

  @Override
  public double price(Market market) {
    return price[0];
  }

  @Override
  public void advance(long nowMicros, double months, long tick, long entity, Streams streams) {
    double normal = streams.at(Purpose.PRICE_PATH, entity, tick).nextGaussian();
    price[0] = step(price[0], spec.drift(), spec.volatility(), months / MONTHS_PER_YEAR, normal);
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.doubles("price", price, 1);
  }
}
