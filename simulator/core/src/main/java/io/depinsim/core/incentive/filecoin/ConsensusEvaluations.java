package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Block lottery, sector quality and consensus faults as evaluations. */
public final class ConsensusEvaluations {
  private static final long TEN_TEBIBYTES = ExpectedConsensus.MINIMUM_MINER_BYTES;

  private ConsensusEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    return List.of(
        new Evaluation<>(
            "expectedConsensus",
            "Whether a miner may win, its expected wins per epoch and day, and what they pay.",
            "specs @3d0b0c14, expected consensus; builtin-actors @b0a3bdd6, power actor",
            Lottery.class,
            Wins.class,
            ConsensusEvaluations::wins,
            new Lottery(
                BigInteger.valueOf(100 * TEN_TEBIBYTES),
                BigInteger.valueOf(TEN_TEBIBYTES),
                BigInteger.ONE.shiftLeft(60).multiply(BigInteger.valueOf(20)),
                1000L,
                new BigDecimal("100"),
                0.975)),
        new Evaluation<>(
            "sectorQuality",
            "Quality and quality-adjusted bytes of a sector, from the spacetime of verified deals.",
            "builtin-actors @b0a3bdd6, quality for weight",
            Sector.class,
            Quality.class,
            ConsensusEvaluations::quality,
            new Sector(BigInteger.ONE.shiftLeft(35), 540.0, 0.5, null)),
        new Evaluation<>(
            "consensusFault",
            "Penalty for a consensus fault and the reporter's part of it, from the epoch reward.",
            "builtin-actors @b0a3bdd6, miner monies",
            Fault.class,
            FaultCost.class,
            ConsensusEvaluations::fault,
            new Fault(new BigDecimal("100"))));
  }

  /**
   * One miner in the lottery.
   *
   * @param minerQaBytes its quality-adjusted power
   * @param minerRawBytes its raw power, which decides whether it may win
   * @param networkQaBytes quality-adjusted power of the network
   * @param minersAboveMinimum miners of the network with at least 10 TiB raw; default many
   * @param epochRewardFil reward of an epoch for five wins
   * @param winEfficiency share of expected wins that end up in the chain; default 1
   */
  public record Lottery(
      BigInteger minerQaBytes,
      BigInteger minerRawBytes,
      BigInteger networkQaBytes,
      Long minersAboveMinimum,
      BigDecimal epochRewardFil,
      Double winEfficiency) {}

  /**
   * What the miner can expect.
   *
   * @param eligible whether it may win
   * @param powerShare its share of the quality-adjusted power
   * @param expectedWinsPerEpoch E[min(Poisson(5 p), 15)] times the win efficiency; 0 if not
   *     eligible
   * @param expectedWinsPerDay the same over 2,880 epochs
   * @param emptyEpochProbability probability that no miner at all wins in an epoch
   * @param rewardPerWinFil a fifth of the epoch's reward
   * @param expectedRewardPerDayFil expected wins times reward
   */
  public record Wins(
      boolean eligible,
      double powerShare,
      double expectedWinsPerEpoch,
      double expectedWinsPerDay,
      double emptyEpochProbability,
      BigDecimal rewardPerWinFil,
      BigDecimal expectedRewardPerDayFil) {}

  /**
   * A sector.
   *
   * @param sectorBytes raw size
   * @param lifetimeDays committed lifetime in days; default 540, without effect on a fraction
   * @param verifiedFraction share of its spacetime under verified deals; instead of {@code
   *     verifiedByteEpochs}
   * @param verifiedByteEpochs spacetime of verified deals
   */
  public record Sector(
      BigInteger sectorBytes,
      Double lifetimeDays,
      Double verifiedFraction,
      BigInteger verifiedByteEpochs) {}

  /**
   * How much the sector counts.
   *
   * @param quality from 1 to 10
   * @param qaBytes size times quality
   */
  public record Quality(double quality, BigInteger qaBytes) {}

  /**
   * A consensus fault.
   *
   * @param epochRewardFil reward of the epoch for five wins
   */
  public record Fault(BigDecimal epochRewardFil) {}

  /**
   * What it costs.
   *
   * @param penaltyFil taken from the miner
   * @param reporterFil of which to the reporter
   * @param burntFil of which burnt
   * @param ineligibleEpochs epochs without wins afterwards
   */
  public record FaultCost(
      BigDecimal penaltyFil, BigDecimal reporterFil, BigDecimal burntFil, int ineligibleEpochs) {}

  private static Wins wins(Lottery in) {
    BigInteger miner = Door.bytes("minerQaBytes", in.minerQaBytes());
    BigInteger raw = Door.bytes("minerRawBytes", in.minerRawBytes());
    BigInteger network = Door.someBytes("networkQaBytes", in.networkQaBytes());
    if (miner.compareTo(network) > 0) {
      throw Door.refusal(
          "minerQaBytes", miner, "must not exceed networkQaBytes", "the two are swapped");
    }
    BigDecimal reward = Door.amount("epochRewardFil", in.epochRewardFil());
    long above = in.minersAboveMinimum() == null ? Long.MAX_VALUE : in.minersAboveMinimum();
    double efficiency = in.winEfficiency() == null ? 1 : in.winEfficiency();
    ExpectedConsensus rule =
        new ExpectedConsensus(ExpectedConsensus.MAINNET_EXPECTED_WINS, efficiency);
    boolean eligible = ExpectedConsensus.eligible(raw.doubleValue(), above);
    double share = miner.doubleValue() / network.doubleValue();
    double wins = eligible ? rule.expectedWins(share) : 0;
    double perDay = wins * ChainTime.EPOCHS_PER_DAY;
    double perWin = rule.rewardPerWinFil(reward.doubleValue());
    return new Wins(
        eligible,
        share,
        wins,
        perDay,
        rule.emptyEpochProbability(),
        AttoFil.ofDouble(perWin),
        AttoFil.ofDouble(perDay * perWin));
  }

  private static Quality quality(Sector in) {
    double size = Door.someBytes("sectorBytes", in.sectorBytes()).doubleValue();
    double days = in.lifetimeDays() == null ? 540 : in.lifetimeDays();
    double epochs = Door.notNegative("lifetimeDays", days) * ChainTime.EPOCHS_PER_DAY;
    if (epochs == 0) {
      throw Door.refusal("lifetimeDays", days, "must be > 0", "");
    }
    double verified;
    if (in.verifiedByteEpochs() == null) {
      verified = Door.share("verifiedFraction", in.verifiedFraction()) * size * epochs;
    } else if (in.verifiedFraction() != null) {
      throw Door.refusal(
          "verifiedFraction",
          in.verifiedFraction(),
          "and verifiedByteEpochs say the same; give one",
          "");
    } else {
      verified = Door.bytes("verifiedByteEpochs", in.verifiedByteEpochs()).doubleValue();
    }
    if (verified > size * epochs) {
      throw Door.refusal("verifiedByteEpochs", verified, "must not exceed size times lifetime", "");
    }
    double quality = SectorQuality.quality(size, epochs, verified);
    return new Quality(quality, Q128.floor(size * quality));
  }

  private static FaultCost fault(Fault in) {
    BigInteger reward = Door.atto("epochRewardFil", in.epochRewardFil());
    BigInteger reporter = Penalties.consensusFaultReporterAtto(reward);
    return new FaultCost(
        AttoFil.toFil(reward),
        AttoFil.toFil(reporter),
        AttoFil.toFil(reward.subtract(reporter)),
        Penalties.CONSENSUS_FAULT_INELIGIBLE_EPOCHS);
  }
}
