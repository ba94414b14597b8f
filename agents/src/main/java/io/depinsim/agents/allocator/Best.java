package io.depinsim.agents.allocator;

import io.depinsim.core.engine.service.Allocator;
import io.depinsim.core.engine.service.JobView;
import io.depinsim.core.engine.service.Stations;
import io.depinsim.core.random.Draws;

/**
 * Finds the station with the lowest score among those that a job can afford: of all of them, or of
 * some drawn at random with repetition. Whoever looks at all begins at a place drawn at random and
 * goes round once, so that of stations alike in everything each is found as often as any other.
 * Takes one value to look at all, and else one for each look.
 *
 * <p>Keeps what it found best on the way, for {@link Allocator#explain}.
 */
final class Best {
  private static final int KEPT = 4;

  private final int most;
  private final Score first;
  private final Score second;
  private final int[] rows = new int[KEPT];
  private final double[] scores = new double[KEPT];
  private int found;

  /** What a station is judged by; lower is better. */
  @FunctionalInterface
  interface Score {
    /** Score of a provider for a job. */
    double of(JobView job, Stations stations, int row);
  }

  /**
   * A search.
   *
   * @param sample stations looked at; null for all
   * @param second score that decides between equals
   */
  Best(Integer sample, Score first, Score second) {
    this.most = sample == null ? Integer.MAX_VALUE : sample;
    this.first = first;
    this.second = second;
  }

  /** Row of the best one; {@link Allocator#NONE} if the job can afford none that was looked at. */
  int choose(JobView job, Stations stations, Draws draws) {
    found = 0;
    int count = stations.count();
    boolean all = most >= count;
    int looks = all ? count : most;
    int at = all ? draws.nextInt(count) : 0;
    int best = Allocator.NONE;
    double lowest = Double.POSITIVE_INFINITY;
    double lowestSecond = Double.POSITIVE_INFINITY;
    for (int i = 0; i < looks; i++) {
      int row = stations.row(all ? at : draws.nextInt(count));
      at = at + 1 == count ? 0 : at + 1;
      if (!stations.affordable(job, row)) {
        continue;
      }
      double score = first.of(job, stations, row);
      if (score > lowest) {
        continue;
      }
      double other = second.of(job, stations, row);
      if (score < lowest || other < lowestSecond) {
        best = row;
        lowest = score;
        lowestSecond = other;
        rows[found % KEPT] = row;
        scores[found++ % KEPT] = score;
      }
    }
    return best;
  }

  /** Names what was best for a while in the latest search, the last one first. */
  void explain(Allocator.Options options) {
    for (int i = 1; i <= Math.min(found, KEPT); i++) {
      options.add(rows[(found - i) % KEPT], scores[(found - i) % KEPT]);
    }
  }

  /** Jobs at a provider over machines that can work there. */
  static double busyness(Stations stations, int row) {
    int machines = stations.available(row);
    double jobs = stations.waiting(row) + machines - stations.idle(row);
    return jobs / Math.max(1, machines);
  }
}
