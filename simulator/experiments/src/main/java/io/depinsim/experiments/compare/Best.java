package io.depinsim.experiments.compare;

import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Multiple comparisons with the best: by how much each policy leads the best of the others, with
 * intervals that hold at once, from the differences of all pairs.
 *
 * @see <a href="https://doi.org/10.1201/b15074">Hsu: Multiple Comparisons: Theory and Methods
 *     (1996)</a>
 */
public final class Best {
  private Best() {}

  /**
   * How a policy stands.
   *
   * @param mean mean over replicates
   * @param lead mean by which it is better than the best of the others
   * @param low lower end of the lead's interval
   * @param high upper end
   */
  public record Standing(double mean, double lead, double low, double high) {
    /** Whether no other policy is better beyond doubt. */
    public boolean amongBest() {
      return high >= 0;
    }

    /** Whether it is better than all others beyond doubt. */
    public boolean alone() {
      return low > 0;
    }
  }

  /**
   * How each policy stands, in order.
   *
   * @param family keys the resampling
   * @param columns finite numbers by policy and replicate; two policies at least
   * @param better higher or lower
   */
  public static List<Standing> standings(
      MaxT bootstrap, String family, List<double[]> columns, Direction better) {
    double sign = better == Direction.LOWER ? -1 : 1;
    int policies = columns.size();
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < policies; i++) {
      for (int j = i + 1; j < policies; j++) {
        pairs.add(Arms.minus(columns.get(i), columns.get(j)));
      }
    }
    double[] critical = bootstrap.critical(family, pairs);
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < policies; i++) {
      double lead = Double.POSITIVE_INFINITY;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.POSITIVE_INFINITY;
      for (int j = 0; j < policies; j++) {
        if (j != i) {
          int pair = place(Math.min(i, j), Math.max(i, j), policies);
          Interval interval = Interval.of(pairs.get(pair), critical[pair]);
          Interval turned = i < j == sign > 0 ? interval : interval.turned();
          lead = Math.min(lead, turned.mean());
          low = Math.min(low, turned.low());
          high = Math.min(high, turned.high());
        }
      }
      standings.add(new Standing(StatUtils.mean(columns.get(i)), lead, low, high));
    }
    return standings;
  }

  /** Where the pair of two policies, the first before the second, stands among all pairs. */
  private static int place(int first, int second, int policies) {
    return first * policies - first * (first + 1) / 2 + second - first - 1;
  }
}
