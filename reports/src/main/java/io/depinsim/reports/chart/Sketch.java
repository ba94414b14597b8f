package io.depinsim.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The strokes that pictures without JFreeChart are made of. */
final class Sketch {
  /** From one baseline of small text to the next. */
  static final double SMALL_LINE = 14;

  private final ChartStyle style;
  private final Graphics2D graphics;
  private final Pen pen;

  Sketch(ChartStyle style, Graphics2D graphics) {
    this.style = style;
    this.graphics = graphics;
    this.pen = new Pen(graphics);
  }

  /** A text of the usual size; its middle, not its baseline, stands at {@code y}. */
  void text(String text, double x, double y, Pen.Anchor anchor, Color colour) {
    Font font = style.font(ChartStyle.TEXT_PX);
    double baseline = y + Pen.MIDDLE_TO_BASELINE * ChartStyle.TEXT_PX;
    pen.write(text, x, baseline, anchor, font, colour);
  }

  /** A heading. */
  void bold(String text, double x, double baseline, int px) {
    pen.write(text, x, baseline, Pen.Anchor.START, style.bold(px), ChartStyle.INK);
  }

  /** A quiet small text. */
  void small(String text, double x, double baseline, Pen.Anchor anchor) {
    pen.write(text, x, baseline, anchor, style.font(ChartStyle.FOOTER_PX), ChartStyle.MUTED);
  }

  /** A quiet small text in lines of at most a width, the first with its baseline at {@code y}. */
  void paragraph(String text, double x, double y, Pen.Anchor anchor, double room) {
    Font font = style.font(ChartStyle.FOOTER_PX);
    double baseline = y;
    for (String line : Pen.wrap(text, font, room)) {
      small(line, x, baseline, anchor);
      baseline += SMALL_LINE;
    }
  }

  /** The same, the last line with its baseline at {@code y}. */
  void paragraphAbove(String text, double x, double y, Pen.Anchor anchor, double room) {
    int lines = Pen.wrap(text, style.font(ChartStyle.FOOTER_PX), room).size();
    paragraph(text, x, y - (lines - 1) * SMALL_LINE, anchor, room);
  }

  double width(String text) {
    return Pen.width(text, style.font(ChartStyle.TEXT_PX));
  }

  /** A text of the usual size, cut so that it fits. */
  String fit(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    String shorter = text;
    while (!shorter.isEmpty() && width(shorter + "…") > room) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    return shorter + "…";
  }

  void hairline(double x1, double y1, double x2, double y2, Color colour) {
    graphics.setPaint(colour);
    graphics.setStroke(ChartStyle.hairline());
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /**
   * A line as thick as those of data.
   *
   * @param dash index of the dash pattern, 0 for solid
   */
  void line(double x1, double y1, double x2, double y2, Color colour, int dash) {
    graphics.setPaint(colour);
    graphics.setStroke(ChartStyle.lineStroke(dash));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void dot(double x, double y, double radius, Color colour) {
    graphics.setPaint(colour);
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** A dot with a hole of the paper's colour. */
  void ring(double x, double y, double radius, Color colour) {
    dot(x, y, radius, ChartStyle.PAPER);
    graphics.setPaint(colour);
    graphics.setStroke(ChartStyle.lineStroke(0));
    graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  void box(double x, double y, double width, double height, Color colour) {
    graphics.setPaint(colour);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }
}
