package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Point;
import io.depinsim.reports.chart.ComparisonChart.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
  /** A policy with intervals of one width in both questions; lower x is better, higher y. */
  private static Point point(double x, double y, double half) {
    return new Point(
        "p",
        0,
        new Interval(x, x - half, x + half),
        new Interval(y, y - half, y + half),
        Standing.PERHAPS);
  }

  private static List<Standing> standings(Point... points) {
    return new ParetoFront(Direction.LOWER, Direction.HIGHER)
        .judged(List.of(points)).stream().map(Point::standing).toList();
  }

  @Test
  void sureOnlyWhereIntervalsDoNotMeet() {
    assertEquals(
        List.of(Standing.DOMINATED, Standing.FRONT),
        standings(point(0, 0, 0), point(-3, 3, 1)),
        "better in both beyond doubt");
    assertEquals(
        List.of(Standing.BEHIND, Standing.PERHAPS),
        standings(point(0, 0, 0), point(-3, 3, 4)),
        "better in both by its means");
    assertEquals(
        Standing.BEHIND,
        standings(point(0, 0, 1), point(-3, 1, 0.5)).get(0),
        "intervals meet in one of the two");
    assertEquals(
        List.of(Standing.FRONT, Standing.FRONT),
        standings(point(0, 0, 0), point(3, 3, 1)),
        "each better in one");
    assertEquals(
        List.of(Standing.PERHAPS, Standing.PERHAPS),
        standings(point(0, 0, 0), point(3, 3, 4)),
        "each better in one by its means");
  }

  @Test
  void twoThatAreEqualAreBothOnTheFront() {
    assertEquals(
        List.of(Standing.FRONT, Standing.FRONT), standings(point(1, 1, 0), point(1, 1, 0)));
  }

  @Test
  void beingEqualInOneAndWorseInTheOtherIsBehind() {
    assertEquals(
        List.of(Standing.BEHIND, Standing.FRONT), standings(point(1, 1, 0), point(0, 1, 0)));
  }
}
