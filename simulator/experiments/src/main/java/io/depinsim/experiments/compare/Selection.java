package io.depinsim.experiments.compare;

import io.depinsim.core.metric.MetricDefinition.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.FastMath;

/**
 * Selects the best of several policies with few replicates: the fully sequential procedure KN.
 * After a first stage, a policy is dropped once another leads it by more than luck explains; the
 * last one left is selected. If the best leads all others by what matters, it is selected with 95
 * %, for normal means, whatever the arms have in common.
 *
 * @see <a href="https://doi.org/10.1145/502109.502111">Kim and Nelson: A fully sequential procedure
 *     for indifference-zone selection in simulation (2001)</a>
 */
public final class Selection {
  private final int first;
  private final double indifference;
  private final double sign;

  /**
   * A selection.
   *
   * @param first replicates of the first stage, at least 2
   * @param indifference smallest lead that matters, above 0
   * @param better higher or lower
   */
  public Selection(int first, double indifference, Direction better) {
    if (first < 2 || !(indifference > 0) || better == Direction.NEITHER) {
      throw new IllegalArgumentException(
          "selection: takes two replicates first, a lead that matters and a direction");
    }
    this.first = first;
    this.indifference = indifference;
    this.sign = better == Direction.LOWER ? -1 : 1;
  }

  /**
   * Places of the policies that are left.
   *
   * @param columns numbers by policy and replicate, at least those of the first stage
   */
  public List<Integer> left(List<double[]> columns) {
    int policies = columns.size();
    List<Integer> left = new ArrayList<>(IntStream.range(0, policies).boxed().toList());
    double[][] variance = new double[policies][policies];
    for (int i = 0; i < policies; i++) {
      for (int j = 0; j < policies; j++) {
        double[] differences = Arms.minus(columns.get(i), columns.get(j));
        variance[i][j] = StatUtils.variance(differences, 0, first);
      }
    }
    double[] sums = new double[policies];
    for (int i = 0; i < policies; i++) {
      sums[i] = sign * StatUtils.sum(columns.get(i), 0, first);
    }
    int replicates = columns.get(0).length;
    for (int r = first; left.size() > 1; r++) {
      drop(left, sums, variance, r);
      if (r >= replicates) {
        break;
      }
      for (int i = 0; i < policies; i++) {
        sums[i] += sign * columns.get(i)[r];
      }
    }
    return left;
  }

  private void drop(List<Integer> left, double[] sums, double[][] variance, int r) {
    int policies = sums.length;
    double eta =
        0.5 * (FastMath.pow(2 * (1 - MaxT.LEVEL) / (policies - 1), -2.0 / (first - 1)) - 1);
    double h2 = 2 * eta * (first - 1);
    List<Integer> before = List.copyOf(left);
    left.removeIf(
        i ->
            before.stream()
                .anyMatch(
                    j -> {
                      double room = h2 * variance[i][j] / (indifference * indifference) - r;
                      double lead = Math.max(0, indifference / (2.0 * r) * room);
                      return !j.equals(i) && sums[i] / r < sums[j] / r - lead;
                    }));
    // Arms that are equal to the last bit would go on for ever.
    int most = Math.max(first, (int) Math.min(Integer.MAX_VALUE, largest(h2, variance, left)));
    if (left.size() > 1 && r > most) {
      left.subList(1, left.size()).clear();
    }
  }

  private double largest(double h2, double[][] variance, List<Integer> left) {
    double largest = 0;
    for (int i : left) {
      for (int j : left) {
        largest = Math.max(largest, h2 * variance[i][j] / (indifference * indifference));
      }
    }
    return largest;
  }
}
