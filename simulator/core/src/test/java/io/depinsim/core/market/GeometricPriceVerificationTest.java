package io.depinsim.core.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.random.Streams;
import org.junit.jupiter.api.Test;

/**
 * Mean and variance of the logarithm of the price, and the expected price itself, against those of
 * geometric Brownian motion.
 *
 * <p>False alarms: each z-score is compared with 5, passed by chance 6e-7 of the time if normal;
 * the six of them together raise a false alarm for fewer than one seed in 100,000. Seeds are fixed.
 */
class GeometricPriceVerificationTest {
  private static final double LIMIT = 5;
  private static final int PATHS = 20_000;
  private static final double DRIFT = 0.3;
  private static final double VOLATILITY = 0.8;
  private static final TokenExchange.Market MARKET = new TokenExchange.Market(0, 0, 1e9, 1e6, 0, 0);

  private static double end(long entity, Streams streams, int steps, double monthsEach) {
    GeometricPrice path = new GeometricPrice(new GeometricPrice.Spec(5, DRIFT, VOLATILITY));
    for (int tick = 1; tick <= steps; tick++) {
      path.advance(tick, monthsEach, tick, entity, streams);
    }
    return path.price(MARKET);
  }

  private static void check(int steps, double monthsEach, long seed) {
    double years = steps * monthsEach / 12;
    double mean = (DRIFT - VOLATILITY * VOLATILITY / 2) * years;
    double variance = VOLATILITY * VOLATILITY * years;
    double sumOfLogs = 0;
    double sumOfSquares = 0;
    double sumOfPrices = 0;
    Streams streams = new Streams(seed, 0);
    for (int entity = 0; entity < PATHS; entity++) {
      double growth = end(entity, streams, steps, monthsEach) / 5;
      double log = StrictMath.log(growth);
      sumOfLogs += log;
      sumOfSquares += (log - mean) * (log - mean);
      sumOfPrices += growth;
    }
    double meanScore = (sumOfLogs / PATHS - mean) / Math.sqrt(variance / PATHS);
    assertTrue(Math.abs(meanScore) < LIMIT, "mean of the logarithm: " + meanScore);
    double varianceScore = (sumOfSquares / PATHS - variance) / (variance * Math.sqrt(2.0 / PATHS));
    assertTrue(Math.abs(varianceScore) < LIMIT, "variance of the logarithm: " + varianceScore);
    double expected = StrictMath.exp(DRIFT * years);
    double spread = expected * Math.sqrt(StrictMath.expm1(variance) / PATHS);
    double priceScore = (sumOfPrices / PATHS - expected) / spread;
    assertTrue(Math.abs(priceScore) < LIMIT, "expected price: " + priceScore);
  }

  @Test
  void twelveMonthsHaveTheMomentsOfAYear() {
    check(12, 1, 1);
  }

  @Test
  void oneLongStepHasTheMomentsOfItsLength() {
    check(1, 6, 2);
  }

  @Test
  void theMedianPathGrowsByDriftLessHalfTheVariance() {
    assertEquals(5 * StrictMath.exp(-0.02), GeometricPrice.step(5, 0.3, 0.8, 1, 0), 1e-14);
    assertEquals(5 * StrictMath.exp(-0.02 + 0.8), GeometricPrice.step(5, 0.3, 0.8, 1, 1), 1e-14);
    assertEquals(5, GeometricPrice.step(5, 0.3, 0.8, 0, 3), "no time, no change");
    assertEquals(Double.MIN_NORMAL, GeometricPrice.step(5, -10, 10, 285, -3));
    assertEquals(Double.MAX_VALUE, GeometricPrice.step(5, 10, 0, 285, 0));
  }

  @Test
  void stepsAreKeyedByNetworkAndTickAlone() {
    Streams streams = new Streams(3, 0);
    assertEquals(end(7, streams, 3, 1), end(7, new Streams(3, 0), 3, 1));
    assertNotEquals(end(7, streams, 3, 1), end(8, streams, 3, 1));
    assertNotEquals(end(7, streams, 3, 1), end(7, new Streams(3, 1), 3, 1));
  }
}
