package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * A provider drawn in proportion to a power of its reputation, by rejection: one drawn at random is
 * taken with that probability, else another is drawn. After so many looks the one of the best
 * reputation seen is taken, so the proportions hold but for a share of (1 - mean)^looks. Takes two
 * values a look.
 */
public final class ReputationWeighted implements Allocator {
  private final Spec spec;
  private int last = NONE;
  private double lastWeight;

  /**
   * Parameters of {@code rule: {reputationWeighted: …}}.
   *
   * @param power of the reputation: 0 to ignore it, large to trust the best alone
   * @param sample most looks for a job
   */
  public record Spec(
      @InRange(atLeast = "0", atMost = "100") @Omittable("1") @InUnit("1") double power,
      @InRange(atLeast = "1", atMost = "1000") @Omittable("32") @InUnit("1") int sample) {}

  /** The allocator of a spec. */
  public ReputationWeighted(Spec spec) {
    this.spec = spec;
  }

  /**
   * Weight of a provider.
   *
   * @param reputation 0 to 1
   * @return 0 to 1
   */
  public static double weight(double reputation, double power) {
    return power == 1 ? reputation : StrictMath.pow(reputation, power);
  }

  @Override
  public int choose(JobView job, Stations stations, Draws draws) {
    last = NONE;
    lastWeight = -1;
    for (int i = 0; i < spec.sample(); i++) {
      int row = stations.row(draws.nextInt(stations.count()));
      double luck = draws.nextUniform();
      if (!stations.affordable(job, row)) {
        continue;
      }
      double weight = weight(stations.reputation(row), spec.power());
      if (luck < weight || weight > lastWeight) {
        last = row;
        lastWeight = weight;
      }
      if (luck < weight) {
        break;
      }
    }
    return last;
  }

  @Override
  public void explain(Options options) {
    if (last != NONE) {
      options.add(last, lastWeight);
    }
  }
}
