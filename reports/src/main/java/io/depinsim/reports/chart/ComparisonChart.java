package io.depinsim.reports.chart;

import java.util.List;

/**
 * A picture of a comparison, or of how a run ended. Colours are those of {@link Chart.Line}: -1 is
 * the base.
 */
public sealed interface ComparisonChart {
  /** Start of every id in the picture, one of its own per page. */
  String id();

  /** What is shown. */
  String title();

  /** The same in words, for who cannot see it. */
  String description();

  /** The small line at the foot. */
  String footer();

  /**
   * Differences to the base with their intervals, a panel per regime on one axis.
   *
   * @param axis what the axis shows, with its unit
   * @param panels in order, from the top
   */
  record Differences(
      String id,
      String title,
      String description,
      String footer,
      String axis,
      List<DifferencePanel> panels)
      implements ComparisonChart {
    /** Copies the list. */
    public Differences {
      panels = List.copyOf(panels);
    }
  }

  /**
   * Differences under one regime.
   *
   * @param heading name of the regime; empty for a panel that stands alone
   * @param matters half the width of the band within which differences do not matter, in the unit
   *     of the axis; 0 for none
   * @param dots in order, from the top
   */
  record DifferencePanel(String heading, double matters, List<Difference> dots) {
    /** Copies the list. */
    public DifferencePanel {
      dots = List.copyOf(dots);
    }
  }

  /**
   * One difference.
   *
   * @param label name of the policy
   * @param colour of the policy
   * @param mean in the unit of the axis; NaN if it is undefined
   * @param low lower end of its interval
   * @param high upper end
   * @param verdict in a word or a few
   */
  record Difference(
      String label, int colour, double mean, double low, double high, String verdict) {}

  /**
   * Policies by two questions at once, a panel per regime.
   *
   * @param xAxis what the horizontal axis shows, with unit and better side
   * @param yAxis the same of the vertical axis
   * @param panels in order
   */
  record Front(
      String id,
      String title,
      String description,
      String footer,
      String xAxis,
      String yAxis,
      List<FrontPanel> panels)
      implements ComparisonChart {
    /** Copies the list. */
    public Front {
      panels = List.copyOf(panels);
    }
  }

  /**
   * Policies under one regime.
   *
   * @param heading name of the regime; empty for a panel that stands alone
   * @param points in the order of the legend
   */
  record FrontPanel(String heading, List<Point> points) {
    /** Copies the list. */
    public FrontPanel {
      points = List.copyOf(points);
    }
  }

  /** Whether another policy is better in both questions. */
  enum Standing {
    /** No other one can be, by the intervals. */
    FRONT,
    /** No other one is by its means, but one may be by the intervals. */
    PERHAPS,
    /** Another one is by its means, but the intervals leave it open. */
    BEHIND,
    /** Another one is beyond doubt. */
    DOMINATED;

    /** Whether no other policy is better in both by its means. */
    public boolean onFront() {
      return this == FRONT || this == PERHAPS;
    }
  }

  /**
   * One policy.
   *
   * @param label its name
   * @param colour its colour
   * @param x mean on the horizontal axis, with its interval
   * @param y mean on the vertical axis, with its interval
   * @param standing whether it is on the front
   */
  record Point(String label, int colour, Interval x, Interval y, Standing standing) {}

  /**
   * A mean with its interval.
   *
   * @param mean finite
   * @param low lower end
   * @param high upper end
   */
  record Interval(double mean, double low, double high) {}

  /**
   * Which policy is best where, over two uncertain inputs.
   *
   * @param xAxis what the horizontal input is, with its unit
   * @param xLabels its values, ascending
   * @param yAxis what the vertical input is, with its unit
   * @param yLabels its values, from the bottom
   * @param policies names for the legend; those that win nowhere too
   * @param cells rows from the bottom, each from the left
   * @param key what the numbers in cells are; empty for cells without numbers
   */
  record VerdictMap(
      String id,
      String title,
      String description,
      String footer,
      String xAxis,
      List<String> xLabels,
      String yAxis,
      List<String> yLabels,
      List<Named> policies,
      List<List<Cell>> cells,
      String key)
      implements ComparisonChart {
    /** Copies the lists. */
    public VerdictMap {
      xLabels = List.copyOf(xLabels);
      yLabels = List.copyOf(yLabels);
      policies = List.copyOf(policies);
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Values in a grid of cells, a panel per case on one scale of colours.
   *
   * @param unit of the values; empty for pure numbers
   * @param spread how far replicates lie apart, as a sentence; empty for one
   * @param xAxis what columns are
   * @param xLabels their names, from the left
   * @param yLabels names of rows, from the top
   * @param panels in order
   */
  record HeatMap(
      String id,
      String title,
      String description,
      String footer,
      String unit,
      String spread,
      String xAxis,
      List<String> xLabels,
      List<String> yLabels,
      List<HeatPanel> panels)
      implements ComparisonChart {
    /** Copies the lists. */
    public HeatMap {
      xLabels = List.copyOf(xLabels);
      yLabels = List.copyOf(yLabels);
      panels = List.copyOf(panels);
    }
  }

  /**
   * Cells of one case.
   *
   * @param heading name of the case; empty for a panel that stands alone
   * @param values rows from the top, each from the left; NaN for nothing
   */
  record HeatPanel(String heading, double[][] values) {}

  /**
   * Values as dots with their intervals, a panel per quantity, side by side.
   *
   * @param rows what dots are of, from the top
   * @param cases whose they are, in the order within a row; empty for one that needs no name
   * @param panels in order
   */
  record Values(
      String id,
      String title,
      String description,
      String footer,
      List<String> rows,
      List<Named> cases,
      List<ValuePanel> panels)
      implements ComparisonChart {
    /** Copies the lists. */
    public Values {
      rows = List.copyOf(rows);
      cases = List.copyOf(cases);
      panels = List.copyOf(panels);
    }
  }

  /**
   * Dots of one quantity.
   *
   * @param heading what it is
   * @param unit of the values; empty for pure numbers
   * @param dots by row
   */
  record ValuePanel(String heading, String unit, List<List<Dot>> dots) {
    /** Copies the lists. */
    public ValuePanel {
      dots = dots.stream().map(List::copyOf).toList();
    }
  }

  /**
   * One dot.
   *
   * @param place of its case among all, from 0
   * @param colour of its case
   */
  record Dot(int place, int colour, Interval value) {}

  /** A policy in a legend. */
  record Named(String label, int colour) {}

  /**
   * One point of the plane.
   *
   * @param colour of the one best policy; {@link #UNDECIDED} if there are several
   * @param number printed in the cell; empty for none
   */
  record Cell(int colour, String number) {
    /** Colour where several policies may be best. */
    public static final int UNDECIDED = -2;
  }
}
