package io.depinsim.core.engine.service;

import io.depinsim.core.scenario.HardwareSpec.WearSpec;
import io.depinsim.core.scenario.OwnershipSpec.ReclaimsSpec;
import io.depinsim.core.scenario.RegionSpec;

/**
 * What happens to the machines of a network and what they draw.
 *
 * @param wear of each provider's machines; null for none
 * @param reclaims of each provider; null for none
 * @param power what a machine of each provider draws at work, kW
 * @param idlePower what it draws while idle, kW
 * @param regions by place; null where nothing is stated
 * @param regionEntity identity of each region
 * @param minorPerUnit minor units of a unit of currency
 */
public record PhysicalTraits(
    WearSpec[] wear,
    ReclaimsSpec[] reclaims,
    double[] power,
    double[] idlePower,
    RegionSpec[] regions,
    long[] regionEntity,
    double minorPerUnit) {

  /** Whether anything ever happens to a machine or is paid for one. */
  public boolean isEmpty() {
    for (WearSpec spec : wear) {
      if (spec != null) {
        return false;
      }
    }
    for (ReclaimsSpec spec : reclaims) {
      if (spec != null) {
        return false;
      }
    }
    for (RegionSpec spec : regions) {
      if (spec != null && spec.outages() != null) {
        return false;
      }
    }
    return !drawsPower();
  }

  /** Whether any machine draws power. */
  boolean drawsPower() {
    for (int row = 0; row < power.length; row++) {
      if (power[row] > 0 || idlePower[row] > 0) {
        return true;
      }
    }
    return false;
  }
}
