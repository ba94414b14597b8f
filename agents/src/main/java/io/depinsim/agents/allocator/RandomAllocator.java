package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;

/** Any provider, each as likely as any other. Takes one value a job. */
public final class RandomAllocator implements Allocator {

  /** Parameters of {@code rule: {random: {}}}: none. */
  public record Spec() {}

  @Override
  public int choose(JobView job, Stations stations, Draws draws) {
    return stations.row(draws.nextInt(stations.count()));
  }
}
