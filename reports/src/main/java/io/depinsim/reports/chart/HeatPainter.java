package io.depinsim.reports.chart;

import io.depinsim.reports.chart.ComparisonChart.HeatMap;
import io.depinsim.reports.chart.ComparisonChart.HeatPanel;
import java.awt.Color;

/** Draws values as cells in the colours of one scale, which stands at the right. */
final class HeatPainter {
  /** Numbers are printed in fewer cells than this. */
  private static final int MOST_NUMBERS = 60;

  private static final double HEADING = 26;
  private static final double AXIS = 30;
  private static final double GAP = 18;
  private static final double FOOT = 66;
  private static final double ROW = 34;
  private static final double SMALL_ROW = 22;
  private static final double SCALE = 84;
  private static final double BAR = 14;
  private static final double LEAST_BAR = 100;
  private static final double MOST_BAR = 240;
  private static final double MOST_LABEL = 170;
  private static final double COLUMN_GAP = 24;

  /** Neither of these is changed on a dark page, nor are the colours they stand on. */
  private static final Color DARK = new Color(0x1b1b1b);

  private static final Color LIGHT = new Color(0xfefefe);

  private final Sketch sketch;

  HeatPainter(Sketch sketch) {
    this.sketch = sketch;
  }

  private static int columns(HeatMap chart) {
    return chart.panels().size() == 1 ? 1 : 2;
  }

  private static double heading(HeatMap chart) {
    return chart.panels().size() == 1 ? 0 : HEADING;
  }

  private static double row(HeatMap chart) {
    return chart.panels().size() == 1 ? ROW : SMALL_ROW;
  }

  private static double panelHeight(HeatMap chart) {
    return heading(chart) + row(chart) * chart.yLabels().size() + AXIS;
  }

  private static double grid(HeatMap chart) {
    int rows = (chart.panels().size() + columns(chart) - 1) / columns(chart);
    return rows * panelHeight(chart) + (rows - 1) * GAP;
  }

  /** Height in pixels the picture needs. */
  static int height(HeatMap chart) {
    double content = Math.max(grid(chart) + 16, LEAST_BAR + 2 * GAP);
    return (int) Math.ceil(ComparisonImages.TOP + content + FOOT);
  }

  void paint(HeatMap chart) {
    double labels = 0;
    for (String label : chart.yLabels()) {
      labels = Math.max(labels, Math.min(MOST_LABEL, sketch.width(label)));
    }
    ValueScale scale = scale(chart);
    double right = ChartStyle.WIDTH - ComparisonImages.MARGIN - SCALE;
    int columns = columns(chart);
    double wide = (right - ComparisonImages.MARGIN - COLUMN_GAP * (columns - 1)) / columns;
    for (int i = 0; i < chart.panels().size(); i++) {
      double from = ComparisonImages.MARGIN + i % columns * (wide + COLUMN_GAP);
      double top = ComparisonImages.TOP + Math.floorDiv(i, columns) * (panelHeight(chart) + GAP);
      HeatPanel panel = chart.panels().get(i);
      sketch.bold(panel.heading(), from, top + 12, ChartStyle.TEXT_PX);
      double left = from + Math.ceil(labels) + 10;
      new Grid(chart, scale, left, top + heading(chart), from + wide).paint(panel);
    }
    double bottom = ComparisonImages.TOP + grid(chart);
    sketch.text(
        chart.xAxis(),
        (ComparisonImages.MARGIN + right) / 2,
        bottom + 6,
        Pen.Anchor.MIDDLE,
        ChartStyle.MUTED);
    sketch.small(chart.spread(), ComparisonImages.MARGIN, height(chart) - 34.0, Pen.Anchor.START);
    bar(chart, scale, right + 22);
  }

  private static ValueScale scale(HeatMap chart) {
    double least = 0;
    double most = 0;
    for (HeatPanel panel : chart.panels()) {
      for (double[] row : panel.values()) {
        for (double value : row) {
          if (!Double.isNaN(value)) {
            least = Math.min(least, value);
            most = Math.max(most, value);
          }
        }
      }
    }
    return ValueScale.linear(least, most, true);
  }

  private static double share(ValueScale scale, double value) {
    return (value - scale.low()) / (scale.high() - scale.low());
  }

  /** The scale: which colour is which value. */
  private void bar(HeatMap chart, ValueScale scale, double x) {
    double top = ComparisonImages.TOP + GAP;
    double high = Math.max(LEAST_BAR, Math.min(MOST_BAR, grid(chart) - heading(chart) - AXIS));
    int steps = (int) high;
    for (int i = 0; i < steps; i++) {
      Color colour = ChartStyle.heat(1 - (i + 0.5) / steps);
      sketch.box(x, top + i, BAR, i == steps - 1 ? 1 : 1.6, colour);
    }
    sketch.text(chart.unit(), x, top - 12, Pen.Anchor.START, ChartStyle.MUTED);
    for (Tick tick : scale.ticks()) {
      double y = top + high * (1 - share(scale, tick.position()));
      sketch.hairline(x + BAR, y, x + BAR + 4, y, ChartStyle.AXIS);
      sketch.text(tick.label(), x + BAR + 8, y, Pen.Anchor.START, ChartStyle.MUTED);
    }
  }

  /** One grid. */
  private final class Grid {
    private final HeatMap chart;
    private final ValueScale scale;
    private final double left;
    private final double top;
    private final double wide;
    private final double high;

    Grid(HeatMap chart, ValueScale scale, double left, double top, double right) {
      this.chart = chart;
      this.scale = scale;
      this.left = left;
      this.top = top;
      this.wide = (right - left) / chart.xLabels().size();
      this.high = row(chart);
    }

    void paint(HeatPanel panel) {
      boolean numbers = numbers(panel);
      for (int row = 0; row < panel.values().length; row++) {
        double y = top + high * row;
        String label = sketch.fit(chart.yLabels().get(row), MOST_LABEL);
        sketch.text(label, left - 8, y + high / 2, Pen.Anchor.END, ChartStyle.MUTED);
        for (int column = 0; column < panel.values()[row].length; column++) {
          cell(panel.values()[row][column], left + wide * column, y, numbers);
        }
      }
      double bottom = top + high * panel.values().length;
      double labelled = Double.NEGATIVE_INFINITY;
      for (int column = 0; column < chart.xLabels().size(); column++) {
        String label = chart.xLabels().get(column);
        double x = left + wide * (column + 0.5);
        double half = sketch.width(label) / 2;
        if (x - half > labelled + 6) {
          sketch.text(label, x, bottom + 12, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
          labelled = x + half;
        }
      }
    }

    /** Whether cells are few and wide enough for their numbers. */
    private boolean numbers(HeatPanel panel) {
      if (chart.xLabels().size() * chart.yLabels().size() >= MOST_NUMBERS) {
        return false;
      }
      for (double[] row : panel.values()) {
        for (double value : row) {
          if (!Double.isNaN(value) && sketch.width(text(value)) > wide - 6) {
            return false;
          }
        }
      }
      return true;
    }

    /** In whole units where the scale is wide, else with three digits. */
    private String text(double value) {
      boolean whole = scale.high() >= 10 && scale.high() < 1000;
      return TickLabels.compact(whole ? Math.rint(value) : value);
    }

    private void cell(double value, double x, double y, boolean numbers) {
      if (Double.isNaN(value)) {
        return;
      }
      Color colour = ChartStyle.heat(share(scale, value));
      sketch.box(x, y, wide - 1, high - 1, colour);
      if (numbers) {
        Color ink = ChartStyle.isDark(colour) ? LIGHT : DARK;
        sketch.text(text(value), x + (wide - 1) / 2, y + high / 2, Pen.Anchor.MIDDLE, ink);
      }
    }
  }
}
