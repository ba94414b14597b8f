package io.depinsim.reports.chart;

import java.util.List;

/** A picture of a sweep. */
public sealed interface SweepChart {
  /** Start of every id in the picture, one of its own per page. */
  String id();

  /** What is shown. */
  String title();

  /** The same in words, for who cannot see it. */
  String description();

  /** The small line at the foot. */
  String footer();

  /**
   * Shares with their intervals, one row each, from 0 to 1.
   *
   * @param dots in order, from the top
   */
  record Shares(String id, String title, String description, String footer, List<Dot> dots)
      implements SweepChart {
    /** Copies the list. */
    public Shares {
      dots = List.copyOf(dots);
    }
  }

  /**
   * One share.
   *
   * @param label what it is the share of
   * @param share 0 to 1; NaN if there is none
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param printed share and interval as text
   */
  record Dot(String label, double share, double low, double high, String printed) {}

  /**
   * Distributions of effects, one panel each on one axis. Bars that meet the claim are coloured.
   *
   * @param unit of the effects, as printed; empty for a pure number
   * @param limit what the claim compares with
   * @param above whether the claim is met above the limit
   * @param panels in order, from the top
   */
  record Effects(
      String id,
      String title,
      String description,
      String footer,
      String unit,
      double limit,
      boolean above,
      List<Panel> panels)
      implements SweepChart {
    /** Copies the list. */
    public Effects {
      panels = List.copyOf(panels);
    }
  }

  /**
   * One distribution.
   *
   * @param label what it is of; empty for a panel that stands alone
   * @param effects finite, in any order, at least one
   */
  record Panel(String label, double[] effects) {}
}
