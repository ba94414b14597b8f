package io.depinsim.reports.chart;

import io.depinsim.reports.chart.ComparisonChart.Cell;
import io.depinsim.reports.chart.ComparisonChart.Named;
import io.depinsim.reports.chart.ComparisonChart.VerdictMap;
import java.awt.Color;
import java.util.List;

/** Draws a verdict map: a grid of cells in the colours of the policies that are best there. */
final class MapPainter {
  private static final double BOTTOM = 52;
  private static final double FOOT = 48;
  private static final double LEGEND = 220;
  private static final double LEGEND_ROW = 24;
  private static final double MOST_CELL = 72;
  private static final double LEAST_CELL = 30;
  private static final double GRID_HEIGHT = 400;
  private static final double HATCH = 7;
  private static final double SOFT = 0.35;

  /** Neither these nor the softened colours are changed on a dark page, so numbers stay legible. */
  private static final Color NUMBER = new Color(0x1b1b1b);

  private static final Color OPEN = new Color(0xeeeeee);
  private static final Color STRIPE = new Color(0xb4b4b4);

  private final Sketch sketch;

  MapPainter(Sketch sketch) {
    this.sketch = sketch;
  }

  private static double rowHeight(VerdictMap chart) {
    return Math.rint(Math.max(LEAST_CELL, Math.min(MOST_CELL, GRID_HEIGHT / chart.cells().size())));
  }

  /** Height in pixels the picture needs. */
  static int height(VerdictMap chart) {
    double grid = rowHeight(chart) * chart.cells().size();
    double legend = LEGEND_ROW * (chart.policies().size() + 3);
    return (int) Math.ceil(ComparisonImages.TOP + 18 + Math.max(grid, legend) + BOTTOM + FOOT);
  }

  void paint(VerdictMap chart) {
    double labels = 0;
    for (String label : chart.yLabels()) {
      labels = Math.max(labels, sketch.width(label));
    }
    double left = ComparisonImages.MARGIN + Math.ceil(labels) + 10;
    double right = ChartStyle.WIDTH - ComparisonImages.MARGIN - LEGEND;
    double top = ComparisonImages.TOP + 18.0;
    int columns = chart.xLabels().size();
    double wide = (right - left) / columns;
    double high = rowHeight(chart);
    double bottom = top + high * chart.cells().size();
    sketch.text(
        chart.yAxis(), ComparisonImages.MARGIN, top - 14, Pen.Anchor.START, ChartStyle.MUTED);
    for (int row = 0; row < chart.cells().size(); row++) {
      double y = bottom - high * (row + 1);
      sketch.text(
          chart.yLabels().get(row), left - 8, y + high / 2, Pen.Anchor.END, ChartStyle.MUTED);
      for (int column = 0; column < columns; column++) {
        cell(chart.cells().get(row).get(column), left + wide * column, y, wide, high);
      }
    }
    flips(chart.cells(), left, bottom, wide, high);
    double labelled = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      String label = chart.xLabels().get(column);
      double x = left + wide * (column + 0.5);
      double half = sketch.width(label) / 2;
      if (x - half > labelled + 6) {
        sketch.text(label, x, bottom + 16, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
        labelled = x + half;
      }
    }
    sketch.text(
        chart.xAxis(), (left + right) / 2, bottom + 38, Pen.Anchor.MIDDLE, ChartStyle.MUTED);
    legend(chart, right + 20, top + 10);
  }

  private static Color fill(int colour) {
    return ChartStyle.mix(ChartStyle.line(colour), Color.WHITE, SOFT);
  }

  private void cell(Cell cell, double x, double y, double wide, double high) {
    if (cell.colour() == Cell.UNDECIDED) {
      hatched(x, y, wide, high);
      if (!cell.number().isEmpty()) {
        double room = sketch.width(cell.number()) + 8;
        sketch.box(x + (wide - room) / 2, y + high / 2 - 9, room, 18, OPEN);
      }
    } else {
      sketch.box(x, y, wide, high, fill(cell.colour()));
    }
    sketch.text(cell.number(), x + wide / 2, y + high / 2, Pen.Anchor.MIDDLE, NUMBER);
  }

  /** Grey with rising stripes, so that it is no policy's colour in any print. */
  private void hatched(double x, double y, double wide, double high) {
    sketch.box(x, y, wide, high, OPEN);
    for (double shift = HATCH; shift < wide + high; shift += HATCH) {
      double fromX = x + Math.max(0, shift - high);
      double fromY = y + Math.min(shift, high);
      double toX = x + Math.min(shift, wide);
      double toY = y + Math.max(0, shift - wide);
      sketch.hairline(fromX, fromY, toX, toY, STRIPE);
    }
  }

  /** Thick lines where one winner gives way to another; thin ones of the paper elsewhere. */
  private void flips(List<List<Cell>> cells, double left, double bottom, double wide, double high) {
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        double x = left + wide * column;
        double y = bottom - high * row;
        Cell here = cells.get(row).get(column);
        if (column > 0) {
          edge(here, cells.get(row).get(column - 1), x, y - high, x, y);
        }
        if (row > 0) {
          edge(here, cells.get(row - 1).get(column), x, y, x + wide, y);
        }
      }
    }
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        double x = left + wide * column;
        double y = bottom - high * row;
        Cell here = cells.get(row).get(column);
        if (column > 0 && flip(here, cells.get(row).get(column - 1))) {
          sketch.line(x, y - high, x, y, ChartStyle.INK, 0);
        }
        if (row > 0 && flip(here, cells.get(row - 1).get(column))) {
          sketch.line(x, y, x + wide, y, ChartStyle.INK, 0);
        }
      }
    }
  }

  private static boolean flip(Cell one, Cell other) {
    return one.colour() != other.colour()
        && one.colour() != Cell.UNDECIDED
        && other.colour() != Cell.UNDECIDED;
  }

  private void edge(Cell one, Cell other, double x1, double y1, double x2, double y2) {
    if (!flip(one, other)) {
      sketch.hairline(x1, y1, x2, y2, ChartStyle.PAPER);
    }
  }

  private void legend(VerdictMap chart, double x, double top) {
    double y = top;
    for (Named policy : chart.policies()) {
      sketch.box(x, y - 7, 14, 14, fill(policy.colour()));
      String label = sketch.fit(policy.label(), LEGEND - 44);
      sketch.text(label, x + 22, y, Pen.Anchor.START, ChartStyle.INK);
      y += LEGEND_ROW;
    }
    hatched(x, y - 7, 14, 14);
    sketch.text("undecided", x + 22, y, Pen.Anchor.START, ChartStyle.INK);
    y += LEGEND_ROW;
    sketch.line(x, y, x + 14, y, ChartStyle.INK, 0);
    sketch.text("the best policy flips", x + 22, y, Pen.Anchor.START, ChartStyle.INK);
    y += LEGEND_ROW;
    sketch.small(chart.key(), x, y + 4, Pen.Anchor.START);
  }
}
