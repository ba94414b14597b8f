package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * The provider expected to be done first: line, data, start, work and the way both ways; of those
 * alike the one that asks least.
 */
public final class Fastest implements Allocator {
  private final Best best;

  /**
   * Parameters of {@code rule: {fastest: …}}.
   *
   * @param sample providers looked at, drawn at random with repetition; null for all, which takes
   *     time where there are thousands
   */
  public record Spec(
      @InRange(atLeast = "1", atMost = "100000") @Omittable @InUnit("1") Integer sample) {}

  /** The allocator of a spec. */
  public Fastest(Spec spec) {
    this.best =
        new Best(
            spec.sample(),
            (job, stations, row) -> stations.expectedMicros(job, row),
            (job, stations, row) -> stations.ask(row));
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
