package io.depinsim.core.engine;

import io.depinsim.core.incentive.Collateral;
import io.depinsim.core.incentive.NetworkConditions;
import io.depinsim.core.incentive.Penalties;

/** Rules with round numbers, so that results can be worked out by hand. */
final class FlatRules {
  private FlatRules() {}

  /** The same collateral for every unit, whatever the network does. */
  record FlatCollateral(double perUnit) implements Collateral {
    @Override
    public double perUnit(NetworkConditions conditions) {
      return perUnit;
    }

    @Override
    public double rewardAtActivation(NetworkConditions conditions) {
      return 0;
    }
  }

  /** A fixed fee per faulty unit and day, and a share of the collateral for leaving early. */
  record FlatPenalties(double faultRate, double faultFee, double leavingShare)
      implements Penalties {
    @Override
    public double faultFeePerUnit(NetworkConditions conditions) {
      return faultFee;
    }

    @Override
    public double terminationFee(
        NetworkConditions conditions,
        double qualityUnits,
        double pledgeTokens,
        double meanAgeDays,
        double rewardAtActivation) {
      return leavingShare * pledgeTokens;
    }
  }
}
