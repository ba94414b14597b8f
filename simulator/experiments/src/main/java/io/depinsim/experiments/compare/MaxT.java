package io.depinsim.experiments.compare;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Intervals of several means that hold all at once: mean ± critical value × standard error, the
 * critical value from a bootstrap of the largest studentised deviation.
 *
 * <p>A resample draws replicates with replacement, the same for every mean, so that what they share
 * stays shared. Each mean is studentised by the resample's own standard deviation; by that of the
 * data where the resample has none. The critical value is never below Student's for one mean.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176325370">Hall: Theoretical comparison of bootstrap
 *     confidence intervals (1988)</a>
 * @see <a href="https://doi.org/10.1198/016214504000000539">Romano and Wolf: Exact and approximate
 *     stepdown methods for multiple hypothesis testing (2005)</a>
 */
public final class MaxT {
  /** Probability with which all intervals of a family are to hold. */
  public static final double LEVEL = 0.95;

  private final Streams streams;
  private final int resamples;

  /**
   * A bootstrap.
   *
   * @param seed of the resampling
   * @param resamples how many, at least 199
   */
  public MaxT(long seed, int resamples) {
    if (resamples < 199) {
      throw new IllegalArgumentException("resamples: must be 199 or more");
    }
    this.streams = new Streams(seed, 0);
    this.resamples = resamples;
  }

  /**
   * The critical value of a family.
   *
   * @param family name of the family; keys its resampling
   * @param columns one column of replicates per mean, all as long, at least two values each
   * @return by how many standard errors an interval reaches to both sides
   */
  public double critical(String family, List<double[]> columns) {
    int n = columns.get(0).length;
    double student = student(n);
    Column[] varying =
        columns.stream().map(Column::of).filter(c -> c.deviation() > 0).toArray(Column[]::new);
    if (varying.length == 0) {
      return student;
    }
    long entity = Entity.ofName("resampling." + family);
    double[] largest = new double[resamples];
    int[] times = new int[n];
    Draws draws = new Draws();
    for (int b = 0; b < resamples; b++) {
      Arrays.fill(times, 0);
      for (int taken = 0; taken < n; taken++) {
        if (taken % BLOCK == 0) {
          streams.seek(draws, Purpose.RESAMPLING, entity, (long) b * BLOCKS + taken / BLOCK);
        }
        times[draws.nextInt(n)]++;
      }
      for (Column column : varying) {
        largest[b] = Math.max(largest[b], column.studentised(times));
      }
    }
    Arrays.sort(largest);
    int place = (int) StrictMath.ceil(LEVEL * (resamples + 1)) - 1;
    return Math.max(student, largest[Math.min(place, resamples - 1)]);
  }

  private static final int BLOCK = 1 << 16;
  private static final int BLOCKS = 1 << 8;

  /** Student's two-sided 95 % point for the mean of so many values. */
  static double student(int values) {
    return new TDistribution(null, values - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
  }

  private record Column(double[] values, double mean, double deviation) {
    static Column of(double[] values) {
      return new Column(
          values, StatUtils.mean(values), StrictMath.sqrt(StatUtils.variance(values)));
    }

    double studentised(int[] times) {
      int n = values.length;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double off = values[i] - mean;
        sum += times[i] * off;
        squares += times[i] * off * off;
      }
      double shift = sum / n;
      double variance = Math.max(0, squares - n * shift * shift) / (n - 1);
      double own = StrictMath.sqrt(variance);
      // Cancellation leaves dust where the resample is constant.
      double spread = own > deviation * CONSTANT ? own : deviation;
      return Math.abs(shift) / (spread / StrictMath.sqrt(n));
    }
  }

  private static final double CONSTANT = 1e-6;
}
