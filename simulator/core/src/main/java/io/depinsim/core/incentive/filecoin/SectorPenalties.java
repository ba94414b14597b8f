package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import java.time.LocalDate;

/**
 * Fault and termination fees in a run, with flat estimates of reward and power: {@link Penalties},
 * the termination rule by era.
 *
 * @see Penalties
 */
public final class SectorPenalties implements io.depinsim.core.incentive.Penalties {
  private static final double FAULT_DAYS =
      (double) Penalties.FAULT_FEE_EPOCHS / ChainTime.EPOCHS_PER_DAY;
  private static final double OLD_FLOOR_DAYS =
      (double) Penalties.OLD_TERMINATION_FLOOR_EPOCHS / ChainTime.EPOCHS_PER_DAY;

  private final double faultRate;
  private final long fip0098Micros;

  /**
   * Parameters of {@code penalties: {sectorPenalties: …}}.
   *
   * @param faultRate share of sectors that are charged for a fault on a day, the free first day not
   *     counted
   * @param fip0098From first day of the termination fee of FIP-0098
   */
  public record Spec(
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double faultRate,
      LocalDate fip0098From) {}

  /** The rule of a spec. */
  public SectorPenalties(Spec spec, BuildContext context) {
    this.faultRate = spec.faultRate();
    this.fip0098Micros = SectorPledge.micros(spec.fip0098From(), context);
  }

  @Override
  public double faultRate() {
    return faultRate;
  }

  @Override
  public double faultFeePerUnit(NetworkConditions c) {
    return FAULT_DAYS * c.rewardPerUnitDay();
  }

  @Override
  public double terminationFee(
      NetworkConditions c,
      double qualityUnits,
      double pledgeTokens,
      double meanAgeDays,
      double rewardAtActivation) {
    double rewardPerDay = c.rewardPerUnitDay() * qualityUnits;
    if (c.nowMicros() >= fip0098Micros) {
      return Penalties.terminationFeeFil(pledgeTokens, FAULT_DAYS * rewardPerDay, meanAgeDays);
    }
    return Penalties.terminationFeeBeforeFip0098Fil(
        OLD_FLOOR_DAYS * rewardPerDay,
        rewardAtActivation,
        rewardAtActivation / PledgeRule.PROJECTION_DAYS,
        meanAgeDays);
  }
}
