package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.incentive.SectorFee;
import io.depinsim.core.scenario.BuildContext;
import java.time.LocalDate;

/**
 * FIP-0100's fee per quality-adjusted sector of 32 GiB and day in a run: {@link DailySectorFee},
 * from its first day on.
 *
 * @see DailySectorFee
 */
public final class SectorDailyFee implements SectorFee {
  private final long fromMicros;

  /**
   * Parameters of {@code sectorFee: {fip0100: …}}.
   *
   * @param from first day of the fee; capacity activated or extended before pays nothing
   */
  public record Spec(LocalDate from) {}

  /** The rule of a spec. */
  public SectorDailyFee(Spec spec, BuildContext context) {
    this.fromMicros = SectorPledge.micros(spec.from(), context);
  }

  @Override
  public double perUnitDay(NetworkConditions c) {
    return c.nowMicros() < fromMicros
        ? 0
        : DailySectorFee.fil(c.circulatingSupply(), SectorUnit.BYTES);
  }

  @Override
  public double capShare() {
    return DailySectorFee.REWARD_SHARE_CAP;
  }
}
