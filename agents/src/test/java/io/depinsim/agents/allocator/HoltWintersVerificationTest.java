package io.depinsim.agents.allocator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HoltWintersVerificationTest {
  private static double exact(int hour) {
    return 100 + 0.5 * hour + 20 * ((hour * 7) % 24 - 11.5) / 11.5;
  }

  /** A straight line and a daily pattern leave no error, one hour ahead or three days. */
  @Test
  void anExactSeasonalSeriesIsForetoldWithoutError() {
    HoltWinters series = new HoltWinters(0.3, 0.1, 0.2);
    for (int hour = 0; hour < 500; hour++) {
      assertEquals(hour >= 48, series.ready());
      if (series.ready()) {
        assertEquals(exact(hour), series.forecast(1), 1e-9);
        assertEquals(exact(hour + 71), series.forecast(72), 1e-9);
      }
      series.add(exact(hour));
    }
  }

  /**
   * Two days of 10 but 34 in hour 0: mean 11, season +23 in hour 0 and -1 else, no trend. Then 46
   * in hour 0: level 0.5 (46 - 23) + 0.5 · 11 = 17, trend 0.25 · 6 = 1.5, season 0.5 (46 - 17) +
   * 0.5 · 23 = 26. Foretold: hour 1 17 + 1.5 - 1 = 17.5; hour 0 of the next day 17 + 36 + 26 = 79.
   */
  @Test
  void aStepByHand() {
    HoltWinters series = new HoltWinters(0.5, 0.25, 0.5);
    for (int hour = 0; hour < 48; hour++) {
      assertFalse(series.ready());
      series.add(hour % 24 == 0 ? 34 : 10);
    }
    assertTrue(series.ready());
    assertEquals(34, series.forecast(1), 1e-12);
    assertEquals(10, series.forecast(2), 1e-12);
    series.add(46);
    assertEquals(17, series.level(), 1e-12);
    assertEquals(17.5, series.forecast(1), 1e-12);
    assertEquals(79, series.forecast(24), 1e-12);
    // Hour 1 brings 4: level 0.5 · 5 + 0.5 · 18.5 = 11.75, trend 0.25 · (-5.25) + 0.75 · 1.5.
    series.add(4);
    assertEquals(11.75, series.level(), 1e-12);
    assertEquals(11.75 - 0.1875 - 1, series.forecast(1), 1e-12);
  }

  @Test
  void nothingBelowZeroIsForetold() {
    HoltWinters series = new HoltWinters(0.5, 0.5, 0.5);
    for (int hour = 0; hour < 48; hour++) {
      series.add(48 - hour);
    }
    assertEquals(0, series.forecast(20));
  }

  /** Weibull shape 2, life 10: from age 5 within 5 more 1 - exp(-(1 - 0.25)). */
  @Test
  void riskAndAgeAreInverse() {
    assertEquals(1 - StrictMath.exp(-0.75), FailureRisk.within(5, 5, 10, 2), 1e-12);
    double age = FailureRisk.ageAt(1 - StrictMath.exp(-0.75), 5, 10, 2);
    assertEquals(5, age, 1e-6);
    assertEquals(0, FailureRisk.ageAt(0.1, 10, 10, 2));
  }
}
