package io.depinsim.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose range and ticks are given; it draws nothing but lends its ticks to the grid. */
final class TickedAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;

  private final transient List<Tick> ticks;

  TickedAxis(double low, double high, List<Tick> ticks) {
    this.ticks = List.copyOf(ticks);
    setAutoRange(false);
    setRange(low, high);
    setVisible(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<NumberTick> result = new ArrayList<>();
    for (Tick tick : ticks) {
      result.add(
          new NumberTick(tick.position(), tick.label(), TextAnchor.CENTER, TextAnchor.CENTER, 0));
    }
    return result;
  }
}
