package io.depinsim.core.engine;

import io.depinsim.core.incentive.Collateral;
import io.depinsim.core.incentive.Emission;
import io.depinsim.core.incentive.GasBurn;
import io.depinsim.core.incentive.Penalties;
import io.depinsim.core.incentive.RewardSplit;
import io.depinsim.core.incentive.RewardVesting;
import io.depinsim.core.incentive.SectorFee;
import java.util.Optional;

/**
 * The rules one network has chosen. Emission and split are always there; a network without one of
 * the others pays rewards at once, asks no collateral, punishes nothing, charges nothing.
 */
public record NetworkRules(
    Emission emission,
    RewardSplit rewards,
    Optional<RewardVesting> vesting,
    Optional<Collateral> collateral,
    Optional<Penalties> penalties,
    Optional<SectorFee> sectorFee,
    Optional<GasBurn> gas) {}
