package io.depinsim.experiments.check;

import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests whether two sets of replicates come from one distribution, in many numbers at once.
 *
 * <p>Each number is looked at twice: its difference of means, and the difference of means of its
 * distance from the median of both sets together, which shows a change of spread (Brown and
 * Forsythe). Both are studentised by Welch's standard error. If nothing changed, the replicates of
 * both sets are exchangeable, whatever their distribution and however their numbers depend on each
 * other: so whole replicates are dealt out anew, and a number's probability is the share of deals,
 * the true one among them, whose largest statistic reaches its own. The chance that any number at
 * all falls to {@code rate} or below is then at most {@code rate}, exactly, whatever the number of
 * replicates.
 *
 * <p>That chance is over both sets: over baselines and fresh replicates together. One baseline,
 * once written, is held against the same fresh replicates every time, so an unchanged program
 * always passes it or never does.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1974.10482955">Brown and Forsythe: Robust tests
 *     for the equality of variances (1974)</a>
 * @see <a href="https://doi.org/10.2307/2532216">Westfall and Young: Resampling-based multiple
 *     testing (1993)</a>
 */
public final class LabelPermutation {
  /** Deals for each one that may reach the statistic by luck: enough for steady decisions. */
  private static final int DEALS_PER_ALARM = 20;

  private final Streams streams;
  private final double rate;

  /**
   * A test.
   *
   * @param seed of the deals
   * @param rate chance of a false alarm allowed, above 0 and below 1
   */
  public LabelPermutation(long seed, double rate) {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("falseAlarm: must be above 0 and below 1");
    }
    this.streams = new Streams(seed, 0);
    this.rate = rate;
  }

  /**
   * One number of both sets.
   *
   * @param before one value per replicate of the first set, all finite, at least two
   * @param after of the second set
   */
  public record Column(double[] before, double[] after) {}

  /**
   * What is known of one number.
   *
   * @param means studentised difference of means, second set less first; infinite if both sets are
   *     constant and differ
   * @param spread studentised difference of distances from the median
   * @param probability of so large a statistic in any of the numbers if nothing changed
   */
  public record Outcome(double means, double spread, double probability) {
    /** The larger of the two in absolute value. */
    public double largest() {
      return Math.max(Math.abs(means), Math.abs(spread));
    }
  }

  /**
   * Tests.
   *
   * @param family name of what is tested; keys the deals
   * @param columns numbers, all of the same replicates
   * @return one outcome per column
   */
  public List<Outcome> test(String family, List<Column> columns) {
    if (columns.isEmpty()) {
      return List.of();
    }
    int before = columns.get(0).before().length;
    int all = before + columns.get(0).after().length;
    List<Pooled> pooled = columns.stream().map(Pooled::of).toList();
    List<double[]> varying = new ArrayList<>();
    pooled.stream().filter(Pooled::varies).forEach(p -> varying.addAll(List.of(p.values, p.off)));
    int[] order = new int[all];
    Arrays.setAll(order, i -> i);
    double[] means = new double[pooled.size()];
    double[] spreads = new double[pooled.size()];
    for (int c = 0; c < means.length; c++) {
      means[c] = studentised(pooled.get(c).values, order, before);
      spreads[c] = studentised(pooled.get(c).off, order, before);
    }
    int deals = deals(rate);
    double[] largest = new double[deals];
    Draws draws = new Draws();
    long entity = Entity.ofName("check." + family);
    for (int d = 0; d < deals; d++) {
      streams.seek(draws, Purpose.RESAMPLING, entity, d);
      deal(draws, order, before);
      for (double[] column : varying) {
        largest[d] = Math.max(largest[d], Math.abs(studentised(column, order, before)));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int c = 0; c < means.length; c++) {
      double own = Math.max(Math.abs(means[c]), Math.abs(spreads[c]));
      // The last bits depend on the order of a sum, and the true deal counts among its equals.
      double reached = own * (1 - 1e-9);
      long as = Arrays.stream(largest).filter(value -> value >= reached).count();
      outcomes.add(new Outcome(means[c], spreads[c], (1.0 + as) / (1 + deals)));
    }
    return outcomes;
  }

  /** Whether an outcome is an alarm. */
  public boolean alarms(Outcome outcome) {
    return outcome.probability() <= rate;
  }

  /** Deals so many that the rate is a whole number of them, the true one included. */
  static int deals(double rate) {
    return (int) StrictMath.ceil(DEALS_PER_ALARM / rate - 1e-9) - 1;
  }

  /** Fewest replicates in each set with which an alarm is possible at all. */
  static int fewest(double rate) {
    double deals = 2;
    int n = 1;
    // Number of ways to halve 2n replicates; a deal and its mirror image have one statistic.
    while (2 / deals > rate) {
      n++;
      deals = deals * (2.0 * n) * (2.0 * n - 1) / ((double) n * n);
    }
    return n;
  }

  private static void deal(Draws draws, int[] order, int first) {
    for (int i = 0; i < first; i++) {
      int other = i + draws.nextInt(order.length - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private static final class Pooled {
    private final double[] values;
    private final double[] off;

    private Pooled(double[] values, double[] off) {
      this.values = values;
      this.off = off;
    }

    static Pooled of(Column column) {
      int before = column.before().length;
      double[] values = Arrays.copyOf(column.before(), before + column.after().length);
      System.arraycopy(column.after(), 0, values, before, column.after().length);
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
      double[] off = new double[values.length];
      for (int i = 0; i < off.length; i++) {
        values[i] -= median;
        off[i] = Math.abs(values[i]);
      }
      return new Pooled(values, off);
    }

    boolean varies() {
      return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }
  }

  /** Welch's statistic of a deal: second part less first. */
  private static double studentised(double[] values, int[] order, int first) {
    int second = order.length - first;
    double sumOne = 0;
    double squaresOne = 0;
    for (int i = 0; i < first; i++) {
      double value = values[order[i]];
      sumOne += value;
      squaresOne += value * value;
    }
    double sumTwo = 0;
    double squaresTwo = 0;
    for (int i = first; i < order.length; i++) {
      double value = values[order[i]];
      sumTwo += value;
      squaresTwo += value * value;
    }
    double difference = sumTwo / second - sumOne / first;
    double error =
        squared(squaresOne, sumOne, first) / first + squared(squaresTwo, sumTwo, second) / second;
    if (error == 0) {
      double size = StrictMath.sqrt((squaresOne + squaresTwo) / order.length);
      boolean equal = Math.abs(difference) <= size * ROUNDING;
      return equal ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
    }
    return difference / StrictMath.sqrt(error);
  }

  /** The variance; 0 where cancellation leaves nothing but dust. */
  private static double squared(double squares, double sum, int count) {
    double variance = (squares - sum * sum / count) / (count - 1);
    return variance > squares * DUST ? variance : 0;
  }

  private static final double DUST = 1e-13;
  private static final double ROUNDING = 1e-12;
}
