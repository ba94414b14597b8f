package io.depinsim.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
  private static final double SMALLEST = 0x1.0p-53;
  private static final double LARGEST = 1 - SMALLEST;

  private static Draws draws() {
    return new Streams(5, 0).at(Purpose.FAULTS, Entity.of(1, 1), 1);
  }

  @Test
  void uniformsAreMidpointsOfTheUpper52Bits() {
    Draws bits = draws();
    Draws uniforms = draws();
    for (int n = 0; n < 1_000; n++) {
      double uniform = uniforms.nextUniform();
      assertEquals(((bits.nextLong() >>> 12) * 2 + 1) * SMALLEST, uniform);
      assertTrue(uniform >= SMALLEST && uniform <= LARGEST);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, -0.6744897501960817",
    "0.001, -3.090232306167814",
    "1E-20, -9.262340089798408"
  })
  void normalQuantileMatchesThePublishedChecks(double probability, double quantile) {
    // Check values printed with algorithm AS 241, Applied Statistics 37 (1988) 477-484.
    assertEquals(quantile, NormalQuantile.of(probability), 2e-15 * Math.abs(quantile));
  }

  @Test
  void normalQuantileInvertsTheDistributionOutToTheTails() {
    NormalDistribution normal = new NormalDistribution();
    for (double p = SMALLEST; p < 0.5; p = p < 0.01 ? p * 1.7 : p + 0.003) {
      double quantile = NormalQuantile.of(p);
      assertEquals(p, normal.cumulativeProbability(quantile), 1e-12 * p, "at " + p);
    }
    assertEquals(0, NormalQuantile.of(0.5));
    assertEquals(-NormalQuantile.of(SMALLEST), NormalQuantile.of(LARGEST));
  }

  @Test
  void inversionNeverFallsAsTheUniformOrTheParameterRises() {
    for (double mean : new double[] {0.01, 1, 10, 29.9}) {
      long previous = 0;
      for (double uniform = 0.0005; uniform < 1; uniform += 0.001) {
        long count = PoissonSampler.invert(uniform, mean);
        assertTrue(count >= previous, "poisson " + mean + " at " + uniform);
        assertTrue(PoissonSampler.invert(uniform, mean * 1.01) >= count);
        assertTrue(
            BinomialSampler.invert(uniform, 1_000, mean / 1_000 * 1.01)
                >= BinomialSampler.invert(uniform, 1_000, mean / 1_000));
        previous = count;
      }
    }
  }

  @Test
  void inversionIsExactAtTheEdgesOfItsSteps() {
    PoissonDistribution expected = new PoissonDistribution(10);
    for (int count = 0; count < 25; count++) {
      double edge = expected.cumulativeProbability(count);
      assertEquals(count, PoissonSampler.invert(edge - 1e-13, 10));
      assertEquals(count + 1, PoissonSampler.invert(edge + 1e-13, 10));
    }
  }

  @Test
  void inversionEndsAtTheSmallestAndLargestUniform() {
    assertEquals(0, PoissonSampler.invert(SMALLEST, 29.99));
    assertTrue(PoissonSampler.invert(LARGEST, 29.99) < 120);
    assertTrue(PoissonSampler.invert(LARGEST, 1e-300) < 3);
    assertEquals(0, PoissonSampler.invert(LARGEST, 0));
    assertTrue(BinomialSampler.invert(LARGEST, 1_000_000_000_000L, 2.9e-11) < 120);
    assertEquals(20, BinomialSampler.invert(LARGEST, 20, 0.5));
    // 60 / 2^59 lies at most 1, which is less than the smallest uniform, and 1771 / 2^59 at most 2.
    assertEquals(2, BinomialSampler.invert(SMALLEST, 59, 0.5));
  }

  @Test
  void degenerateParametersGiveTheSureResult() {
    Draws draws = draws();
    assertEquals(0, draws.nextPoisson(0));
    assertEquals(0, draws.nextBinomial(0, 0.5));
    assertEquals(0, draws.nextBinomial(1_000_000, 0));
    assertEquals(1_000_000, draws.nextBinomial(1_000_000, 1));
    assertEquals(0, draws.nextExponential(0));
    assertEquals(StrictMath.exp(2), draws.nextLogNormal(2, 0), 1e-14);
    assertEquals(0, draws.nextLong(1));
    assertFalse(draws.nextEvent(0));
    assertTrue(draws.nextEvent(1));
    assertEquals(9, draws.taken());
  }

  @Test
  void refusesParametersOutOfRangeBeforeDrawing() {
    Draws draws = draws();
    for (double bad : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, 1e9 + 1}) {
      assertThrows(IllegalArgumentException.class, () -> draws.nextPoisson(bad));
      assertThrows(IllegalArgumentException.class, () -> draws.nextEvent(bad));
      assertThrows(IllegalArgumentException.class, () -> draws.nextBinomial(5, bad));
    }
    assertThrows(IllegalArgumentException.class, () -> draws.nextBinomial(-1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> draws.nextBinomial(1_000_000_000_001L, 0.5));
    assertThrows(IllegalArgumentException.class, () -> draws.nextExponential(-1));
    assertThrows(IllegalArgumentException.class, () -> draws.nextExponential(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> draws.nextLogNormal(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> draws.nextLogNormal(0, -1));
    assertThrows(IllegalArgumentException.class, () -> draws.nextInt(0));
    assertThrows(IllegalArgumentException.class, () -> draws.nextLong(0));
    assertEquals(0, draws.taken());
  }

  @Test
  void logProbabilitiesAgreeWithCommonsMath() {
    PoissonDistribution poisson = new PoissonDistribution(40.5);
    BinomialDistribution binomial = new BinomialDistribution(90, 0.45);
    for (int count = 0; count <= 90; count++) {
      assertEquals(poisson.logProbability(count), LogProbability.poisson(count, 40.5), 1e-11);
      assertEquals(
          binomial.logProbability(count), LogProbability.binomial(count, 90, 0.45, 0.55), 1e-11);
    }
  }

  @Test
  void logProbabilitiesOfHugeCountsKeepTheirRatios() {
    // p(k + s) / p(k) = product of mean / (k + i), and likewise for the binomial.
    double mean = 1e9;
    double trials = 1e12;
    for (double start : new double[] {-5, -1, 0, 1.5, 5}) {
      double k = Math.rint(mean + start * Math.sqrt(mean));
      double m = Math.rint(0.3 * trials + start * Math.sqrt(0.21 * trials));
      double poisson = 0;
      double binomial = 0;
      for (int i = 1; i <= 5_000; i++) {
        poisson -= StrictMath.log1p((k + i - mean) / mean);
        binomial += StrictMath.log((trials - m - i + 1) / (m + i) * (0.3 / 0.7));
      }
      assertEquals(
          poisson, LogProbability.poisson(k + 5_000, mean) - LogProbability.poisson(k, mean), 1e-9);
      assertEquals(
          binomial,
          LogProbability.binomial(m + 5_000, trials, 0.3, 0.7)
              - LogProbability.binomial(m, trials, 0.3, 0.7),
          1e-9);
    }
  }
}
