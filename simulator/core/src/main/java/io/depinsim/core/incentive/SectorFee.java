package io.depinsim.core.incentive;

/**
 * What capacity pays per day to stay on the network, fixed when it is activated or extended; burnt.
 */
public interface SectorFee {
  /**
   * Fee per quality-adjusted unit and day for capacity activated now, whole tokens; 0 before the
   * fee exists.
   */
  double perUnitDay(NetworkConditions conditions);

  /** Most of the expected daily reward that the fee may take, 0 to 1. */
  double capShare();
}
