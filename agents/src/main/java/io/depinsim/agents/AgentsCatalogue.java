package io.depinsim.agents;

import io.depinsim.agents.provider.ConstantCapacity;
import io.depinsim.agents.provider.DocumentedCapacity;
import io.depinsim.core.engine.CapacityStrategy;
import io.depinsim.core.scenario.CatalogueRows;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.List;

/** The rows {@code agents} adds to the catalogue. */
public final class AgentsCatalogue implements CatalogueRows {
  @Override
  public List<Kind<?, ?>> kinds() {
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
            DocumentedCapacity::new));
  }

  @Override
  public List<Evaluation<?, ?>> evaluations() {
    return List.of();
  }
}
