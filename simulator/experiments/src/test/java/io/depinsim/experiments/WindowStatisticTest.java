package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.depinsim.core.scenario.ExpectSpec.Statistic;
import org.junit.jupiter.api.Test;

class WindowStatisticTest {
  private static double of(Statistic statistic, double... values) {
    return WindowStatistic.of(statistic, values, 0, values.length);
  }

  @Test
  void valuesOutsideTheWindowDoNotCount() {
    double[] values = {9, 4, 2, 3, -9};
    assertEquals(3, WindowStatistic.of(Statistic.last, values, 1, 4));
    assertEquals(3, WindowStatistic.of(Statistic.mean, values, 1, 4));
    assertEquals(4, WindowStatistic.of(Statistic.max, values, 1, 4));
    assertEquals(2, WindowStatistic.of(Statistic.min, values, 1, 4));
    assertEquals(0.5, WindowStatistic.of(Statistic.drawdown, values, 1, 4));
    assertEquals(-0.25, WindowStatistic.of(Statistic.growth, values, 1, 4));
  }

  /** Steps of the logarithm: +L, -L, +L with L = log 2; their mean L/3, variance 4/3 L². */
  @Test
  void volatilityIsTheSpreadOfStepsOfTheLogarithm() {
    double log2 = 0.6931471805599453;
    assertEquals(log2 * StrictMath.sqrt(4.0 / 3), of(Statistic.volatility, 1, 2, 1, 2), 1e-15);
    assertEquals(0, of(Statistic.volatility, 1, 2, 4, 8), 1e-15, "steady growth");
  }

  @Test
  void volatilityJumpsOverWhatHasNoLogarithm() {
    double log2 = 0.6931471805599453;
    // Neighbours above 0: (1, 2) and (4, 2); the steps to and from 0 and -1 are left out.
    assertEquals(log2 * StrictMath.sqrt(2), of(Statistic.volatility, 1, 2, 0, -1, 4, 2), 1e-15);
    assertEquals(0, of(Statistic.volatility, 1, 3), "one step has no spread");
    assertEquals(0, of(Statistic.volatility, 5));
    assertEquals(0, of(Statistic.volatility, 0, 0, 0));
  }

  @Test
  void drawdownIsTheWorstFallFromAnEarlierTop() {
    assertEquals(0.6, of(Statistic.drawdown, 10, 8, 20, 8, 30, 15), 1e-15);
    assertEquals(0, of(Statistic.drawdown, 1, 2, 3));
    assertEquals(1, of(Statistic.drawdown, 1, 0));
    assertEquals(1, of(Statistic.drawdown, 2, -5, 9), "no more than everything is lost");
    assertEquals(0, of(Statistic.drawdown, -3, -6), "nothing above 0 to fall from");
  }

  @Test
  void growthFromZeroIsUndefined() {
    assertEquals(1.5, of(Statistic.growth, 2, 7, 5));
    assertEquals(-1, of(Statistic.growth, 2, 0));
    assertEquals(Double.NaN, of(Statistic.growth, 0, 5));
  }

  @Test
  void anEmptyWindowIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> WindowStatistic.of(Statistic.mean, new double[3], 2, 2));
    assertThrows(IllegalArgumentException.class, () -> of(Statistic.meanError, 1));
  }
}
