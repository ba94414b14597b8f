package io.depinsim.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Values that must not move, on any JDK: published results depend on them. A change here is a
 * change of every result of every scenario and belongs in the changelog.
 */
class DrawsGoldenTest {

  @Test
  void everySamplerGivesItsFrozenValues() {
    long miner = Entity.of(Entity.cohortCode("miners"), 12);
    Draws draws = new Streams(20251122, 1).at(Purpose.SECTOR_CHOICE, miner, 34);
    assertEquals(0x1.6c130d2bfeacap-2, draws.nextUniform());
    assertEquals(-0x1.7ce2a737e04f8p-1, draws.nextGaussian());
    assertEquals(0x1.ad9fc28effdaep0, draws.nextExponential(3));
    assertEquals(0x1.e41350ba1d8fcp0, draws.nextLogNormal(1, 0.5));
    assertEquals(925, draws.nextInt(1_000));
    assertEquals(559_661_462_670L, draws.nextLong(1_000_000_000_000L));
    assertEquals(3, draws.nextPoisson(7.5));
    assertEquals(1_243, draws.nextPoisson(1_234.5));
    assertEquals(999_982_530, draws.nextPoisson(1e9));
    assertEquals(5, draws.nextBinomial(1_000, 0.004));
    assertEquals(389, draws.nextBinomial(1_000, 0.4));
    assertEquals(899_999_761_349L, draws.nextBinomial(1_000_000_000_000L, 0.9));
    assertEquals(16, draws.taken());
  }

  @Test
  void manyDrawsOfEverySizeGiveTheirFrozenDigest() {
    Streams streams = new Streams(1, 0);
    Draws draws = new Draws();
    long digest = 0;
    for (int i = 0; i < 300_000; i++) {
      streams.seek(draws, Purpose.FAULTS, i, i);
      double mean = Math.scalb(0.9, i % 31);
      digest = digest * 31 + draws.nextPoisson(mean);
      digest = digest * 31 + draws.nextBinomial(1L << i % 40, i % 97 / 97.0);
      digest = digest * 31 + Double.doubleToLongBits(draws.nextGaussian());
      digest = digest * 31 + Double.doubleToLongBits(draws.nextExponential(mean));
      digest = digest * 31 + Double.doubleToLongBits(draws.nextLogNormal(0, 1));
    }
    assertEquals(2_723_968_978_804_838_935L, digest);
  }
}
