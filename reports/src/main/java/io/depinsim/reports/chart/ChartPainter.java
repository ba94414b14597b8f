package io.depinsim.reports.chart;

import io.depinsim.reports.chart.Pen.Anchor;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws a chart on any canvas: frame, title, panels, footer. */
final class ChartPainter {

  static final double MARGIN = 24;

  private static final double TITLE_BASELINE = 36;
  private static final double HEAD = 98;
  private static final double FOOT = 74;
  private static final double FOOTER_FROM_BOTTOM = 18;
  private static final int COLUMNS = 3;
  private static final double CELL_HEIGHT = 180;
  private static final double CELL_HEAD = 30;
  private static final double CELL_FOOT = 26;
  private static final double CELL_LEFT = 40;
  private static final double MULTIPLES_TOP = 52;
  private static final double SWATCH_ROW = 24;

  private final ChartStyle style;

  ChartPainter(ChartStyle style) {
    this.style = style;
  }

  /** Height in pixels the chart needs at {@link ChartStyle#WIDTH}. */
  static int height(Chart chart) {
    int panels = chart.panels().size();
    if (panels == 1) {
      return ChartStyle.HEIGHT;
    }
    int rows = (panels + COLUMNS - 1) / COLUMNS;
    return (int) (multiplesTop(chart) + rows * CELL_HEIGHT + 44);
  }

  private static double multiplesTop(Chart chart) {
    boolean legend = chart.panels().values().stream().anyMatch(p -> p.lines().size() > 1);
    return MULTIPLES_TOP + (legend ? SWATCH_ROW : 0);
  }

  void paint(Chart chart, Graphics2D graphics) {
    int height = height(chart);
    graphics.setPaint(ChartStyle.PAPER);
    graphics.fill(new Rectangle2D.Double(0, 0, ChartStyle.WIDTH, height));
    Pen pen = new Pen(graphics);
    pen.write(
        chart.title(),
        MARGIN,
        TITLE_BASELINE,
        Anchor.START,
        style.bold(ChartStyle.TITLE_PX),
        ChartStyle.INK);
    Map<String, Chart> panels = chart.panels();
    if (panels.size() == 1) {
      paintSingle(chart, graphics, pen);
    } else {
      paintMultiples(chart, graphics, pen);
    }
    pen.write(
        footer(chart),
        MARGIN,
        height - FOOTER_FROM_BOTTOM,
        Anchor.START,
        style.font(ChartStyle.FOOTER_PX),
        ChartStyle.MUTED);
  }

  private static String footer(Chart chart) {
    boolean unstacked = chart.form() == Chart.Form.STACKED && !Layers.possible(chart.lines());
    return unstacked
        ? chart.footer() + " · as lines: negative values do not stack"
        : chart.footer();
  }

  private void paintSingle(Chart chart, Graphics2D graphics, Pen pen) {
    PanelPainter panel = new PanelPainter(style, graphics, pen, chart, false);
    double left = MARGIN + panel.axisWidth();
    double right = ChartStyle.WIDTH - MARGIN - panel.labelWidth();
    double bottom = ChartStyle.HEIGHT - FOOT;
    pen.write(
        axisTitle(chart, panel.logarithmic()),
        MARGIN,
        HEAD - 34,
        Anchor.START,
        style.font(12),
        ChartStyle.MUTED);
    panel.paint(new Rectangle2D.Double(left, HEAD, right - left, bottom - HEAD));
  }

  private void paintMultiples(Chart chart, Graphics2D graphics, Pen pen) {
    double cell = (ChartStyle.WIDTH - 2 * MARGIN) / COLUMNS;
    double top = multiplesTop(chart);
    List<Chart> panels = new ArrayList<>(chart.panels().values());
    if (top > MULTIPLES_TOP) {
      new PanelPainter(style, graphics, pen, panels.get(0), true)
          .legendRow(MARGIN, MULTIPLES_TOP + 8);
    }
    for (int i = 0; i < panels.size(); i++) {
      Chart panel = panels.get(i);
      PanelPainter painter = new PanelPainter(style, graphics, pen, panel, true);
      double x = MARGIN + (i % COLUMNS) * cell;
      double y = top + i / COLUMNS * CELL_HEIGHT;
      String unit = axisTitle(panel, painter.logarithmic());
      String heading = unit.isEmpty() ? panel.title() : panel.title() + ", " + unit;
      pen.write(heading, x, y + 16, Anchor.START, style.bold(12), ChartStyle.INK);
      double width = cell - CELL_LEFT - 16;
      double height = CELL_HEIGHT - CELL_HEAD - CELL_FOOT;
      painter.paint(new Rectangle2D.Double(x + CELL_LEFT, y + CELL_HEAD, width, height));
    }
  }

  private static String axisTitle(Chart chart, boolean logarithmic) {
    if (!logarithmic) {
      return chart.unit();
    }
    return chart.unit().isEmpty() ? "logarithmic scale" : chart.unit() + ", logarithmic scale";
  }
}
