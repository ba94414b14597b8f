package io.depinsim.core.incentive.filecoin;

/**
 * What a provider locks for a sector.
 *
 * <p>Initial pledge = min( BR(20 d) + L·CS·qa·[gamma / max(Q, b, qa) + (1 - gamma) / max(Q, qa)],
 * qa · cap ), with Q the smoothed network power, b the baseline, CS the circulating supply. gamma
 * is 1 before FIP-0081 and then falls to 0.7 in steps of 0.001.
 *
 * @param lockTarget L, share of the circulating supply that consensus pledge aims to lock; mainnet
 *     0.3
 * @param gammaFloor gamma at the end of the FIP-0081 ramp; mainnet 0.7
 * @param capFilPerByte most pledge per quality-adjusted byte, FIL
 * @see <a href="https://github.com/filecoin-project/FIPs">FIP-0081; go-state-types @8b01cf99, miner
 *     monies v8 and v18</a>
 */
public record PledgeRule(double lockTarget, double gammaFloor, double capFilPerByte) {
  /** Days of reward in the pledge and in the pre-commit deposit. */
  public static final int PROJECTION_DAYS = 20;

  /** Epochs of {@link #PROJECTION_DAYS}. */
  public static final int PROJECTION_EPOCHS = PROJECTION_DAYS * ChainTime.EPOCHS_PER_DAY;

  /** Cap of the pledge on chain: floor(1 FIL / 32 GiB) attoFIL per quality-adjusted byte. */
  public static final long CAP_ATTO_PER_BYTE = 1_000_000_000_000_000_000L >> 35;

  /** Length of mainnet's FIP-0081 ramp: one year. */
  public static final long RAMP_EPOCHS = ChainTime.EPOCHS_PER_YEAR;

  private static final int STEPS = 1000;

  public PledgeRule {
    share("lockTarget", lockTarget);
    share("gammaFloor", gammaFloor);
    if (!(capFilPerByte > 0)) {
      throw new IllegalArgumentException("capFilPerByte: " + capFilPerByte + " must be > 0.");
    }
  }

  /** Mainnet's constants. */
  public static PledgeRule mainnet() {
    return new PledgeRule(0.3, 0.7, CAP_ATTO_PER_BYTE * 1e-18);
  }

  /**
   * gamma, weight of the baseline in the consensus pledge.
   *
   * @param epochsSinceFip0081 epochs since the ramp began; negative before it
   * @param rampEpochs length of the ramp; 0 jumps
   */
  public double gamma(long epochsSinceFip0081, long rampEpochs) {
    if (epochsSinceFip0081 < 0) {
      return 1;
    }
    if (epochsSinceFip0081 >= rampEpochs) {
      return gammaFloor;
    }
    long drop = STEPS - StrictMath.round(gammaFloor * STEPS);
    return (STEPS - drop * epochsSinceFip0081 / rampEpochs) / (double) STEPS;
  }

  /**
   * Initial pledge.
   *
   * @param qaBytes quality-adjusted bytes of the sector, > 0
   * @param projected20DaysFil BR(20 d) of those bytes
   * @param networkQaBytes smoothed quality-adjusted power of the network
   * @param baselineBytes baseline power
   * @param circulatingSupplyFil circulating supply
   * @param gamma weight of the baseline, from {@link #gamma}
   * @return FIL
   */
  public double initialPledgeFil(
      double qaBytes,
      double projected20DaysFil,
      double networkQaBytes,
      double baselineBytes,
      double circulatingSupplyFil,
      double gamma) {
    double consensus =
        consensusPledgeFil(qaBytes, networkQaBytes, baselineBytes, circulatingSupplyFil, gamma);
    return Math.min(projected20DaysFil + consensus, capFil(qaBytes));
  }

  /** The part of the pledge that follows the circulating supply, uncapped; FIL. */
  public double consensusPledgeFil(
      double qaBytes,
      double networkQaBytes,
      double baselineBytes,
      double circulatingSupplyFil,
      double gamma) {
    double power = Math.max(networkQaBytes, qaBytes);
    double withBaseline = gamma / Math.max(power, baselineBytes);
    return lockTarget * circulatingSupplyFil * qaBytes * (withBaseline + (1 - gamma) / power);
  }

  /** Most that may be asked for a sector, FIL. */
  public double capFil(double qaBytes) {
    return qaBytes * capFilPerByte;
  }

  /**
   * Pre-commit deposit: BR(20 d) as if every byte were verified (FIP-0034).
   *
   * @param sectorBytes raw size of the sector
   * @param rewardPerEpoch reward of the network, FIL per epoch
   * @param networkQaBytes quality-adjusted power of the network
   * @return FIL
   */
  public static double preCommitDepositFil(
      double sectorBytes, FilterEstimate rewardPerEpoch, FilterEstimate networkQaBytes) {
    double qaBytes = sectorBytes * SectorQuality.VERIFIED_MULTIPLIER;
    return ProjectedReward.fil(qaBytes, rewardPerEpoch, networkQaBytes, PROJECTION_EPOCHS);
  }

  private static void share(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          field + ": " + value + " must be from 0 to 1. Maybe a percentage was meant.");
    }
  }
}
