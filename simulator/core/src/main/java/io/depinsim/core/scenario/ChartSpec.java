package io.depinsim.core.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One picture of the report.
 *
 * @param title what is shown, with its unit
 * @param kind how it is drawn
 * @param metrics keys of the metrics drawn, in legend order; for {@code heatMap} and {@code dots}
 *     also the beginning that several keys have in common, such as {@code ray.busyShare}; for
 *     {@code frontier} the horizontal one and the vertical one
 * @param history names of {@code history} entries drawn as black dots; empty for none. Only for
 *     {@code lines} and {@code stacked}, as are the two after the caption
 * @param caption what to see in it, for readers who only skim; null for none
 * @param fittedUntil last day whose data a parameter was fitted to: a vertical line; null for none
 * @param logarithmic whether the value axis is logarithmic; null for no
 */
public record ChartSpec(
    String title,
    ChartKind kind,
    List<String> metrics,
    @Omittable List<String> history,
    @Omittable String caption,
    @Omittable LocalDate fittedUntil,
    @Omittable Boolean logarithmic) {

  /** Checks that nothing is said that nothing reads. */
  public ChartSpec {
    if (kind == ChartKind.frontier && metrics.size() != 2) {
      throw new IllegalArgumentException(
          "metrics: a frontier has two, one for each axis, not " + metrics.size());
    }
    if (kind != null && !kind.overTime()) {
      unread("history", history != null && !history.isEmpty());
      unread("fittedUntil", fittedUntil != null);
      unread("logarithmic", logarithmic != null);
    }
  }

  private static void unread(String field, boolean stated) {
    if (stated) {
      throw new IllegalArgumentException(
          field + ": nothing reads it in a chart that is not over time; `kind: lines` does");
    }
  }

  /**
   * Keys it draws, of those that were measured: of a beginning all that begin so. Empty where there
   * are none of one of them.
   */
  public List<String> drawn(Collection<String> measured) {
    List<String> keys = new ArrayList<>();
    for (String metric : metrics) {
      List<String> members = members(metric, measured);
      if (members.isEmpty()) {
        return List.of();
      }
      keys.addAll(members);
    }
    return keys;
  }

  /** Keys that one of its metrics stands for, of those that were measured. */
  public List<String> members(String metric, Collection<String> measured) {
    boolean parts = kind == ChartKind.heatMap || kind == ChartKind.dots;
    boolean whole = kind != ChartKind.heatMap;
    return measured.stream()
        .filter(key -> whole && key.equals(metric) || parts && key.startsWith(metric + "."))
        .toList();
  }

  /** Ways to draw a chart. */
  public enum ChartKind {
    /** Over time, each metric and case a line. */
    lines,
    /** Over time, on top of one another; the base case. */
    stacked,
    /** At the end of the run, a cell for each pair of the last two parts of keys. */
    heatMap,
    /** At the end of the run, a dot with its interval for each metric and policy. */
    dots,
    /** At the end of the run, two metrics against each other, a dot for each policy. */
    frontier;

    /** Whether values are drawn over time. */
    public boolean overTime() {
      return this == lines || this == stacked;
    }
  }
}
