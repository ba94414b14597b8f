package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Projected reward, pre-commit deposit and initial pledge as evaluations. */
public final class PledgeEvaluations {
  private static final BigInteger EIB = BigInteger.ONE.shiftLeft(60);
  private static final BigInteger GIB = BigInteger.ONE.shiftLeft(30);
  private static final BigDecimal REWARD = new BigDecimal("30");
  private static final double MOST_DAYS = 36_500;

  private PledgeEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    BigInteger sector = GIB.multiply(BigInteger.valueOf(320));
    BigInteger network = EIB.multiply(BigInteger.valueOf(20));
    BigInteger baseline = EIB.multiply(BigInteger.valueOf(150));
    BigDecimal supply = new BigDecimal("650000000");
    return List.of(
        new Evaluation<>(
            "projectedReward",
            "BR(d): reward that quality-adjusted power would earn over d days at the filters' pace.",
            "builtin-actors @b0a3bdd6, miner monies and smoothing",
            Projection.class,
            Projected.class,
            PledgeEvaluations::projected,
            new Projection(sector, 20.0, REWARD, null, network, null)),
        new Evaluation<>(
            "preCommitDeposit",
            "Deposit at pre-commit: 20 days of projected reward as if every byte were verified.",
            "FIP-0034; builtin-actors @b0a3bdd6, miner monies",
            PreCommit.class,
            Deposit.class,
            PledgeEvaluations::deposit,
            new PreCommit(GIB.multiply(BigInteger.valueOf(32)), REWARD, null, network, null)),
        new Evaluation<>(
            "initialPledge",
            "Initial pledge of a sector before, during and after the FIP-0081 ramp.",
            "FIP-0081; go-state-types @8b01cf99, miner monies v8 and v18",
            Sector.class,
            Pledge.class,
            PledgeEvaluations::pledge,
            new Sector(
                sector, network, null, baseline, REWARD, null, supply, 525_600L, null, null)));
  }

  /**
   * A projection.
   *
   * @param qaBytes quality-adjusted bytes that earn
   * @param days length of the projection; may be a fraction (3.51 days is taken as 10,108 epochs by
   *     the chain)
   * @param rewardFilPerEpoch smoothed reward of the network per epoch
   * @param rewardVelocityFilPerEpoch its change per epoch; default 0
   * @param networkQaBytes smoothed quality-adjusted power of the network
   * @param networkQaVelocityBytes its change per epoch; default 0
   */
  public record Projection(
      BigInteger qaBytes,
      Double days,
      BigDecimal rewardFilPerEpoch,
      BigDecimal rewardVelocityFilPerEpoch,
      BigInteger networkQaBytes,
      BigInteger networkQaVelocityBytes) {}

  /**
   * A projected reward.
   *
   * @param projectedRewardFil BR(d)
   */
  public record Projected(BigDecimal projectedRewardFil) {}

  /**
   * A sector at pre-commit.
   *
   * @param sectorBytes raw size
   * @param rewardFilPerEpoch smoothed reward of the network per epoch
   * @param rewardVelocityFilPerEpoch its change per epoch; default 0
   * @param networkQaBytes smoothed quality-adjusted power of the network
   * @param networkQaVelocityBytes its change per epoch; default 0
   */
  public record PreCommit(
      BigInteger sectorBytes,
      BigDecimal rewardFilPerEpoch,
      BigDecimal rewardVelocityFilPerEpoch,
      BigInteger networkQaBytes,
      BigInteger networkQaVelocityBytes) {}

  /**
   * A deposit.
   *
   * @param depositFil burnt if the sector is not proven in time
   */
  public record Deposit(BigDecimal depositFil) {}

  /**
   * A sector at activation.
   *
   * @param qaBytes quality-adjusted bytes of the sector
   * @param networkQaBytes smoothed quality-adjusted power of the network
   * @param networkQaVelocityBytes its change per epoch; default 0
   * @param baselineBytes baseline power
   * @param rewardFilPerEpoch smoothed reward of the network per epoch
   * @param rewardVelocityFilPerEpoch its change per epoch; default 0
   * @param circulatingSupplyFil circulating supply
   * @param fip0081Epochs epochs since the FIP-0081 ramp began, negative before it; default after
   *     its end
   * @param fip0081RampEpochs length of the ramp; default 1,051,200
   * @param lockTarget share of the circulating supply to lock; default 0.3
   */
  public record Sector(
      BigInteger qaBytes,
      BigInteger networkQaBytes,
      BigInteger networkQaVelocityBytes,
      BigInteger baselineBytes,
      BigDecimal rewardFilPerEpoch,
      BigDecimal rewardVelocityFilPerEpoch,
      BigDecimal circulatingSupplyFil,
      Long fip0081Epochs,
      Long fip0081RampEpochs,
      Double lockTarget) {}

  /**
   * A pledge and its parts.
   *
   * @param initialPledgeFil what is locked
   * @param projectedRewardFil of which 20 days of reward, uncapped
   * @param consensusPledgeFil of which by circulating supply, uncapped
   * @param capFil most that may be asked
   * @param capBinds whether the cap decides
   * @param gamma weight of the baseline
   */
  public record Pledge(
      BigDecimal initialPledgeFil,
      BigDecimal projectedRewardFil,
      BigDecimal consensusPledgeFil,
      BigDecimal capFil,
      boolean capBinds,
      double gamma) {}

  /** Reward estimate from the fields every rule of this family has. */
  static FilterEstimate reward(BigDecimal filPerEpoch, BigDecimal velocityFilPerEpoch) {
    double velocity = velocityFilPerEpoch == null ? 0 : velocityFilPerEpoch.doubleValue();
    return new FilterEstimate(
        Door.amount("rewardFilPerEpoch", filPerEpoch).doubleValue(), velocity);
  }

  /** Network power from the fields every rule of this family has. */
  static FilterEstimate power(BigInteger bytes, BigInteger velocityBytes) {
    double velocity = velocityBytes == null ? 0 : velocityBytes.doubleValue();
    return new FilterEstimate(Door.someBytes("networkQaBytes", bytes).doubleValue(), velocity);
  }

  private static Projected projected(Projection in) {
    double qa = Door.bytes("qaBytes", in.qaBytes()).doubleValue();
    double days = Door.notNegative("days", in.days());
    if (days > MOST_DAYS) {
      throw Door.refusal("days", days, "must be at most " + MOST_DAYS, "epochs were meant");
    }
    return new Projected(
        AttoFil.ofDouble(
            ProjectedReward.fil(
                qa,
                reward(in.rewardFilPerEpoch(), in.rewardVelocityFilPerEpoch()),
                power(in.networkQaBytes(), in.networkQaVelocityBytes()),
                StrictMath.floor(days * ChainTime.EPOCHS_PER_DAY))));
  }

  private static Deposit deposit(PreCommit in) {
    return new Deposit(
        AttoFil.ofDouble(
            PledgeRule.preCommitDepositFil(
                Door.someBytes("sectorBytes", in.sectorBytes()).doubleValue(),
                reward(in.rewardFilPerEpoch(), in.rewardVelocityFilPerEpoch()),
                power(in.networkQaBytes(), in.networkQaVelocityBytes()))));
  }

  private static Pledge pledge(Sector in) {
    PledgeRule mainnet = PledgeRule.mainnet();
    double target =
        in.lockTarget() == null ? mainnet.lockTarget() : Door.share("lockTarget", in.lockTarget());
    PledgeRule rule = new PledgeRule(target, mainnet.gammaFloor(), mainnet.capFilPerByte());
    double qa = Door.someBytes("qaBytes", in.qaBytes()).doubleValue();
    FilterEstimate network = power(in.networkQaBytes(), in.networkQaVelocityBytes());
    FilterEstimate reward = reward(in.rewardFilPerEpoch(), in.rewardVelocityFilPerEpoch());
    double baseline = Door.bytes("baselineBytes", in.baselineBytes()).doubleValue();
    double supply = Door.amount("circulatingSupplyFil", in.circulatingSupplyFil()).doubleValue();
    Long ramp =
        in.fip0081RampEpochs() == null
            ? Long.valueOf(PledgeRule.RAMP_EPOCHS)
            : in.fip0081RampEpochs();
    Door.within("fip0081RampEpochs", ramp, 0, Integer.MAX_VALUE);
    double gamma = rule.gamma(in.fip0081Epochs() == null ? ramp : in.fip0081Epochs(), ramp);
    double projected = ProjectedReward.fil(qa, reward, network, PledgeRule.PROJECTION_EPOCHS);
    double position = network.position();
    double consensus = rule.consensusPledgeFil(qa, position, baseline, supply, gamma);
    return new Pledge(
        AttoFil.ofDouble(rule.initialPledgeFil(qa, projected, position, baseline, supply, gamma)),
        AttoFil.ofDouble(projected),
        AttoFil.ofDouble(consensus),
        AttoFil.ofDouble(rule.capFil(qa)),
        projected + consensus > rule.capFil(qa),
        gamma);
  }
}
