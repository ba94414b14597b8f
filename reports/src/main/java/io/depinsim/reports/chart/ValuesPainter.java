package io.depinsim.reports.chart;

import io.depinsim.reports.chart.ComparisonChart.Dot;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Named;
import io.depinsim.reports.chart.ComparisonChart.ValuePanel;
import io.depinsim.reports.chart.ComparisonChart.Values;
import java.awt.Color;

/** Draws values as dots with intervals, quantities side by side, each on an axis of its own. */
final class ValuesPainter {
  private static final double LEGEND_ROW = 22;
  private static final double SWATCH = 16;
  private static final double LEGEND_GAP = 24;
  private static final double HEADING = 30;
  private static final double STEP = 14;
  private static final double ROW_ROOM = 14;
  private static final double AXIS = 28;
  private static final double FOOT = 44;
  private static final double PANEL_GAP = 28;
  private static final double MOST_LABEL = 220;
  private static final double RADIUS = 4;
  private static final double CAP = 3;

  private final Sketch sketch;

  ValuesPainter(Sketch sketch) {
    this.sketch = sketch;
  }

  private static double row(Values chart) {
    return STEP * Math.max(1, chart.cases().size()) + ROW_ROOM;
  }

  /** Rows of names in a cautious typeface width: seven pixels a letter. */
  private static int legendRows(Values chart) {
    if (chart.cases().isEmpty()) {
      return 0;
    }
    double at = 0;
    int rows = 1;
    for (Named named : chart.cases()) {
      double wide = SWATCH + 7.0 * named.label().length();
      if (at > 0 && at + wide > ChartStyle.WIDTH - 2.0 * ComparisonImages.MARGIN) {
        at = 0;
        rows++;
      }
      at += wide + LEGEND_GAP;
    }
    return rows;
  }

  private static double top(Values chart) {
    return ComparisonImages.TOP + LEGEND_ROW * legendRows(chart) + HEADING;
  }

  /** Height in pixels the picture needs. */
  static int height(Values chart) {
    return (int) Math.ceil(top(chart) + row(chart) * chart.rows().size() + AXIS + FOOT);
  }

  void paint(Values chart) {
    legend(chart);
    double labels = 0;
    for (String label : chart.rows()) {
      labels = Math.max(labels, Math.min(MOST_LABEL, sketch.width(label)));
    }
    double left = ComparisonImages.MARGIN + Math.ceil(labels) + 14;
    double right = ChartStyle.WIDTH - ComparisonImages.MARGIN - 10;
    int panels = chart.panels().size();
    double wide = (right - left - PANEL_GAP * (panels - 1)) / panels;
    double top = top(chart);
    for (int i = 0; i < chart.rows().size(); i++) {
      String label = sketch.fit(chart.rows().get(i), MOST_LABEL);
      double y = top + row(chart) * (i + 0.5);
      sketch.text(label, left - 12, y, Pen.Anchor.END, ChartStyle.INK);
    }
    for (int i = 0; i < panels; i++) {
      panel(chart, chart.panels().get(i), left + i * (wide + PANEL_GAP), wide);
    }
  }

  private void legend(Values chart) {
    double at = ComparisonImages.MARGIN;
    double y = ComparisonImages.TOP + 4;
    for (Named named : chart.cases()) {
      double wide = SWATCH + 7.0 * named.label().length();
      if (at > ComparisonImages.MARGIN && at + wide > ChartStyle.WIDTH - ComparisonImages.MARGIN) {
        at = ComparisonImages.MARGIN;
        y += LEGEND_ROW;
      }
      Color colour = ChartStyle.line(named.colour());
      sketch.dot(at + 5, y, RADIUS, colour);
      sketch.text(named.label(), at + SWATCH, y, Pen.Anchor.START, ChartStyle.text(colour));
      at += wide + LEGEND_GAP;
    }
  }

  private void panel(Values chart, ValuePanel panel, double left, double wide) {
    double top = top(chart);
    double bottom = top + row(chart) * chart.rows().size();
    double least = 0;
    double most = 0;
    for (var dots : panel.dots()) {
      for (Dot dot : dots) {
        least = Math.min(least, dot.value().low());
        most = Math.max(most, dot.value().high());
      }
    }
    ValueScale scale = ValueScale.linear(least, most, true);
    String unit = panel.unit().isEmpty() ? "" : ", " + panel.unit();
    sketch.bold(
        sketch.fit(panel.heading() + unit, wide / 1.05), left, top - 12, ChartStyle.TEXT_PX);
    double labelled = Double.NEGATIVE_INFINITY;
    for (Tick tick : scale.ticks()) {
      double x = at(scale, tick.position(), left, wide);
      Color grid = tick.position() == 0 ? ChartStyle.MUTED : ChartStyle.GRID;
      sketch.hairline(x, top, x, bottom, grid);
      double half = sketch.width(tick.label()) / 2;
      if (x - half > labelled + 6) {
        sketch.text(tick.label(), x, bottom + 14, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
        labelled = x + half;
      }
    }
    for (int i = 0; i <= chart.rows().size(); i++) {
      double y = top + row(chart) * i;
      Color colour = i == chart.rows().size() ? ChartStyle.AXIS : ChartStyle.GRID;
      sketch.hairline(left, y, left + wide, y, colour);
    }
    for (int i = 0; i < panel.dots().size(); i++) {
      double first = top + row(chart) * i + ROW_ROOM / 2 + STEP / 2;
      for (Dot dot : panel.dots().get(i)) {
        dot(dot, scale, left, wide, first + STEP * dot.place());
      }
    }
  }

  private static double at(ValueScale scale, double value, double left, double wide) {
    return left + wide * (value - scale.low()) / (scale.high() - scale.low());
  }

  private void dot(Dot dot, ValueScale scale, double left, double wide, double y) {
    Color colour = ChartStyle.line(dot.colour());
    Interval value = dot.value();
    if (value.low() < value.high()) {
      double low = at(scale, value.low(), left, wide);
      double high = at(scale, value.high(), left, wide);
      sketch.line(low, y, high, y, colour, 0);
      sketch.hairline(low, y - CAP, low, y + CAP, colour);
      sketch.hairline(high, y - CAP, high, y + CAP, colour);
    }
    sketch.dot(at(scale, value.mean(), left, wide), y, RADIUS, colour);
  }
}
