package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpectedConsensusTest {
  private static final ExpectedConsensus MAINNET = ExpectedConsensus.mainnet();

  @Test
  void smallMinersWinInProportion() {
    assertEquals(5e-6, MAINNET.expectedWins(1e-6), 1e-18);
    assertEquals(0.5, MAINNET.expectedWins(0.1), 1e-14);
    assertEquals(0.5 * 0.975, new ExpectedConsensus(5, 0.975).expectedWins(0.1), 1e-14);
    assertEquals(0, MAINNET.expectedWins(0));
  }

  @Test
  void fifteenWinsAreTheMostAMinerCanHave() {
    // E[(N - 15)+] for N ~ Poisson(5), from the probabilities of 16 to 60 wins.
    double lost = 0;
    double probability = StrictMath.exp(-5);
    for (int n = 1; n <= 60; n++) {
      probability *= 5.0 / n;
      lost += Math.max(0, n - 15) * probability;
    }
    assertEquals(5 - lost, MAINNET.expectedWins(1), 1e-12);
    assertTrue(lost > 5e-5 && lost < 2e-4, "the cap hardly ever binds: " + lost);
  }

  @Test
  void bothWaysToSumMeetWhereTheyChangeOver() {
    double below = MAINNET.expectedWins(0.2 - 1e-12);
    double above = MAINNET.expectedWins(0.2 + 1e-12);
    assertEquals(below, above, 1e-11);
  }

  @Test
  void anEpochInAHundredAndFortyEightIsEmpty() {
    assertEquals(0.0067379, MAINNET.emptyEpochProbability(), 1e-7);
    assertEquals(20, MAINNET.rewardPerWinFil(100));
    assertEquals(97.5, new ExpectedConsensus(5, 0.975).expectedMintFil(100), 1e-12);
  }

  @Test
  void tenTebibytesAreNeededUnlessHardlyAnyoneHasThem() {
    double tenTebibytes = 10 * 0x1p40;
    assertTrue(ExpectedConsensus.eligible(tenTebibytes, 4));
    assertFalse(ExpectedConsensus.eligible(tenTebibytes - 1, 4));
    assertTrue(ExpectedConsensus.eligible(1, 3));
    assertFalse(ExpectedConsensus.eligible(0, 3));
  }

  @Test
  void refusesAPercentageAsEfficiency() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new ExpectedConsensus(5, 97.5));
    assertTrue(refusal.getMessage().contains("Maybe a percentage"), refusal.getMessage());
  }

  @Test
  void qualityRunsFromOneToTen() {
    assertEquals(1, SectorQuality.quality(0x1p35, 1_555_200, 0));
    assertEquals(10, SectorQuality.quality(0x1p35, 1_555_200, 0x1p35 * 1_555_200));
    assertEquals(3.25, SectorQuality.quality(0x1p35, 1000, 0x1p35 * 250));
    assertEquals(325, SectorQuality.qualityAdjustedBytes(100, 0.25));
  }
}
