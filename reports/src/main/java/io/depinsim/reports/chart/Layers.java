package io.depinsim.reports.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Layers of a stack: mean over replicates of each line, added up from the first.
 *
 * @param days times of all layers
 * @param tops upper edge of each layer, one row per layer
 * @param totals total of each replicate, one row per replicate
 */
record Layers(double[] days, double[][] tops, double[][] totals) {

  /** Adds up lines that share their times; a missing value counts as zero. */
  static Layers of(List<Chart.Line> lines) {
    double[] days = lines.get(0).days();
    int replicates = lines.get(0).values().length;
    double[][] tops = new double[lines.size()][days.length];
    double[][] totals = new double[replicates][days.length];
    for (int layer = 0; layer < tops.length; layer++) {
      double[][] values = lines.get(layer).values();
      for (int t = 0; t < days.length; t++) {
        double sum = 0;
        for (int r = 0; r < replicates; r++) {
          double value = Double.isNaN(values[r][t]) ? 0 : values[r][t];
          totals[r][t] += value;
          sum += value;
        }
        tops[layer][t] = (layer == 0 ? 0 : tops[layer - 1][t]) + sum / replicates;
      }
    }
    return new Layers(days, tops, totals);
  }

  /** Whether lines can be stacked at all: same times, nothing below zero. */
  static boolean possible(List<Chart.Line> lines) {
    for (Chart.Line line : lines) {
      if (!Arrays.equals(line.days(), lines.get(0).days())) {
        return false;
      }
      for (double[] replicate : line.values()) {
        for (double value : replicate) {
          if (value < 0) {
            return false;
          }
        }
      }
    }
    return !lines.isEmpty();
  }

  /** The same stack at fewer times, chosen so that the total keeps its shape. */
  Layers thinned() {
    int[] kept = Thinning.indices(top());
    return new Layers(Thinning.pick(days, kept), each(tops, kept), each(totals, kept));
  }

  private static double[][] each(double[][] rows, int[] kept) {
    double[][] result = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      result[i] = Thinning.pick(rows[i], kept);
    }
    return result;
  }

  double[] top() {
    return tops[tops.length - 1];
  }
}
