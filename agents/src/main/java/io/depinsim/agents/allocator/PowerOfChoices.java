package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;
import io.depinsim.core.scenario.InRange;
import io.depinsim.core.scenario.InUnit;
import io.depinsim.core.scenario.Omittable;

/**
 * The least busy of a few providers drawn at random: jobs there over machines that can work. Two
 * choices already make the longest lines of a large system exponentially shorter. Takes one value
 * for each choice.
 *
 * @see <a href="https://doi.org/10.1109/71.963420">Mitzenmacher: The power of two choices in
 *     randomized load balancing (2001)</a>
 */
public final class PowerOfChoices implements Allocator {
  private static final int KEPT = 4;

  private final Spec spec;
  private final int[] rows = new int[KEPT];
  private final double[] scores = new double[KEPT];

  /**
   * Parameters of {@code rule: {powerOfChoices: …}}.
   *
   * @param choices providers drawn for each job, with repetition
   */
  public record Spec(
      @InRange(atLeast = "1", atMost = "1000") @Omittable("2") @InUnit("1") int choices) {}

  /** The allocator of a spec. */
  public PowerOfChoices(Spec spec) {
    this.spec = spec;
  }

  @Override
  public int choose(JobView job, Stations stations, Draws draws) {
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < spec.choices(); i++) {
      int row = stations.row(draws.nextInt(stations.count()));
      double busyness = Best.busyness(stations, row);
      rows[i % KEPT] = row;
      scores[i % KEPT] = busyness;
      if (busyness < least) {
        least = busyness;
        best = row;
      }
    }
    return best;
  }

  @Override
  public void explain(Options options) {
    for (int i = 0; i < Math.min(KEPT, spec.choices()); i++) {
      options.add(rows[i], scores[i]);
    }
  }
}
