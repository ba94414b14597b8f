package io.depinsim.reports.chart;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One picture, ready to draw: series, not references to them.
 *
 * @param id unique within a page; letters, digits, hyphens
 * @param title what is shown
 * @param description what a reader who cannot see it should know
 * @param form how values are drawn
 * @param logarithmic whether the value axis is logarithmic
 * @param fromZero whether a linear value axis must include zero (amounts, not prices)
 * @param lines what is drawn, in legend order; a layer per line when stacked
 * @param dots measured histories
 * @param fittedUntilDay last day whose data a parameter was fitted to, as epoch day; NaN for none
 * @param footer scenario, seed, replicates, digest
 */
public record Chart(
    String id,
    String title,
    String description,
    Form form,
    boolean logarithmic,
    boolean fromZero,
    List<Line> lines,
    List<Dots> dots,
    double fittedUntilDay,
    String footer) {

  /** Ways to draw values. */
  public enum Form {
    LINES,
    STACKED
  }

  public Chart {
    lines = List.copyOf(lines);
    dots = List.copyOf(dots);
  }

  /**
   * One metric of one policy.
   *
   * @param label legend text; empty where the heading of its panel names it
   * @param panel heading of the small multiple it goes to when there are too many lines for one
   *     plot
   * @param axis small multiples of the same name share one value axis, so that they compare
   * @param unit unit of the values; a plot shows the units of its lines
   * @param colour index into the palette, -1 for the base case
   * @param dash index of the dash pattern, 0 for solid
   * @param days times in days since 1970-01-01 UTC, ascending
   * @param values one row per replicate, one column per time; NaN where nothing was recorded
   */
  public record Line(
      String label,
      String panel,
      String axis,
      String unit,
      int colour,
      int dash,
      double[] days,
      double[][] values) {

    /** A line whose small multiple has an axis of its own. */
    public Line(
        String label,
        String panel,
        String unit,
        int colour,
        int dash,
        double[] days,
        double[][] values) {
      this(label, panel, panel, unit, colour, dash, days, values);
    }

    private Line inFirstColour() {
      return new Line(label, panel, axis, unit, 0, dash, days, values);
    }
  }

  /**
   * A measured history.
   *
   * @param label legend text
   * @param axis value axis of the small multiples it goes to
   * @param days times in days since 1970-01-01 UTC, ascending
   * @param values in the chart's unit
   */
  public record Dots(String label, String axis, double[] days, double[] values) {}

  /** Units of the lines, each once; empty for pure numbers. */
  String unit() {
    Set<String> units = new LinkedHashSet<>();
    lines.forEach(line -> units.add(line.unit()));
    units.remove("");
    return String.join(" and ", units);
  }

  /** All lines and dots that share the value axis of a small multiple. */
  Chart onAxisOf(Chart panel) {
    String axis = panel.lines().get(0).axis();
    List<Line> own = lines.stream().filter(l -> l.axis().equals(axis)).toList();
    return with(panel.title(), own, dots.stream().filter(d -> d.axis().equals(axis)).toList());
  }

  /** How many small multiples stand side by side: they fill the width, those of one axis a row. */
  static int columns(Map<String, Chart> panels) {
    Chart first = panels.values().iterator().next();
    long sharing =
        panels.values().stream()
            .filter(p -> p.lines().get(0).axis().equals(first.lines().get(0).axis()))
            .count();
    if (sharing == 2 || sharing == 3) {
      return (int) sharing;
    }
    return panels.size() == 2 || panels.size() == 4 ? 2 : Math.min(panels.size(), 3);
  }

  /** The plots of this chart by heading: one without heading, or several small ones. */
  Map<String, Chart> panels() {
    Map<String, Chart> panels = new LinkedHashMap<>();
    if (form == Form.STACKED || lines.size() <= ChartStyle.MAX_LINES) {
      panels.put("", this);
      return panels;
    }
    for (Line line : lines) {
      panels.computeIfAbsent(line.panel(), this::only);
    }
    return panels;
  }

  private Chart only(String panel) {
    List<Line> own = lines.stream().filter(l -> l.panel().equals(panel)).toList();
    List<Dots> measured = dots.stream().filter(d -> d.axis().equals(own.get(0).axis())).toList();
    return with(panel, own.size() == 1 ? List.of(own.get(0).inFirstColour()) : own, measured);
  }

  private Chart with(String heading, List<Line> own, List<Dots> measured) {
    return new Chart(
        id,
        heading,
        description,
        form,
        logarithmic,
        fromZero,
        own,
        measured,
        fittedUntilDay,
        footer);
  }
}
