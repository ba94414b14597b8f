package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.incentive.Collateral;
import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Initial pledge per quality-adjusted sector of 32 GiB in a run: {@link PledgeRule} with flat
 * estimates of reward and power, both gamma eras.
 *
 * @see PledgeRule
 */
public final class SectorPledge implements Collateral {
  private final PledgeRule rule;
  private final long rampStartMicros;

  /**
   * Parameters of {@code collateral: {sectorPledge: …}}.
   *
   * @param lockTarget share of the circulating supply that consensus pledge aims to lock
   * @param gammaFloor weight of the baseline once FIP-0081 is fully in force
   * @param gammaRampFrom first day of FIP-0081; its ramp lasts 1,051,200 epochs
   * @param capPerSector most pledge per quality-adjusted sector, FIL
   */
  public record Spec(
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double lockTarget,
      @InRange(atLeast = "0 %", atMost = "100 %") @InUnit("%") double gammaFloor,
      LocalDate gammaRampFrom,
      @InRange(above = "0") @InUnit("asset") double capPerSector) {}

  /** The rule of a spec. */
  public SectorPledge(Spec spec, BuildContext context) {
    SectorUnit.require(context);
    this.rule =
        new PledgeRule(
            spec.lockTarget(), spec.gammaFloor(), spec.capPerSector() / SectorUnit.BYTES);
    this.rampStartMicros = micros(spec.gammaRampFrom(), context);
  }

  @Override
  public double perUnit(NetworkConditions c) {
    long epochs = Math.floorDiv(c.nowMicros() - rampStartMicros, 30_000_000L);
    double gamma = rule.gamma(epochs, PledgeRule.RAMP_EPOCHS);
    return rule.initialPledgeFil(
        SectorUnit.BYTES,
        PledgeRule.PROJECTION_DAYS * c.rewardPerUnitDay(),
        c.qualityUnits() * SectorUnit.BYTES,
        c.targetUnits() * SectorUnit.BYTES,
        c.circulatingSupply(),
        gamma);
  }

  @Override
  public double rewardAtActivation(NetworkConditions c) {
    return PledgeRule.PROJECTION_DAYS * c.rewardPerUnitDay();
  }

  static long micros(LocalDate date, BuildContext context) {
    long seconds =
        date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - context.start().getEpochSecond();
    return Math.multiplyExact(seconds, 1_000_000L);
  }
}
