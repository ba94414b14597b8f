package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The closed form against the chain's per-epoch actor, the real chain, and plain summation. */
class SimplePlusBaselineMintingVerificationTest {
  private static final SimplePlusBaselineMinting MAINNET = SimplePlusBaselineMinting.mainnet();

  /**
   * Reward actor at 1 EiB (go-state-types @8b01cf99): epoch, cumulated realised power, theta,
   * cumulated reward.
   */
  private static final String ACTOR =
      """
      2880 3321566854772326137856 1149.337139505242 201718810763674708833181
      46080 53127775853788115501056 18279.767000579425 3212265895114720401434643
      273600 315440476581937939480576 105439.122004549632 18645693539763437239990548
      619200 713890148574064254386176 228933.095808445882 40840035066395696388076864
      1656000 1909239164550443199102976 548554.941789315364 99956957321112183999016210
      2520000 2905363344530758986366976 771491.855275819676 142421262208229439281842879
      3729600 4299937196503201088536576 1037073.554205091839 193910192780868911890377149
      5112000 5893735884471706348158976 1292698.081678765913 243814351756427202458428767
      6494400 7487534572440211607781376 1511386.737375804849 286198209301458171582702112
      7531200 8682883588416590552498176 1656914.917386555608 313952488333272445881354070
      8395200 9679007768396906339762176 1768354.900694145729 334829938155844143347391908
      """;

  /** State of the real reward actor on chain: date, cumulated realised power, effective time. */
  private static final String CHAIN =
      """
      2020-10-26 6.627243036167989e+22 22769.152821591302
      2020-11-16 1.2002695738188166e+23 40989.3173380035
      2021-01-11 3.74128161519228e+23 124272.63938440014
      2021-03-22 9.718570510418184e+23 303837.2556679456
      2021-05-31 1.8946831981609684e+24 545041.7501749475
      2021-08-09 2.953903366572725e+24 781561.2704688594
      2021-10-18 4.163733276407323e+24 1013090.7657563024
      2021-12-27 5.545570610944342e+24 1240418.8187849163
      """;

  @Test
  void effectiveTimeAndMintedAgreeWithTheActor() {
    for (String[] row : OracleRows.of(ACTOR)) {
      double theta = MAINNET.effectiveEpochs(Double.parseDouble(row[1]));
      assertEquals(Double.parseDouble(row[2]), theta, 0.5, "epoch " + row[0]);
      double minted = MAINNET.mintedFil(Double.parseDouble(row[0]) + 1, theta);
      double error = OracleRows.relativeErrorFil(minted, row[3]);
      assertTrue(error < (Long.parseLong(row[0]) > 100_000 ? 3e-7 : 3e-4), row[0] + ": " + error);
    }
  }

  @Test
  void effectiveTimeAgreesWithTheRealChain() {
    for (String[] row : OracleRows.of(CHAIN)) {
      double theta = MAINNET.effectiveEpochs(Double.parseDouble(row[1]));
      double real = Double.parseDouble(row[2]);
      // The actor's cumulated baseline leaves out b(0): up to half an epoch apart.
      assertEquals(real, theta, 0.6, row[0]);
    }
  }

  @Test
  void baselineDoublesEveryYear() {
    assertEquals(2.88888888e18, MAINNET.baselineBytes(0));
    double year = MAINNET.baselineBytes(ChainTime.EPOCHS_PER_YEAR);
    assertEquals(2 * 2.88888888e18, year, 1e-14 * year);
  }

  @Test
  void effectiveTimeInvertsAndAdds() {
    double sum = MAINNET.cumulativeByteEpochs(1e6);
    assertEquals(1e6, MAINNET.effectiveEpochs(sum), 1e-8);
    double whole = MAINNET.effectiveEpochs(sum * 1.5);
    assertEquals(whole - 1e6, MAINNET.effectiveEpochsIncrement(sum, sum * 0.5), 1e-8);
    double one = MAINNET.effectiveEpochsIncrement(sum, MAINNET.baselineBytes(1e6));
    assertEquals(1, one, 1e-6, "an epoch at the baseline of theta adds an epoch");
  }

  @Test
  void mintPerDayIsTheDerivative() {
    double theta = 1.2e6;
    double capped = 9e18;
    double perDay = MAINNET.mintPerDayFil(2e6, theta, capped);
    double added = capped / MAINNET.baselineBytes(theta);
    double epoch = MAINNET.simpleIncrementFil(2e6, 1) + MAINNET.baselineIncrementFil(theta, added);
    assertEquals(2880 * epoch, perDay, 1e-6 * perDay);
  }

  @Test
  void cappedPowerIsIntegratedThroughEveryKindOfCrossing() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      double from = random.nextDouble(3e6);
      double to = from + random.nextDouble(2e6);
      double middle = MAINNET.baselineBytes(0.5 * (from + to));
      double r0 = random.nextDouble(2 * middle);
      double r1 = random.nextDouble(2 * middle);
      double sum = sum(from, to, r0, r1);
      double got = MAINNET.cappedByteEpochs(from, to, r0, r1);
      assertEquals(sum, got, 1e-6 * sum, "seed " + seed + " case " + i);
    }
  }

  @Test
  void aLineMayCutTheBaselineTwice() {
    // Chord slightly below the baseline at both ends of four years, far above it in between.
    double to = 4 * ChainTime.EPOCHS_PER_YEAR;
    double r0 = 0.99 * MAINNET.baselineBytes(0);
    double r1 = 0.99 * MAINNET.baselineBytes(to);
    double sum = sum(0, to, r0, r1);
    assertEquals(sum, MAINNET.cappedByteEpochs(0, to, r0, r1), 1e-6 * sum);
    assertTrue(sum < 0.7 * (r0 + r1) / 2 * to, "the case is one");
    assertEquals(0, MAINNET.cappedByteEpochs(5, 5, 1, 2));
  }

  @Test
  void refusesAConstantOutOfRange() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SimplePlusBaselineMinting(330e6, 770e6, 0, 1e18, 1));
    assertTrue(refusal.getMessage().startsWith("halfLifeYears: 0.0 must"), refusal.getMessage());
  }

  private static double sum(double from, double to, double r0, double r1) {
    int steps = 20_000;
    double sum = 0;
    for (int k = 0; k < steps; k++) {
      double share = (k + 0.5) / steps;
      double power = r0 + (r1 - r0) * share;
      sum += Math.min(power, MAINNET.baselineBytes(from + (to - from) * share));
    }
    return sum * (to - from) / steps;
  }
}
