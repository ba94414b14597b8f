package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Point;
import io.depinsim.reports.chart.ComparisonChart.Standing;
import java.util.List;

/**
 * Which policies no other one beats in two questions at once, by means and beyond doubt.
 *
 * <p>Intervals that hold at once and do not meet order two policies beyond doubt, whatever the
 * correlation of their errors.
 *
 * @param x which way is better on the horizontal axis, not {@code NEITHER}
 * @param y the same on the vertical axis
 */
record ParetoFront(Direction x, Direction y) {

  /** The same points with their standings. */
  List<Point> judged(List<Point> points) {
    return points.stream()
        .map(
            point ->
                new Point(
                    point.label(), point.colour(), point.x(), point.y(), standing(point, points)))
        .toList();
  }

  private Standing standing(Point point, List<Point> all) {
    boolean beaten = false;
    boolean behind = false;
    boolean safe = true;
    for (Point other : all) {
      if (other != point) {
        beaten |= above(other.x(), point.x(), x) && above(other.y(), point.y(), y);
        behind |= dominates(other, point);
        safe &= notBelow(point.x(), other.x(), x) || notBelow(point.y(), other.y(), y);
      }
    }
    if (beaten) {
      return Standing.DOMINATED;
    }
    return behind ? Standing.BEHIND : safe ? Standing.FRONT : Standing.PERHAPS;
  }

  /** Whether one is better beyond doubt. */
  private static boolean above(Interval one, Interval other, Direction better) {
    return better == Direction.HIGHER ? one.low() > other.high() : one.high() < other.low();
  }

  /** Whether the other is not better, beyond doubt. */
  private static boolean notBelow(Interval one, Interval other, Direction better) {
    return better == Direction.HIGHER ? one.low() >= other.high() : one.high() <= other.low();
  }

  private boolean dominates(Point one, Point other) {
    double inX = gain(one.x(), other.x(), x);
    double inY = gain(one.y(), other.y(), y);
    return inX >= 0 && inY >= 0 && inX + inY > 0;
  }

  private static double gain(Interval one, Interval other, Direction better) {
    return better == Direction.HIGHER ? one.mean() - other.mean() : other.mean() - one.mean();
  }
}
