package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.Evaluation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Fault, termination and dispute penalties and the daily sector fee as evaluations. */
public final class PenaltyEvaluations {
  private static final BigInteger SECTOR =
      BigInteger.ONE.shiftLeft(30).multiply(BigInteger.valueOf(320));
  private static final BigInteger NETWORK =
      BigInteger.ONE.shiftLeft(60).multiply(BigInteger.valueOf(20));
  private static final BigDecimal REWARD = new BigDecimal("30");

  private PenaltyEvaluations() {}

  /** Rows of this group. */
  static List<Evaluation<?, ?>> rows() {
    Sector sector = new Sector(SECTOR, REWARD, null, NETWORK, null);
    return List.of(
        new Evaluation<>(
            "faultFee",
            "Fee for each faulty day: projected reward over 3.51 days.",
            "builtin-actors @b0a3bdd6, miner monies",
            Sector.class,
            Fee.class,
            in -> new Fee(AttoFil.ofDouble(Penalties.faultFeeFil(qa(in), reward(in), power(in)))),
            sector),
        new Evaluation<>(
            "terminationFee",
            "What terminating a sector costs, before FIP-0098 and since.",
            "FIP-0098; go-state-types @8b01cf99, miner monies v8 and v18",
            Termination.class,
            Fee.class,
            PenaltyEvaluations::termination,
            new Termination(
                TerminationRule.fip0098,
                70.0,
                new BigDecimal("1.16867"),
                new BigDecimal("0.0045186"),
                null,
                null,
                null)),
        new Evaluation<>(
            "disputedWindowPost",
            "Penalty for an invalid proof of spacetime that was disputed, and the disputer's reward.",
            "builtin-actors @b0a3bdd6, miner monies",
            Sector.class,
            Dispute.class,
            in ->
                new Dispute(
                    AttoFil.ofDouble(Penalties.disputedProofFil(qa(in), reward(in), power(in))),
                    AttoFil.ofDouble(Penalties.DISPUTER_REWARD_FIL)),
            sector),
        new Evaluation<>(
            "dailySectorFee",
            "Daily fee of a sector since FIP-0100 and what is payable of it.",
            "FIP-0100; builtin-actors @b0a3bdd6, policy constants",
            SectorFee.class,
            SectorFeeDue.class,
            PenaltyEvaluations::sectorFee,
            new SectorFee(
                new BigDecimal("680000000"),
                BigInteger.ONE.shiftLeft(35),
                new BigDecimal("0.0001"))));
  }

  /**
   * A sector that earns.
   *
   * @param qaBytes its quality-adjusted bytes
   * @param rewardFilPerEpoch smoothed reward of the network per epoch
   * @param rewardVelocityFilPerEpoch its change per epoch; default 0
   * @param networkQaBytes smoothed quality-adjusted power of the network
   * @param networkQaVelocityBytes its change per epoch; default 0
   */
  public record Sector(
      BigInteger qaBytes,
      BigDecimal rewardFilPerEpoch,
      BigDecimal rewardVelocityFilPerEpoch,
      BigInteger networkQaBytes,
      BigInteger networkQaVelocityBytes) {}

  /**
   * A fee.
   *
   * @param feeFil burnt
   */
  public record Fee(BigDecimal feeFil) {}

  /** Which termination rule holds. */
  public enum TerminationRule {
    /** Up to 90 days of reward. */
    beforeFip0098,
    /** A share of the pledge. */
    fip0098
  }

  /**
   * A sector that ends early.
   *
   * @param terminationRule the rule; default fip0098
   * @param ageDays days since activation
   * @param initialPledgeFil its pledge; only fip0098
   * @param faultFeeFil its fault fee per day; only fip0098
   * @param rewardPerDayFil BR(1 d) at activation; only beforeFip0098
   * @param reward20DaysFil BR(20 d) at activation; only beforeFip0098
   * @param floorFil BR(3.5 d) now; only beforeFip0098, default 3.5 rewards per day
   */
  public record Termination(
      TerminationRule terminationRule,
      Double ageDays,
      BigDecimal initialPledgeFil,
      BigDecimal faultFeeFil,
      BigDecimal rewardPerDayFil,
      BigDecimal reward20DaysFil,
      BigDecimal floorFil) {}

  /**
   * A successful dispute.
   *
   * @param penaltyFil taken from the miner
   * @param disputerFil paid to the disputer
   */
  public record Dispute(BigDecimal penaltyFil, BigDecimal disputerFil) {}

  /**
   * A sector at activation and on a later day.
   *
   * @param circulatingSupplyFil circulating supply at activation
   * @param qaBytes quality-adjusted bytes
   * @param expectedDailyRewardFil expected reward of the sector on the day of payment; default no
   *     cap
   */
  public record SectorFee(
      BigDecimal circulatingSupplyFil, BigInteger qaBytes, BigDecimal expectedDailyRewardFil) {}

  /**
   * A daily fee.
   *
   * @param feePerDayFil fixed at activation
   * @param payableFil after the cap of half the expected reward
   * @param capBinds whether the cap decides
   */
  public record SectorFeeDue(BigDecimal feePerDayFil, BigDecimal payableFil, boolean capBinds) {}

  private static Fee termination(Termination in) {
    double age = Door.notNegative("ageDays", in.ageDays());
    if (in.terminationRule() == TerminationRule.beforeFip0098) {
      refuse("initialPledgeFil", in.initialPledgeFil(), "beforeFip0098");
      refuse("faultFeeFil", in.faultFeeFil(), "beforeFip0098");
      double day = Door.amount("rewardPerDayFil", in.rewardPerDayFil()).doubleValue();
      double days20 = Door.amount("reward20DaysFil", in.reward20DaysFil()).doubleValue();
      double floor = in.floorFil() == null ? 3.5 * day : in.floorFil().doubleValue();
      return new Fee(
          AttoFil.ofDouble(Penalties.terminationFeeBeforeFip0098Fil(floor, days20, day, age)));
    }
    refuse("rewardPerDayFil", in.rewardPerDayFil(), "fip0098");
    refuse("reward20DaysFil", in.reward20DaysFil(), "fip0098");
    refuse("floorFil", in.floorFil(), "fip0098");
    double pledge = Door.amount("initialPledgeFil", in.initialPledgeFil()).doubleValue();
    double fault = Door.amount("faultFeeFil", in.faultFeeFil()).doubleValue();
    return new Fee(AttoFil.ofDouble(Penalties.terminationFeeFil(pledge, fault, age)));
  }

  private static void refuse(String field, BigDecimal value, String rule) {
    if (value != null) {
      throw Door.refusal(
          field, value, "is not read by terminationRule " + rule, "the other rule was meant");
    }
  }

  private static SectorFeeDue sectorFee(SectorFee in) {
    BigInteger supply = Door.atto("circulatingSupplyFil", in.circulatingSupplyFil());
    BigDecimal fee =
        AttoFil.toFil(DailySectorFee.atto(supply, Door.bytes("qaBytes", in.qaBytes())));
    if (in.expectedDailyRewardFil() == null) {
      return new SectorFeeDue(fee, fee, false);
    }
    BigDecimal reward = Door.amount("expectedDailyRewardFil", in.expectedDailyRewardFil());
    BigDecimal payable = DailySectorFee.payable(fee, reward);
    return new SectorFeeDue(fee, payable, payable.compareTo(fee) < 0);
  }

  private static double qa(Sector in) {
    return Door.bytes("qaBytes", in.qaBytes()).doubleValue();
  }

  private static FilterEstimate reward(Sector in) {
    return PledgeEvaluations.reward(in.rewardFilPerEpoch(), in.rewardVelocityFilPerEpoch());
  }

  private static FilterEstimate power(Sector in) {
    return PledgeEvaluations.power(in.networkQaBytes(), in.networkQaVelocityBytes());
  }
}
