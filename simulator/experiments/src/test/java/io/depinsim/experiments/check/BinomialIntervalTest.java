package io.depinsim.experiments.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BinomialIntervalTest {
  @Test
  void hasTheEndsOfClosedForms() {
    // None of n: 1 - (tail)^(1/n). All of n: the mirror image.
    BinomialInterval none = BinomialInterval.of(0, 20, 0.95);
    assertEquals(0, none.low());
    assertEquals(1 - StrictMath.pow(0.025, 1 / 20.0), none.high(), 1e-9);
    BinomialInterval all = BinomialInterval.of(20, 20, 0.95);
    assertEquals(StrictMath.pow(0.025, 1 / 20.0), all.low(), 1e-9);
    assertEquals(1, all.high());
  }

  @Test
  void leavesEachTailItsHalf() {
    // At each end the binomial tail beyond what was seen is 2.5 %.
    BinomialInterval some = BinomialInterval.of(3, 10, 0.95);
    assertEquals(0.025, atLeast(3, 10, some.low()), 1e-9);
    assertEquals(0.025, 1 - atLeast(4, 10, some.high()), 1e-9);
  }

  private static double atLeast(int times, int trials, double p) {
    double sum = 0;
    for (int k = times; k <= trials; k++) {
      double ways = 1;
      for (int i = 0; i < k; i++) {
        ways = ways * (trials - i) / (i + 1);
      }
      sum += ways * StrictMath.pow(p, k) * StrictMath.pow(1 - p, trials - k);
    }
    return sum;
  }
}
