package io.depinsim.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The area between two lines, as one path per stretch without gaps. */
final class AreaAnnotation extends AbstractXYAnnotation {

  private static final long serialVersionUID = 1L;

  private final double[] days;
  private final double[] low;
  private final double[] high;
  private final Color colour;

  /**
   * An area in axis coordinates.
   *
   * @param days ascending
   * @param low lower edge; NaN makes a gap
   * @param high upper edge; NaN makes a gap
   * @param colour of the fill, opacity included
   */
  AreaAnnotation(double[] days, double[] low, double[] high, Color colour) {
    this.days = days;
    this.low = low;
    this.high = high;
    this.colour = colour;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domain,
      ValueAxis range,
      int rendererIndex,
      PlotRenderingInfo info) {
    g2.setPaint(colour);
    int from = 0;
    while (from < days.length) {
      int to = from;
      while (to < days.length && !Double.isNaN(low[to]) && !Double.isNaN(high[to])) {
        to++;
      }
      if (to - from > 1) {
        g2.fill(outline(from, to, area, domain, range));
      }
      from = to + 1;
    }
  }

  private Path2D outline(int from, int to, Rectangle2D area, ValueAxis domain, ValueAxis range) {
    Path2D path = new Path2D.Double();
    for (int i = from; i < to; i++) {
      double x = domain.valueToJava2D(days[i], area, RectangleEdge.BOTTOM);
      double y = range.valueToJava2D(high[i], area, RectangleEdge.LEFT);
      if (i == from) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    for (int i = to - 1; i >= from; i--) {
      double x = domain.valueToJava2D(days[i], area, RectangleEdge.BOTTOM);
      path.lineTo(x, range.valueToJava2D(low[i], area, RectangleEdge.LEFT));
    }
    path.closePath();
    return path;
  }
}
