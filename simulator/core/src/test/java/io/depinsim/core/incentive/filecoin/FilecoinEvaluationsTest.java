package io.depinsim.core.incentive.filecoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Evaluations against worked values of the protocol's documents, and what they refuse. */
class FilecoinEvaluationsTest {
  private static final BigInteger SECTOR = BigInteger.valueOf(343_597_383_680L);
  private static final BigInteger NETWORK = BigInteger.ONE.shiftLeft(60).multiply(big(20));
  private static final BigInteger BASELINE = BigInteger.ONE.shiftLeft(60).multiply(big(150));

  @Test
  void everyExampleRunsAndEveryKeyIsUnique() {
    Set<String> keys = new HashSet<>();
    for (Evaluation<?, ?> row : FilecoinEvaluations.rows()) {
      assertTrue(keys.add(row.key()), row.key() + " twice");
      assertTrue(row.output().isInstance(runExample(row)), row.key());
      assertFalse(row.summary().isBlank() || row.source().isBlank(), row.key());
    }
    assertEquals(19, keys.size());
  }

  @Test
  void pledgeOfTheWorkedExampleInAllThreeEras() {
    assertEquals(0.41318, pledge(-1L).initialPledgeFil().doubleValue(), 5e-6);
    assertEquals(0.79092, pledge(525_600L).initialPledgeFil().doubleValue(), 5e-6);
    assertEquals(1.16867, pledge(2_000_000L).initialPledgeFil().doubleValue(), 5e-6);
    assertEquals(0.025749, pledge(-1L).projectedRewardFil().doubleValue(), 5e-7);
    assertEquals(pledge(2_000_000L), pledge(null), "mainnet today is after the ramp");
  }

  @Test
  void mintPerDayInOctober2022IsTheChains() {
    MintingEvaluations.Minted minted = result("filecoinMinting", MintingEvaluations.Minted.class);
    assertEquals(286_800, minted.expectedMintPerDayFil().doubleValue(), 100);
  }

  @Test
  void feesOfTheWorkedExamples() {
    PenaltyEvaluations.Fee fault = result("faultFee", PenaltyEvaluations.Fee.class);
    assertEquals(0.0045186, fault.feeFil().doubleValue(), 5e-8);
    PenaltyEvaluations.SectorFeeDue daily =
        result("dailySectorFee", PenaltyEvaluations.SectorFeeDue.class);
    assertEquals(3.78e-6, daily.feePerDayFil().doubleValue(), 5e-9);
    PenaltyEvaluations.SectorFeeDue capped =
        run(
            "dailySectorFee",
            new PenaltyEvaluations.SectorFee(
                new BigDecimal("680000000"), SECTOR, new BigDecimal("0.000001")),
            PenaltyEvaluations.SectorFeeDue.class);
    assertEquals(new BigDecimal("0.0000005"), capped.payableFil());
    assertTrue(capped.capBinds());
    ConsensusEvaluations.FaultCost cost =
        result("consensusFault", ConsensusEvaluations.FaultCost.class);
    assertEquals(new BigDecimal("5"), cost.reporterFil());
    PenaltyEvaluations.Dispute dispute =
        result("disputedWindowPost", PenaltyEvaluations.Dispute.class);
    assertEquals(20 + 0.02574920654 * 15_868 / 57_600, dispute.penaltyFil().doubleValue(), 1e-10);
  }

  @Test
  void epochZeroPaysTheGoldenAmount() {
    RewardEvaluations.Reward reward = result("epochReward", RewardEvaluations.Reward.class);
    assertEquals(new BigDecimal("36.266264293777134739"), reward.simpleFil());
    assertEquals(new BigDecimal("84.621274052457285111"), reward.baselineFil());
  }

  @Test
  void actorFollowsKnotsInStepsAndLines() {
    List<RewardEvaluations.PowerAtEpoch> knots =
        List.of(
            new RewardEvaluations.PowerAtEpoch(0L, big(100)),
            new RewardEvaluations.PowerAtEpoch(10L, big(201)));
    List<Long> epochs = List.of(0L, 5L, 9L, 10L, 20L);
    assertEquals(
        List.of(big(100), big(100), big(100), big(201), big(201)),
        powers(knots, RewardEvaluations.Interpolation.step, epochs));
    assertEquals(
        List.of(big(100), big(150), big(190), big(201), big(201)),
        powers(knots, RewardEvaluations.Interpolation.linear, epochs));
  }

  @Test
  void baseFeeTakesThePercentileFromBids() {
    GasEvaluations.Congestion busy =
        new GasEvaluations.Congestion(
            GasEvaluations.BaseFeeRule.fip0115,
            new BigDecimal("0.000000000000000808"),
            null,
            null,
            null,
            List.of(
                new GasEvaluations.Bid(new BigDecimal("1E-16"), 2_000_000_001L),
                new GasEvaluations.Bid(new BigDecimal("2.02E-16"), 8_000_000_000L)));
    GasEvaluations.NextFee next = run("baseFee", busy, GasEvaluations.NextFee.class);
    assertEquals(big(909), next.nextBaseFeeAttoPerGas());
  }

  @Test
  void vestingPlateauIsNinetyOneAndAHalfDays() {
    SupplyEvaluations.VestingSamples samples =
        result("rewardVesting", SupplyEvaluations.VestingSamples.class);
    SupplyEvaluations.VestingSample plateau = samples.samples().get(3);
    assertEquals(new BigDecimal("6862.50000000000000006"), plateau.lockedOutstandingFil());
    assertEquals(new BigDecimal("4550"), plateau.paidAtOnceFil());
  }

  @Test
  void supplyFloorIsReported() {
    SupplyEvaluations.Supply broke =
        new SupplyEvaluations.Supply(
            BigDecimal.ONE, BigDecimal.ONE, null, BigDecimal.ONE, BigDecimal.TEN, null);
    SupplyEvaluations.Circulating result =
        run("circulatingSupply", broke, SupplyEvaluations.Circulating.class);
    assertEquals(BigDecimal.ZERO, result.circulatingSupplyFil());
    assertTrue(result.floorBinds());
  }

  @Test
  void refusalsNameFieldValueAndRule() {
    refuses(
        "initialPledge",
        new PledgeEvaluations.Sector(
            SECTOR, null, null, BASELINE, BigDecimal.ONE, null, BigDecimal.ONE, null, null, null),
        "networkQaBytes: missing");
    refuses(
        "initialPledge",
        new PledgeEvaluations.Sector(
            SECTOR,
            NETWORK,
            null,
            BASELINE,
            BigDecimal.ONE,
            null,
            BigDecimal.ONE,
            null,
            null,
            30.0),
        "lockTarget: 30.0 must be from 0 to 1. Maybe a percentage was meant.");
    refuses(
        "gasOutputs",
        new GasEvaluations.Message(2L, 1L, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
        "gasUsed: 2 must be from 0 to 1.");
    refuses(
        "consensusFault",
        new ConsensusEvaluations.Fault(new BigDecimal("-3")),
        "epochRewardFil: -3 must be ≥ 0 FIL. Maybe");
    refuses(
        "terminationFee",
        new PenaltyEvaluations.Termination(
            null, 3.0, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, null, null),
        "rewardPerDayFil: 1 is not read by terminationRule fip0098. Maybe");
    refuses(
        "epochReward",
        new RewardEvaluations.Epoch(1L, BigDecimal.TEN, BigDecimal.ONE, null, null),
        "effectiveEpochsAfter: 1.000000000000 must not be less");
  }

  private static PledgeEvaluations.Pledge pledge(Long fip0081Epochs) {
    return run(
        "initialPledge",
        new PledgeEvaluations.Sector(
            SECTOR,
            NETWORK,
            null,
            BASELINE,
            new BigDecimal("30"),
            null,
            new BigDecimal("650000000"),
            fip0081Epochs,
            null,
            null),
        PledgeEvaluations.Pledge.class);
  }

  private static List<BigInteger> powers(
      List<RewardEvaluations.PowerAtEpoch> knots,
      RewardEvaluations.Interpolation interpolation,
      List<Long> epochs) {
    RewardEvaluations.ActorPath path =
        new RewardEvaluations.ActorPath(knots, interpolation, epochs);
    return run("rewardActor", path, RewardEvaluations.ActorSamples.class).samples().stream()
        .map(RewardEvaluations.ActorSample::rawBytes)
        .toList();
  }

  private static void refuses(String key, Record input, String message) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> run(key, input, Record.class));
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
  }

  private static <O> O result(String key, Class<O> output) {
    return run(key, row(key).example(), output);
  }

  private static <O> O run(String key, Record input, Class<O> output) {
    return output.cast(apply(row(key), input));
  }

  private static Evaluation<?, ?> row(String key) {
    return FilecoinEvaluations.rows().stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static <I extends Record, O extends Record> O runExample(Evaluation<I, O> row) {
    return apply(row, row.example());
  }

  private static <I extends Record, O extends Record> O apply(Evaluation<I, O> row, Record input) {
    return row.rule().apply(row.input().cast(input));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
