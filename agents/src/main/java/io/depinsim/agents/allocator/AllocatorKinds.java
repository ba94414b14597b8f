package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.scenario.Kind;
import io.depinsim.core.scenario.Role;
import java.util.List;
import java.util.function.Function;

/** The rows of allocators in the catalogue. */
public final class AllocatorKinds {
  private AllocatorKinds() {}

  /** Rows of this group. */
  public static List<Kind<?, ?>> rows() {
    return List.of(
        row(
            "random",
            "any provider, each as likely as any other",
            RandomAllocator.Spec.class,
            spec -> new RandomAllocator()),
        row(
            "powerOfChoices",
            "the least busy of a few providers drawn at random",
            PowerOfChoices.Spec.class,
            PowerOfChoices::new),
        row("cheapest", "the provider that asks least", Cheapest.Spec.class, Cheapest::new),
        row("fastest", "the provider expected to be done first", Fastest.Spec.class, Fastest::new),
        row(
            "regionAware",
            "the nearest provider to where the job and its data are, of those the least busy",
            RegionAware.Spec.class,
            RegionAware::new),
        row(
            "reputationWeighted",
            "a provider drawn in proportion to a power of its reputation",
            ReputationWeighted.Spec.class,
            ReputationWeighted::new),
        row(
            "minCostMatching",
            "jobs wait and are matched with free machines in rounds, at the least total cost",
            MinCostMatching.Spec.class,
            MinCostMatching::new),
        row(
            "forecastDriven",
            "fastest, and ahead of the demand foretold: warm machines, copies of data, maintenance",
            ForecastDriven.Spec.class,
            ForecastDriven::new));
  }

  private static <S extends Record> Kind<S, Allocator> row(
      String key, String summary, Class<S> spec, Function<S, Allocator> allocator) {
    return new Kind<>(
        Role.ALLOCATION,
        key,
        summary,
        spec,
        Allocator.class,
        (block, context) -> allocator.apply(block));
  }
}
