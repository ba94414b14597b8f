package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/** The provider that asks least; of those that ask the same the one expected to be done first. */
public final class Cheapest implements Allocator {
  private final Best best;

  /**
   * Parameters of {@code rule: {cheapest: …}}.
   *
   * @param sample providers looked at, drawn at random with repetition; null for all, which takes
   *     time where there are thousands
   */
  public record Spec(
      @InRange(atLeast = "1", atMost = "100000") @Omittable @InUnit("1") Integer sample) {}

  /** The allocator of a spec. */
  public Cheapest(Spec spec) {
    this.best =
        new Best(
            spec.sample(),
            (job, stations, row) -> stations.ask(row),
            (job, stations, row) -> stations.expectedMicros(job, row));
  }

  @Override
  public int choose(JobView job, Stations stations, Draws draws) {
    return best.choose(job, stations, draws);
  }

  @Override
  public void explain(Options options) {
    best.explain(options);
  }
}
