package io.depinsim.experiments.compare;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.ComparisonRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Intervals of several means that hold all at once: mean ± critical value × standard error, the
 * critical values from a bootstrap of the largest studentised deviation.
 *
 * <p>A resample draws replicates with replacement, the same for every mean, so that what they share
 * stays shared. Each mean is studentised by the resample's own standard deviation; by that of the
 * data where the resample has none. Deviations are compared by their ranks among resamples, so that
 * each mean is missed as often as any other and one with a long tail makes no other interval wider.
 * A critical value is never below Student's for one mean.
 *
 * <p>With fewer than {@value ComparisonRecord#RESAMPLED} replicates resamples say too little about
 * tails; critical values are Student's then, at the level divided by the number of means
 * (Bonferroni).
 *
 * @see <a href="https://doi.org/10.1214/aos/1176325370">Hall: Theoretical comparison of bootstrap
 *     confidence intervals (1988)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1988.10478649">Beran: Balanced simultaneous
 *     confidence sets (1988)</a>
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
   * The critical values of a family.
   *
   * @param family name of the family; keys its resampling
   * @param columns one column of replicates per mean, all as long, at least two values each
   * @return for each mean, by how many standard errors its interval reaches to both sides
   */
  public double[] critical(String family, List<double[]> columns) {
    int n = columns.get(0).length;
    double[] critical = new double[columns.size()];
    Arrays.fill(critical, student(n, n < ComparisonRecord.RESAMPLED ? columns.size() : 1));
    if (n >= ComparisonRecord.RESAMPLED) {
      int[] varying =
          IntStream.range(0, critical.length)
              .filter(k -> StatUtils.variance(columns.get(k)) > 0)
              .toArray();
      double[][] deviations = deviations(family, columns, varying);
      double[][] sorted = Arrays.stream(deviations).map(double[]::clone).toArray(double[][]::new);
      Arrays.stream(sorted).forEach(Arrays::sort);
      int rank = rank(deviations, sorted);
      for (int k = 0; k < varying.length; k++) {
        critical[varying[k]] = Math.max(critical[varying[k]], sorted[k][rank]);
      }
    }
    return critical;
  }

  /** Studentised deviations by mean and resample. */
  private double[][] deviations(String family, List<double[]> columns, int[] varying) {
    int n = columns.get(0).length;
    Column[] of =
        Arrays.stream(varying).mapToObj(k -> Column.of(columns.get(k))).toArray(Column[]::new);
    double[][] deviations = new double[of.length][resamples];
    long entity = Entity.ofName("resampling." + family);
    int[] times = new int[n];
    Draws draws = new Draws();
    for (int b = 0; b < resamples && of.length > 0; b++) {
      Arrays.fill(times, 0);
      for (int taken = 0; taken < n; taken++) {
        if (taken % BLOCK == 0) {
          streams.seek(draws, Purpose.RESAMPLING, entity, (long) b * BLOCKS + taken / BLOCK);
        }
        times[draws.nextInt(n)]++;
      }
      for (int k = 0; k < of.length; k++) {
        deviations[k][b] = of[k].studentised(times);
      }
    }
    return deviations;
  }

  /** The rank that no deviation of a resample exceeds, in as many resamples as the level says. */
  private int rank(double[][] deviations, double[][] sorted) {
    int[] largest = new int[resamples];
    for (int b = 0; b < resamples; b++) {
      for (int k = 0; k < deviations.length; k++) {
        int found = Arrays.binarySearch(sorted[k], deviations[k][b]);
        largest[b] = Math.max(largest[b], found);
      }
    }
    Arrays.sort(largest);
    int place = (int) StrictMath.ceil(LEVEL * (resamples + 1)) - 1;
    return largest[Math.min(place, resamples - 1)];
  }

  private static final int BLOCK = 1 << 16;
  private static final int BLOCKS = 1 << 8;

  /** Student's two-sided 95 % point for so many means, of so many values each, at once. */
  private static double student(int values, int means) {
    return new TDistribution(null, values - 1)
        .inverseCumulativeProbability(1 - (1 - LEVEL) / (2 * means));
  }

  /** The same for as many values as one likes. */
  static double normal(int means) {
    return new NormalDistribution(null, 0, 1)
        .inverseCumulativeProbability(1 - (1 - LEVEL) / (2 * means));
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
