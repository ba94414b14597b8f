package io.depinsim.reports.chart;

import io.depinsim.reports.chart.ComparisonChart.Difference;
import io.depinsim.reports.chart.ComparisonChart.DifferencePanel;
import io.depinsim.reports.chart.ComparisonChart.Differences;
import java.awt.Color;

/** Draws differences as dots with intervals, panels under one another on one axis. */
final class DifferencePainter {
  private static final double ROW = 30;
  private static final double HEADING = 28;
  private static final double GAP = 14;
  private static final double FOOT = 86;
  private static final double MOST_LABEL = 240;
  private static final double RADIUS = 4.5;
  private static final double CAP = 4;

  private final Sketch sketch;

  DifferencePainter(Sketch sketch) {
    this.sketch = sketch;
  }

  /** Height in pixels the picture needs. */
  static int height(Differences chart) {
    double height = ComparisonImages.TOP + FOOT;
    for (DifferencePanel panel : chart.panels()) {
      height += heading(panel) + ROW * panel.dots().size() + GAP;
    }
    return (int) Math.ceil(height - GAP);
  }

  private static double heading(DifferencePanel panel) {
    return panel.heading().isEmpty() ? 0 : HEADING;
  }

  void paint(Differences chart) {
    double labels = 0;
    double verdicts = 0;
    double least = 0;
    double most = 0;
    for (DifferencePanel panel : chart.panels()) {
      least = Math.min(least, -panel.matters());
      most = Math.max(most, panel.matters());
      for (Difference dot : panel.dots()) {
        labels = Math.max(labels, Math.min(MOST_LABEL, sketch.width(dot.label())));
        verdicts = Math.max(verdicts, Math.min(MOST_LABEL, sketch.width(dot.verdict())));
        if (!Double.isNaN(dot.mean())) {
          least = Math.min(least, dot.low());
          most = Math.max(most, dot.high());
        }
      }
    }
    double left = ComparisonImages.MARGIN + Math.ceil(labels) + 20;
    double right = ChartStyle.WIDTH - ComparisonImages.MARGIN - Math.ceil(verdicts) - 20;
    Axis axis = new Axis(ValueScale.linear(least, most, true), left, right);
    double top = ComparisonImages.TOP;
    for (DifferencePanel panel : chart.panels()) {
      sketch.bold(panel.heading(), ComparisonImages.MARGIN, top + 14, ChartStyle.TEXT_PX);
      top += heading(panel);
      double bottom = top + ROW * panel.dots().size();
      ground(panel, axis, top, bottom);
      for (int i = 0; i < panel.dots().size(); i++) {
        row(panel.dots().get(i), axis, top + ROW * (i + 0.5));
      }
      top = bottom + GAP;
    }
    double bottom = top - GAP;
    for (Tick tick : axis.scale().ticks()) {
      sketch.text(
          tick.label(), axis.at(tick.position()), bottom + 14, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
    }
    sketch.text(chart.axis(), (left + right) / 2, bottom + 36, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
  }

  /**
   * The common axis.
   *
   * @param scale its range and ticks
   * @param left pixel of its lower end
   * @param right pixel of its upper end
   */
  record Axis(ValueScale scale, double left, double right) {
    double at(double value) {
      return left + (right - left) * (value - scale.low()) / (scale.high() - scale.low());
    }
  }

  private void ground(DifferencePanel panel, Axis axis, double top, double bottom) {
    if (panel.matters() > 0) {
      double from = axis.at(-panel.matters());
      double to = axis.at(panel.matters());
      sketch.box(from, top, to - from, bottom - top, ChartStyle.GRID);
    }
    for (Tick tick : axis.scale().ticks()) {
      double x = axis.at(tick.position());
      boolean zero = tick.position() == 0;
      Color colour = zero ? ChartStyle.MUTED : ChartStyle.GRID;
      sketch.hairline(x, top, x, bottom, colour);
    }
    sketch.hairline(axis.left(), bottom, axis.right(), bottom, ChartStyle.AXIS);
  }

  private void row(Difference dot, Axis axis, double y) {
    String label = sketch.fit(dot.label(), MOST_LABEL);
    sketch.text(label, axis.left() - 12, y, Pen.Anchor.END, ChartStyle.INK);
    String verdict = sketch.fit(dot.verdict(), MOST_LABEL);
    sketch.text(verdict, axis.right() + 12, y, Pen.Anchor.START, ChartStyle.INK);
    if (Double.isNaN(dot.mean())) {
      return;
    }
    Color colour = ChartStyle.line(dot.colour());
    double low = axis.at(dot.low());
    double high = axis.at(dot.high());
    sketch.line(low, y, high, y, colour, 0);
    sketch.line(low, y - CAP, low, y + CAP, colour, 0);
    sketch.line(high, y - CAP, high, y + CAP, colour, 0);
    sketch.dot(axis.at(dot.mean()), y, RADIUS, colour);
  }
}
