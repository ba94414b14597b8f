package io.depinsim.reports.chart;

import io.depinsim.reports.chart.Chart.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chart draws, worked out once: quantiles, layers, ranges.
 *
 * @param form the form drawn: a stack that cannot be stacked is drawn as lines
 * @param bands quantiles of each line
 * @param layers the stack; one without layers when lines are drawn
 * @param scale the value axis
 * @param firstDay start of the time axis
 * @param lastDay end of the time axis
 */
record PlotData(
    Form form,
    List<Bands> bands,
    Layers layers,
    ValueScale scale,
    double firstDay,
    double lastDay) {

  static PlotData of(Chart chart) {
    List<Bands> bands = new ArrayList<>();
    for (Chart.Line line : chart.lines()) {
      bands.add(Bands.of(line.days(), line.values()).thinned());
    }
    boolean stacked = chart.form() == Form.STACKED && Layers.possible(chart.lines());
    Layers layers =
        stacked
            ? Layers.of(chart.lines()).thinned()
            : new Layers(new double[0], new double[0][], new double[0][]);
    Extent values = new Extent(chart.logarithmic() && !stacked);
    Extent days = new Extent(false);
    for (int i = 0; i < bands.size(); i++) {
      values.add(bands.get(i).low90());
      values.add(bands.get(i).high90());
      days.add(chart.lines().get(i).days());
    }
    if (stacked) {
      values.add(layers.top());
      values.add(Bands.of(layers.days(), layers.totals()).high90());
    }
    for (Chart.Dots dots : chart.dots()) {
      values.add(dots.values());
    }
    if (days.empty()) {
      chart.dots().forEach(dots -> days.add(dots.days()));
    }
    boolean logarithmic = chart.logarithmic() && !stacked && !values.empty();
    ValueScale scale =
        logarithmic
            ? ValueScale.logarithmic(values.low(), values.high())
            : ValueScale.linear(values.low(), values.high(), chart.fromZero() || stacked);
    double last = days.high() > days.low() ? days.high() : days.low() + 1;
    return new PlotData(
        stacked ? Form.STACKED : Form.LINES, bands, layers, scale, days.low(), last);
  }

  /** The same data on the value axis of others. */
  PlotData onAxisOf(PlotData other) {
    return new PlotData(form, bands, layers, other.scale, firstDay, lastDay);
  }

  /** Last recorded value of a line: its median, or its mean in a stack. */
  double endValue(int line) {
    if (form == Form.STACKED) {
      double[] top = layers.tops()[line];
      double below = line == 0 ? 0 : layers.tops()[line - 1][top.length - 1];
      return top[top.length - 1] - below;
    }
    return last(bands.get(line).median());
  }

  /** Axis position at which a line's label belongs. */
  double labelPosition(int line) {
    if (form == Form.STACKED) {
      double[] top = layers.tops()[line];
      return top[top.length - 1] - endValue(line) / 2;
    }
    return scale.position(endValue(line));
  }

  double totalEnd() {
    return last(layers.top());
  }

  private static double last(double[] values) {
    for (int i = values.length - 1; i >= 0; i--) {
      if (!Double.isNaN(values[i])) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** Smallest and largest finite values seen, positive ones only if asked. */
  private static final class Extent {
    private final boolean positiveOnly;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Extent(boolean positiveOnly) {
      this.positiveOnly = positiveOnly;
    }

    void add(double[] values) {
      for (double value : values) {
        if (Double.isFinite(value) && (!positiveOnly || value > 0)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }

    boolean empty() {
      return low > high;
    }

    double low() {
      return empty() ? 0 : low;
    }

    double high() {
      return empty() ? 0 : high;
    }
  }
}
