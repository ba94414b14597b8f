package io.depinsim.core.engine.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AllocatorMarketTest {
  /** Costs of 1.0 and 1.1 at a scale of 0.1: odds of e to 1, so 0.7311 and 0.2689. */
  @Test
  void sharesFollowTheExponentialOfTheDifference() {
    double[] shares = new double[2];
    AllocatorMarket.logit(new double[] {1.0, 1.1}, -10, shares);
    assertArrayEquals(new double[] {0.7310585786, 0.2689414214}, shares, 1e-9);
    AllocatorMarket.logit(new double[] {5, 5}, -1e9, shares);
    assertArrayEquals(new double[] {0.5, 0.5}, shares);
    AllocatorMarket.logit(new double[] {0, 1e6}, 1e6, shares);
    assertArrayEquals(new double[] {0, 1}, shares);
  }

  /** 0.30 paid and 0.10 of time, a fifth fails: 0.40 over 0.8 is 0.50; failure counts to 95 %. */
  @Test
  void whatFailsIsPaidForByWhatDoesNot() {
    assertEquals(0.5, AllocatorMarket.allIn(0.3, 0.1, 0.2), 1e-12);
    assertEquals(8, AllocatorMarket.allIn(0.3, 0.1, 1), 1e-12);
  }
}
