package io.depinsim.reports.chart;

import io.depinsim.reports.chart.Chart.Form;
import io.depinsim.reports.chart.LabelColumn.Label;
import io.depinsim.reports.chart.LabelColumn.Placed;
import io.depinsim.reports.chart.LabelColumn.Swatch;
import io.depinsim.reports.chart.Pen.Anchor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.RectangleEdge;

/** Draws one plot with its tick labels, line labels and the line between fitted and predicted. */
final class PanelPainter {

  private static final double LABEL_TEXT_WIDTH = 150;
  private static final double LABEL_GAP = 10;
  private static final double SWATCH_WIDTH = 20;
  private static final double TICK_PX_APART = 74;
  private static final double TICK_PX_APART_SMALL = 50;
  private static final double LEGEND_GAP = 28;

  /** Height of a row of swatches. */
  static final double LEGEND_ROW = 22;

  /** Place of a line without any value: far below, so that the labels become a legend. */
  private static final double UNPLACED = 1e6;

  private final ChartStyle style;
  private final Graphics2D graphics;
  private final Pen pen;
  private final Chart chart;
  private final boolean small;
  private final PlotData data;
  private final Font font;

  PanelPainter(ChartStyle style, Graphics2D graphics, Pen pen, Chart chart) {
    this(style, graphics, pen, chart, false, PlotData.of(chart));
  }

  private PanelPainter(
      ChartStyle style, Graphics2D graphics, Pen pen, Chart chart, boolean small, PlotData data) {
    this.style = style;
    this.graphics = graphics;
    this.pen = pen;
    this.chart = chart;
    this.small = small;
    this.data = data;
    this.font = style.font(small ? ChartStyle.FOOTER_PX : ChartStyle.TEXT_PX);
  }

  /** One of several small plots of a chart. */
  static PanelPainter small(
      ChartStyle style, Graphics2D graphics, Pen pen, Chart whole, Chart panel) {
    PlotData axis = PlotData.of(whole.onAxisOf(panel));
    PlotData data = PlotData.of(panel).onAxisOf(axis);
    return new PanelPainter(style, graphics, pen, panel, true, data);
  }

  /** Whether the value axis is logarithmic: not if there is nothing above zero to show. */
  boolean logarithmic() {
    return data.scale().logarithmic();
  }

  /** Room the value labels need left of the plot. */
  double axisWidth() {
    double widest = 0;
    for (Tick tick : data.scale().ticks()) {
      widest = Math.max(widest, Pen.width(tick.label(), font));
    }
    return Math.ceil(widest) + 10;
  }

  /** Room the line labels need right of the plot. */
  double labelWidth() {
    double widest = 0;
    for (Label label :
        labels(new TickedAxis(0, 1, List.of()), new Rectangle2D.Double(0, 0, 1, 1))) {
      for (String line : label.lines()) {
        widest = Math.max(widest, Pen.width(line, font));
      }
    }
    return Math.ceil(widest) + LABEL_GAP + SWATCH_WIDTH;
  }

  void paint(Rectangle2D area) {
    int most = (int) (area.getWidth() / (small ? TICK_PX_APART_SMALL : TICK_PX_APART));
    List<Tick> times = TimeTicks.between(data.firstDay(), data.lastDay(), most);
    TickedAxis days = new TickedAxis(data.firstDay(), data.lastDay(), times);
    ValueScale scale = data.scale();
    TickedAxis values = new TickedAxis(scale.low(), scale.high(), scale.ticks());
    new PlotCanvas(chart, data, small).draw(graphics, area, days, values);
    graphics.setClip(null);
    drawTimeAxis(area, days, times);
    drawValueLabels(area, values);
    drawFittedUntil(area, days);
    if (!small) {
      drawLabels(area, values);
    }
  }

  private void drawTimeAxis(Rectangle2D area, TickedAxis days, List<Tick> times) {
    double bottom = area.getMaxY();
    line(area.getMinX(), bottom, area.getMaxX(), bottom, ChartStyle.AXIS);
    for (Tick tick : times) {
      double x = days.valueToJava2D(tick.position(), area, RectangleEdge.BOTTOM);
      line(x, bottom, x, bottom + 4, ChartStyle.AXIS);
      double half = Pen.width(tick.label(), font) / 2;
      boolean inside = !small || x + half <= area.getMaxX() + 14;
      if (inside) {
        pen.write(
            tick.label(), x, bottom + (small ? 16 : 20), Anchor.MIDDLE, font, ChartStyle.MUTED);
      }
    }
  }

  private void drawValueLabels(Rectangle2D area, TickedAxis values) {
    double x = area.getMinX() - 8;
    for (Tick tick : data.scale().ticks()) {
      double y = values.valueToJava2D(tick.position(), area, RectangleEdge.LEFT);
      double baseline = y + Pen.MIDDLE_TO_BASELINE * font.getSize2D();
      pen.write(tick.label(), x, baseline, Anchor.END, font, ChartStyle.MUTED);
    }
    if (!data.scale().logarithmic() && data.scale().low() < 0) {
      double y = values.valueToJava2D(0, area, RectangleEdge.LEFT);
      line(area.getMinX(), y, area.getMaxX(), y, ChartStyle.AXIS);
    }
  }

  private void drawFittedUntil(Rectangle2D area, TickedAxis days) {
    double day = chart.fittedUntilDay();
    if (!(day > data.firstDay() && day < data.lastDay())) {
      return;
    }
    double x = days.valueToJava2D(day, area, RectangleEdge.BOTTOM);
    double y = area.getMinY();
    line(x, y - (small ? 0 : 14), x, area.getMaxY(), ChartStyle.MUTED);
    if (!small) {
      pen.write("fitted", x - 6, y - 4, Anchor.END, font, ChartStyle.MUTED);
      pen.write("predicted", x + 6, y - 4, Anchor.START, font, ChartStyle.MUTED);
    }
  }

  private void drawLabels(Rectangle2D area, TickedAxis values) {
    double x = area.getMaxX() + LABEL_GAP;
    for (Placed placed : LabelColumn.place(labels(values, area), area.getMinY(), area.getMaxY())) {
      Label label = placed.label();
      double first = placed.middle() - (label.lines().size() - 1) * 7.0;
      drawSwatch(label, x, first);
      for (int i = 0; i < label.lines().size(); i++) {
        double baseline = first + i * 14.0 + Pen.MIDDLE_TO_BASELINE * font.getSize2D();
        pen.write(
            label.lines().get(i),
            x + SWATCH_WIDTH,
            baseline,
            Anchor.START,
            font,
            label.swatch() == Swatch.SQUARE ? ChartStyle.INK : ChartStyle.text(label.colour()));
      }
    }
  }

  /** Rows of swatches and names, for small multiples that share their lines. */
  void legend(double left, double right, double middle) {
    double at = left;
    double y = middle;
    for (Chart.Line line : named(chart.lines())) {
      double width = SWATCH_WIDTH + Pen.width(line.label(), font);
      if (at > left && at + width > right) {
        at = left;
        y += LEGEND_ROW;
      }
      Color colour = ChartStyle.line(line.colour());
      drawSwatch(new Label(List.of(line.label()), y, colour, line.dash(), Swatch.LINE), at, y);
      double baseline = y + Pen.MIDDLE_TO_BASELINE * font.getSize2D();
      pen.write(
          line.label(), at + SWATCH_WIDTH, baseline, Anchor.START, font, ChartStyle.text(colour));
      at += width + LEGEND_GAP;
    }
  }

  /** How many rows {@link #legend} takes. */
  static int legendRows(List<Chart.Line> lines, double room, Font font) {
    int rows = 1;
    double at = 0;
    for (Chart.Line line : named(lines)) {
      double width = SWATCH_WIDTH + Pen.width(line.label(), font);
      if (at > 0 && at + width > room) {
        at = 0;
        rows++;
      }
      at += width + LEGEND_GAP;
    }
    return rows;
  }

  /** Lines that the heading of their panel does not name already. */
  private static List<Chart.Line> named(List<Chart.Line> lines) {
    return lines.stream().filter(line -> !line.label().isEmpty()).toList();
  }

  private void drawSwatch(Label label, double x, double middle) {
    graphics.setPaint(label.colour());
    switch (label.swatch()) {
      case LINE -> {
        graphics.setStroke(ChartStyle.lineStroke(label.dash()));
        graphics.draw(new Line2D.Double(x, middle, x + 14, middle));
      }
      case SQUARE -> graphics.fill(new Rectangle2D.Double(x + 2, middle - 5, 10, 10));
      case DOT -> graphics.fill(new Ellipse2D.Double(x + 4, middle - 2.5, 5, 5));
      case RING -> {
        graphics.setStroke(ChartStyle.hairline());
        graphics.draw(new Ellipse2D.Double(x + 4, middle - 2.5, 5, 5));
      }
    }
  }

  private List<Label> labels(TickedAxis values, Rectangle2D area) {
    List<Label> labels = new ArrayList<>();
    boolean stacked = data.form() == Form.STACKED;
    for (int i = 0; i < chart.lines().size(); i++) {
      Chart.Line line = chart.lines().get(i);
      double y = values.valueToJava2D(data.labelPosition(i), area, RectangleEdge.LEFT);
      Color colour = stacked ? ChartStyle.layer(i) : ChartStyle.line(line.colour());
      labels.add(
          label(
              line.label(),
              data.endValue(i),
              y,
              colour,
              line.dash(),
              stacked ? Swatch.SQUARE : Swatch.LINE));
    }
    if (stacked && chart.lines().size() > 1) {
      double y = values.valueToJava2D(data.totalEnd(), area, RectangleEdge.LEFT);
      labels.add(label("Total", data.totalEnd(), y, ChartStyle.INK, 0, Swatch.LINE));
    }
    for (int i = 0; i < chart.dots().size(); i++) {
      Chart.Dots dots = chart.dots().get(i);
      double end = dots.values()[dots.values().length - 1];
      double y = values.valueToJava2D(data.scale().position(end), area, RectangleEdge.LEFT);
      labels.add(
          label(dots.label(), end, y, ChartStyle.HISTORY, 0, i == 0 ? Swatch.DOT : Swatch.RING));
    }
    return labels;
  }

  private Label label(String text, double end, double y, Color colour, int dash, Swatch swatch) {
    String value = TickLabels.compact(end).replace(' ', '\u00a0');
    List<String> lines = Pen.wrap(text + " " + value, font, LABEL_TEXT_WIDTH);
    double place = Double.isFinite(y) ? y : UNPLACED;
    return new Label(lines, place, colour, dash, swatch);
  }

  private void line(double x1, double y1, double x2, double y2, Color colour) {
    graphics.setPaint(colour);
    graphics.setStroke(ChartStyle.hairline());
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
