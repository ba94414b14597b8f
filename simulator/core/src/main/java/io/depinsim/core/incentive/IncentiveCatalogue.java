package io.depinsim.core.incentive;

import io.depinsim.core.incentive.filecoin.ConsensusLottery;
import io.depinsim.core.incentive.filecoin.FilecoinEvaluations;
import io.depinsim.core.incentive.filecoin.HybridEmission;
import io.depinsim.core.incentive.filecoin.MessageGas;
import io.depinsim.core.incentive.filecoin.SectorDailyFee;
import io.depinsim.core.incentive.filecoin.SectorPenalties;
import io.depinsim.core.incentive.filecoin.SectorPledge;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.List;
import java.util.stream.Stream;

/** The rows {@code core} adds to the catalogue. */
public final class IncentiveCatalogue implements CatalogueRows {
  @Override
  public List<Kind<?, ?>> kinds() {
    return List.of(
        new Kind<>(
            Role.EMISSION,
            "fixed",
            "the same number of tokens every day",
            FixedEmission.Spec.class,
            Emission.class,
            (spec, context) -> new FixedEmission(spec)),
        new Kind<>(
            Role.EMISSION,
            "stepHalving",
            "an amount per month since the launch that halves in steps",
            StepHalving.class,
            Emission.class,
            MonthlyEmission::new),
        new Kind<>(
            Role.EMISSION,
            "geometricDecay",
            "an amount per month since the launch, each less than the one before by a share",
            GeometricDecay.class,
            Emission.class,
            MonthlyEmission::new),
        new Kind<>(
            Role.EMISSION,
            "demandLinked",
            "tokens worth a share of what users paid, between a floor and a cap per month",
            DemandLinkedEmission.Spec.class,
            Emission.class,
            DemandLinkedEmission::new),
        new Kind<>(
            Role.EMISSION,
            "simplePlusBaseline",
            "Filecoin: a part that decays in time and a part that follows power up to a baseline",
            HybridEmission.Spec.class,
            Emission.class,
            HybridEmission::new),
        new Kind<>(
            Role.REWARDS,
            "byCapacity",
            "the whole emission, in proportion to healthy capacity",
            CapacityShare.Spec.class,
            RewardSplit.class,
            (spec, context) -> new CapacityShare()),
        new Kind<>(
            Role.REWARDS,
            "expectedConsensus",
            "Filecoin: Poisson block wins by share of power; what nobody wins is not minted",
            ConsensusLottery.Spec.class,
            RewardSplit.class,
            (spec, context) -> new ConsensusLottery(spec)),
        new Kind<>(
            Role.VESTING,
            "linear",
            "part of each reward is free at once, the rest in equal daily steps",
            LinearVestingSpec.class,
            RewardVesting.class,
            (spec, context) -> spec.build()),
        new Kind<>(
            Role.COLLATERAL,
            "sectorPledge",
            "Filecoin: twenty days of reward and a share of circulating supply, per sector",
            SectorPledge.Spec.class,
            Collateral.class,
            SectorPledge::new),
        new Kind<>(
            Role.PENALTIES,
            "sectorPenalties",
            "Filecoin: fees for faults and for terminating, before and since FIP-0098",
            SectorPenalties.Spec.class,
            Penalties.class,
            SectorPenalties::new),
        new Kind<>(
            Role.SECTOR_FEE,
            "fip0100",
            "Filecoin: a daily fee per sector, fixed at activation",
            SectorDailyFee.Spec.class,
            SectorFee.class,
            SectorDailyFee::new),
        new Kind<>(
            Role.GAS,
            "baseFee",
            "Filecoin: a base fee that follows use, burnt with every message",
            MessageGas.Spec.class,
            GasBurn.class,
            MessageGas::new));
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    return Stream.concat(EmissionEvaluations.rows().stream(), FilecoinEvaluations.rows().stream())
        .<Evaluation<?, ?>>map(row -> row)
        .toList();
  }
}
