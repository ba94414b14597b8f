package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * The nearest provider: the way both ways and the time until the data are there; of those as near
 * the least busy.
 */
public final class RegionAware implements Allocator {
  private final Best best;

  /**
   * Parameters of {@code rule: {regionAware: …}}.
   *
   * @param sample providers looked at, drawn at random with repetition; null for all, which takes
   *     time where there are thousands
   */
  public record Spec(
      @InRange(atLeast = "1", atMost = "100000") @Omittable @InUnit("1") Integer sample) {}

  /** The allocator of a spec. */
  public RegionAware(Spec spec) {
    this.best =
        new Best(
            spec.sample(),
            (job, stations, row) ->
                2 * stations.latencyMicros(job.region(), row)
                    + stations.fetchMicros(job.cohort(), job.dataRegion(), row),
            (job, stations, row) -> Best.busyness(stations, row));
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
