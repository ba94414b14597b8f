package io.depinsim.reports.chart;

import io.depinsim.reports.chart.ComparisonChart.Front;
import io.depinsim.reports.chart.ComparisonChart.FrontPanel;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Point;
import io.depinsim.reports.chart.ComparisonChart.Standing;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Draws policies by two questions: crosses of intervals, the front joined. */
final class FrontPainter {
  private static final double LEGEND_ROW = 22;
  private static final double SWATCH = 20;
  private static final double LEGEND_GAP = 28;
  private static final double HEADING = 26;
  private static final double NAMED_HEADING = 56;
  private static final double AXIS_LEFT = 56;
  private static final double AXIS_RIGHT = 20;
  private static final double AXIS_BOTTOM = 46;
  private static final double FOOT = 52;
  private static final double SHAPE = 0.46;
  private static final double SMALL_SHAPE = 0.72;
  private static final double RADIUS = 5;

  private final Sketch sketch;

  FrontPainter(Sketch sketch) {
    this.sketch = sketch;
  }

  private static int columns(Front chart) {
    int panels = chart.panels().size();
    return panels == 4 ? 2 : Math.min(panels, 3);
  }

  private static double width(Front chart) {
    return (ChartStyle.WIDTH - 2.0 * ComparisonImages.MARGIN) / columns(chart);
  }

  private static double plotHeight(Front chart) {
    double plot = width(chart) - AXIS_LEFT - AXIS_RIGHT;
    return Math.rint(plot * (columns(chart) == 1 ? SHAPE : SMALL_SHAPE));
  }

  /** Room above a plot: for its heading, if it has one, and the name of the vertical axis. */
  private static double heading(Front chart) {
    return chart.panels().size() == 1 ? HEADING : NAMED_HEADING;
  }

  /** Narrow plots take a second line for the names of their axes. */
  private static double extra(Front chart) {
    return chart.panels().size() == 1 ? 0 : Sketch.SMALL_LINE;
  }

  private static double cell(Front chart) {
    return heading(chart) + plotHeight(chart) + AXIS_BOTTOM + extra(chart);
  }

  /** Rows of names in a cautious typeface width: seven pixels a letter. */
  private static int legendRows(Front chart) {
    double at = 0;
    int rows = 1;
    for (Point point : chart.panels().get(0).points()) {
      double wide = SWATCH + 7.0 * point.label().length();
      if (at > 0 && at + wide > ChartStyle.WIDTH - 2.0 * ComparisonImages.MARGIN) {
        at = 0;
        rows++;
      }
      at += wide + LEGEND_GAP;
    }
    return rows + 1;
  }

  /** Height in pixels the picture needs. */
  static int height(Front chart) {
    int rows = (chart.panels().size() + columns(chart) - 1) / columns(chart);
    return (int)
        Math.ceil(
            ComparisonImages.TOP + LEGEND_ROW * legendRows(chart) + rows * cell(chart) + FOOT);
  }

  void paint(Front chart) {
    legend(chart);
    double top = ComparisonImages.TOP + LEGEND_ROW * legendRows(chart);
    ValueScale xs = scale(chart, Point::x);
    ValueScale ys = scale(chart, Point::y);
    for (int i = 0; i < chart.panels().size(); i++) {
      double x = ComparisonImages.MARGIN + i % columns(chart) * width(chart);
      double y = top + Math.floorDiv(i, columns(chart)) * cell(chart);
      new Plane(
              xs,
              ys,
              x + AXIS_LEFT,
              y + heading(chart),
              width(chart) - AXIS_LEFT - AXIS_RIGHT,
              plotHeight(chart))
          .paint(chart, chart.panels().get(i), x);
    }
  }

  private void legend(Front chart) {
    double at = ComparisonImages.MARGIN;
    double y = ComparisonImages.TOP + 4;
    for (Point point : chart.panels().get(0).points()) {
      double wide = SWATCH + 7.0 * point.label().length();
      if (at > ComparisonImages.MARGIN && at + wide > ChartStyle.WIDTH - ComparisonImages.MARGIN) {
        at = ComparisonImages.MARGIN;
        y += LEGEND_ROW;
      }
      Color colour = ChartStyle.line(point.colour());
      sketch.dot(at + 6, y, RADIUS, colour);
      sketch.text(point.label(), at + SWATCH, y, Pen.Anchor.START, ChartStyle.text(colour));
      at += wide + LEGEND_GAP;
    }
    y += LEGEND_ROW;
    at = ComparisonImages.MARGIN;
    for (Standing standing : Standing.values()) {
      mark(standing, at + 6, y, ChartStyle.MUTED);
      String words = words(standing);
      sketch.text(words, at + SWATCH, y, Pen.Anchor.START, ChartStyle.MUTED);
      at += SWATCH + sketch.width(words) + LEGEND_GAP;
    }
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case FRONT -> "on the front beyond doubt";
      case PERHAPS -> "on the front by its means";
      case BEHIND -> "behind it by its means";
      case DOMINATED -> "another is better in both beyond doubt";
    };
  }

  private void mark(Standing standing, double x, double y, Color colour) {
    switch (standing) {
      case FRONT -> sketch.dot(x, y, RADIUS, colour);
      case PERHAPS -> sketch.ring(x, y, RADIUS - 0.5, colour);
      case BEHIND -> sketch.dot(x, y, RADIUS - 2.5, colour);
      case DOMINATED -> {
        sketch.line(x - 4, y - 4, x + 4, y + 4, colour, 0);
        sketch.line(x - 4, y + 4, x + 4, y - 4, colour, 0);
      }
    }
  }

  private static ValueScale scale(Front chart, Function<Point, Interval> side) {
    double low = 0;
    double high = 0;
    for (FrontPanel panel : chart.panels()) {
      for (Point point : panel.points()) {
        low = Math.min(low, side.apply(point).low());
        high = Math.max(high, side.apply(point).high());
      }
    }
    double room = 0.05 * (high - low);
    return ValueScale.linear(low - room, high + room, true);
  }

  /** One plot. */
  private final class Plane {
    private final ValueScale xs;
    private final ValueScale ys;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    Plane(ValueScale xs, ValueScale ys, double left, double top, double width, double height) {
      this.xs = xs;
      this.ys = ys;
      this.left = left;
      this.top = top;
      this.width = width;
      this.height = height;
    }

    double x(double value) {
      return left + width * (value - xs.low()) / (xs.high() - xs.low());
    }

    double y(double value) {
      return top + height * (ys.high() - value) / (ys.high() - ys.low());
    }

    void paint(Front chart, FrontPanel panel, double from) {
      double bottom = top + height;
      double heading = top - 26 - extra(chart);
      sketch.bold(panel.heading(), from, heading, ChartStyle.TEXT_PX);
      sketch.paragraphAbove(chart.yAxis(), left, top - 8, Pen.Anchor.START, width);
      double labelled = Double.NEGATIVE_INFINITY;
      for (Tick tick : xs.ticks()) {
        double x = x(tick.position());
        Color grid = tick.position() == 0 ? ChartStyle.MUTED : ChartStyle.GRID;
        sketch.hairline(x, top, x, bottom, grid);
        double half = sketch.width(tick.label()) / 2;
        if (x - half > labelled + 6) {
          sketch.text(tick.label(), x, bottom + 14, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
          labelled = x + half;
        }
      }
      for (Tick tick : ys.ticks()) {
        double y = y(tick.position());
        Color grid = tick.position() == 0 ? ChartStyle.MUTED : ChartStyle.GRID;
        sketch.hairline(left, y, left + width, y, grid);
        sketch.text(tick.label(), left - 8, y, Pen.Anchor.END, ChartStyle.MUTED);
      }
      sketch.paragraph(chart.xAxis(), left + width, bottom + 34, Pen.Anchor.END, width);
      front(panel);
      panel.points().forEach(this::point);
    }

    /** Joins the policies that no other beats in both by its means. */
    private void front(FrontPanel panel) {
      List<Point> joined =
          panel.points().stream()
              .filter(point -> point.standing().onFront())
              .sorted(Comparator.comparingDouble(point -> point.x().mean()))
              .toList();
      for (int i = 1; i < joined.size(); i++) {
        Point one = joined.get(i - 1);
        Point next = joined.get(i);
        sketch.line(
            x(one.x().mean()),
            y(one.y().mean()),
            x(next.x().mean()),
            y(next.y().mean()),
            ChartStyle.AXIS,
            1);
      }
    }

    private void point(Point point) {
      Color colour = ChartStyle.line(point.colour());
      double x = x(point.x().mean());
      double y = y(point.y().mean());
      sketch.hairline(x(point.x().low()), y, x(point.x().high()), y, colour);
      sketch.hairline(x, y(point.y().low()), x, y(point.y().high()), colour);
      mark(point.standing(), x, y, colour);
    }
  }
}
