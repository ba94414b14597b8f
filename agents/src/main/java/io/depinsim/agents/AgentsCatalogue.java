package io.depinsim.agents;

import io.depinsim.agents.allocator.AllocatorEvaluations;
import io.depinsim.agents.allocator.AllocatorKinds;
import io.depinsim.agents.arrival.ArrivalEvaluations;
import io.depinsim.agents.arrival.ArrivalKinds;
import io.depinsim.agents.consumer.ConsumerEvaluations;
import io.depinsim.agents.consumer.DocumentedUsers;
import io.depinsim.agents.consumer.ServiceChoice;
import io.depinsim.agents.owner.AdaptiveExpectation;
import io.depinsim.agents.owner.BadMonthsExit;
import io.depinsim.agents.owner.ExitRule;
import io.depinsim.agents.owner.Expectation;
import io.depinsim.agents.owner.ExtrapolativeExpectation;
import io.depinsim.agents.owner.NaiveExpectation;
import io.depinsim.agents.owner.NetPresentValueExit;
import io.depinsim.agents.owner.OwnerEvaluations;
import io.depinsim.agents.owner.Owners;
import io.depinsim.agents.owner.ProjectFleet;
import io.depinsim.agents.provider.ConstantCapacity;
import io.depinsim.agents.provider.DocumentedCapacity;
import io.depinsim.agents.trader.FundamentalSpeculators;
import io.depinsim.agents.trader.TraderEvaluations;
import io.depinsim.agents.trader.YieldSeekingLiquidity;
import io.depinsim.agents.work.WorkKinds;
import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.engine.market.DemandModel;
import io.depinsim.core.engine.market.LiquidityStrategy;
import io.depinsim.core.engine.market.MachineStrategy;
import io.depinsim.core.engine.market.SpeculationStrategy;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Preset;
import io.depinsim.core.scenario.Role;
import java.util.ArrayList;
import java.util.List;

/** The rows {@code agents} adds to the catalogue. */
public final class AgentsCatalogue implements CatalogueRows {
  @Override
  public List<Kind<?, ?>> kinds() {
    List<Kind<?, ?>> rows = new ArrayList<>(strategies());
    rows.addAll(ArrivalKinds.rows());
    rows.addAll(WorkKinds.rows());
    rows.addAll(AllocatorKinds.rows());
    return List.copyOf(rows);
  }

  private static List<Kind<?, ?>> strategies() {
    return List.of(
        new Kind<>(
            Role.CAPACITY,
            "constant",
            "the same capacity from start to end, extended whenever it would expire",
            ConstantCapacity.Spec.class,
            CapacityStrategy.class,
            (spec, context) -> new ConstantCapacity(spec)),
        new Kind<>(
            Role.CAPACITY,
            "documented",
            "storage power, onboarding and renewals as they are on record, day by day",
            DocumentedCapacity.Spec.class,
            CapacityStrategy.class,
            DocumentedCapacity::new),
        new Kind<>(
            Role.DECISIONS,
            "owners",
            "owners who buy, connect and give up machines by net present value",
            Owners.Spec.class,
            MachineStrategy.class,
            Owners::new),
        new Kind<>(
            Role.DECISIONS,
            "projectFleet",
            "the project's own machines, wound down as others cover demand",
            ProjectFleet.Spec.class,
            MachineStrategy.class,
            (spec, context) -> new ProjectFleet(spec)),
        new Kind<>(
            Role.EXPECTATION,
            "naive",
            "income stays what it is",
            NaiveExpectation.Spec.class,
            Expectation.class,
            (spec, context) -> new NaiveExpectation()),
        new Kind<>(
            Role.EXPECTATION,
            "adaptive",
            "income returns to what it has been",
            AdaptiveExpectation.Spec.class,
            Expectation.class,
            (spec, context) -> new AdaptiveExpectation(spec)),
        new Kind<>(
            Role.EXPECTATION,
            "extrapolative",
            "the trend goes on for a while",
            ExtrapolativeExpectation.Spec.class,
            Expectation.class,
            (spec, context) -> new ExtrapolativeExpectation(spec)),
        new Kind<>(
            Role.EXIT,
            "netPresentValue",
            "give up when the planning horizon does not cover the cost of serving",
            NetPresentValueExit.Spec.class,
            ExitRule.class,
            (spec, context) -> new NetPresentValueExit()),
        new Kind<>(
            Role.EXIT,
            "badMonths",
            "give up after so many bad months in a row",
            BadMonthsExit.Spec.class,
            ExitRule.class,
            (spec, context) -> new BadMonthsExit(spec)),
        new Kind<>(
            Role.DEMAND,
            "choice",
            "people choose among a network, a central provider and doing without",
            ServiceChoice.Spec.class,
            DemandModel.class,
            (spec, context) -> new ServiceChoice(spec)),
        new Kind<>(
            Role.DEMAND,
            "documented",
            "users as they are on record, whatever the service costs",
            DocumentedUsers.Spec.class,
            DemandModel.class,
            DocumentedUsers::new),
        new Kind<>(
            Role.SPECULATORS,
            "fundamental",
            "finite money traded around a fundamental value",
            FundamentalSpeculators.Spec.class,
            SpeculationStrategy.class,
            (spec, context) -> new FundamentalSpeculators(spec)),
        new Kind<>(
            Role.LIQUIDITY,
            "yieldSeeking",
            "reserves lent as far as fees pay for price swings",
            YieldSeekingLiquidity.Spec.class,
            LiquidityStrategy.class,
            (spec, context) -> new YieldSeekingLiquidity(spec)));
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    List<Evaluation<?, ?>> rows = new ArrayList<>();
    rows.addAll(ArrivalEvaluations.rows());
    rows.addAll(AllocatorEvaluations.rows());
    rows.addAll(OwnerEvaluations.rows());
    rows.addAll(ConsumerEvaluations.rows());
    rows.addAll(TraderEvaluations.rows());
    return List.copyOf(rows);
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        new Preset(
            "compute",
            "graphics cards by the hour: owners, users, a central cloud, a traded token",
            AgentsCatalogue.class,
            "preset/compute.yaml",
            "preset/compute-new.yaml"),
        new Preset(
            "storage",
            "a storage network with the rules of Filecoin, capacity on a given path",
            AgentsCatalogue.class,
            "preset/storage.yaml",
            "preset/storage-new.yaml"));
  }
}
