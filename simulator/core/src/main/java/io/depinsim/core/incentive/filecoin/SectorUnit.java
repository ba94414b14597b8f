package io.depinsim.core.incentive.filecoin;

import io.depinsim.core.scenario.BuildContext;

/** The unit in which a run counts Filecoin's capacity: one sector of 32 GiB (decision record 6). */
public final class SectorUnit {
  /** Bytes of one sector. */
  public static final double BYTES = 0x1p35;

  private SectorUnit() {}

  /**
   * Refuses a network whose units are of another size: these rules would misread its capacity.
   *
   * @throws IllegalArgumentException if units have a size and it is not 32 GiB
   */
  static void require(BuildContext context) {
    if (context.unitBytes() != 0 && context.unitBytes() != BYTES) {
      throw new IllegalArgumentException(
          "networks."
              + context.network()
              + ".unit.size: Filecoin's rules count sectors of 32 GiB. Maybe '32 GiB'?");
    }
  }
}
