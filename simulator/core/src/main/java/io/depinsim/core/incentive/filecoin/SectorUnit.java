package io.depinsim.core.incentive.filecoin;

/** The unit in which a run counts Filecoin's capacity: one sector of 32 GiB (decision record 6). */
public final class SectorUnit {
  /** Bytes of one sector. */
  public static final double BYTES = 0x1p35;

  private SectorUnit() {}
}
