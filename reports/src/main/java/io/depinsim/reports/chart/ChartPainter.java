package io.depinsim.reports.chart;

import io.depinsim.reports.chart.Pen.Anchor;
import java.awt.Font;
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
  private static final double CELL_HEAD = 30;
  private static final double CELL_FOOT = 26;
  private static final double CELL_LEFT = 40;
  private static final double CELL_RIGHT = 20;

  /** Height of a small multiple's plot to its width. */
  private static final double CELL_SHAPE = 0.48;

  private static final double MULTIPLES_TOP = 52;

  /** A reader's bold face is wider than the regular one that widths are measured in. */
  private static final double BOLD_WIDENS = 1.03;

  private final ChartStyle style;

  ChartPainter(ChartStyle style) {
    this.style = style;
  }

  /** Height in pixels the chart needs at {@link ChartStyle#WIDTH}. */
  int height(Chart chart) {
    Map<String, Chart> panels = chart.panels();
    if (panels.size() == 1) {
      return ChartStyle.HEIGHT;
    }
    int columns = Chart.columns(panels);
    int rows = (panels.size() + columns - 1) / columns;
    return (int) (multiplesTop(chart) + rows * cellHeight(columns) + 44);
  }

  private static double cellWidth(int columns) {
    return (ChartStyle.WIDTH - 2 * MARGIN) / columns;
  }

  private static double cellHeight(int columns) {
    double plot = cellWidth(columns) - CELL_LEFT - CELL_RIGHT;
    return Math.rint(CELL_HEAD + CELL_SHAPE * plot + CELL_FOOT);
  }

  private double multiplesTop(Chart chart) {
    List<Chart.Line> lines = legend(chart);
    int rows =
        lines.isEmpty()
            ? 0
            : PanelPainter.legendRows(
                lines, ChartStyle.WIDTH - 2 * MARGIN, style.font(ChartStyle.FOOTER_PX));
    return MULTIPLES_TOP + rows * PanelPainter.LEGEND_ROW;
  }

  /** Lines that a legend must name: those of the first panel, if panels have several. */
  private static List<Chart.Line> legend(Chart chart) {
    Map<String, Chart> panels = chart.panels();
    return panels.values().stream().anyMatch(p -> p.lines().size() > 1)
        ? panels.values().iterator().next().lines()
        : List.of();
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
    PanelPainter panel = new PanelPainter(style, graphics, pen, chart);
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
    Map<String, Chart> byHeading = chart.panels();
    List<Chart> panels = new ArrayList<>(byHeading.values());
    int columns = Chart.columns(byHeading);
    double cell = cellWidth(columns);
    double top = multiplesTop(chart);
    if (!legend(chart).isEmpty()) {
      PanelPainter.small(style, graphics, pen, chart, panels.get(0))
          .legend(MARGIN, ChartStyle.WIDTH - MARGIN, MULTIPLES_TOP + 8);
    }
    for (int i = 0; i < panels.size(); i++) {
      Chart panel = panels.get(i);
      PanelPainter painter = PanelPainter.small(style, graphics, pen, chart, panel);
      double x = MARGIN + (i % columns) * cell;
      double y = top + i / columns * cellHeight(columns);
      Font bold = style.bold(ChartStyle.TEXT_PX);
      pen.write(panel.title(), x, y + 16, Anchor.START, bold, ChartStyle.INK);
      double after = x + BOLD_WIDENS * Pen.width(panel.title(), bold) + 8;
      Font plain = style.font(ChartStyle.FOOTER_PX);
      String unit = axisTitle(panel, painter.logarithmic());
      pen.write(unit, after, y + 16, Anchor.START, plain, ChartStyle.MUTED);
      double width = cell - CELL_LEFT - CELL_RIGHT;
      double height = cellHeight(columns) - CELL_HEAD - CELL_FOOT;
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
