package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.reports.chart.ComparisonChart;
import io.depinsim.reports.chart.ComparisonChart.Dot;
import io.depinsim.reports.chart.ComparisonChart.FrontPanel;
import io.depinsim.reports.chart.ComparisonChart.HeatPanel;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Named;
import io.depinsim.reports.chart.ComparisonChart.Point;
import io.depinsim.reports.chart.ComparisonChart.Standing;
import io.depinsim.reports.chart.ComparisonChart.ValuePanel;
import io.depinsim.reports.chart.TickLabels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.distribution.TDistribution;

/** Charts of what metrics were at the end of a run, with their spread over all replicates. */
final class EndCharts {
  private static final String LAST = "last";
  private static final double TWO_SIDED = 0.975;

  private final RunRecord run;
  private final ReportInput input;
  private final Map<String, SummaryRow> ends = new LinkedHashMap<>();

  EndCharts(RunRecord run, ReportInput input) {
    this.run = run;
    this.input = input;
    for (SummaryRow row : run.summary()) {
      if (row.statistic().equals(LAST)) {
        ends.put(key(row.policy(), row.regime(), row.metric()), row);
      }
    }
  }

  /** One policy under one regime. */
  private record Case(String policy, String regime, String label, int colour) {}

  /**
   * The chart of this name.
   *
   * @throws IllegalArgumentException if it names a metric the run does not have
   */
  ComparisonChart chart(String name, ChartSpec spec) {
    if (spec.drawn(run.metrics().keySet()).isEmpty()) {
      throw new IllegalArgumentException(
          "charts." + name + ": a metric of " + spec.metrics() + " is not recorded in this run.");
    }
    return switch (spec.kind()) {
      case heatMap -> heatMap(name, spec);
      case dots -> dots(name, spec);
      case frontier -> frontier(name, spec);
      case lines, stacked -> throw new IllegalArgumentException("charts." + name + ": over time");
    };
  }

  private static String key(String policy, String regime, String metric) {
    return policy + "\n" + regime + "\n" + metric;
  }

  private Optional<SummaryRow> end(Case of, String metric) {
    return Optional.ofNullable(ends.get(key(of.policy(), of.regime(), metric)));
  }

  /** All policies under the first regime; of one policy all regimes. */
  private List<Case> cases() {
    Manifest manifest = run.manifest();
    List<Case> cases = new ArrayList<>();
    boolean several = manifest.policies().size() > 1;
    List<String> names = several ? manifest.policies() : manifest.regimes();
    for (int i = 0; i < names.size(); i++) {
      String policy = several ? names.get(i) : manifest.policies().get(0);
      String regime = several ? manifest.regimes().get(0) : names.get(i);
      cases.add(new Case(policy, regime, names.size() == 1 ? "" : names.get(i), i - 1));
    }
    return cases;
  }

  private String footer(boolean firstRegime, String spread) {
    Manifest manifest = run.manifest();
    boolean left = firstRegime && manifest.policies().size() > 1 && manifest.regimes().size() > 1;
    int replicates = manifest.replicates();
    return String.join(
        " · ",
        left ? input.name() + " · " + manifest.regimes().get(0) : input.name(),
        "seed " + manifest.seed(),
        "at the end of the run",
        replicates == 1 ? "1 replicate" : Quantities.count(replicates) + " replicates" + spread,
        "digest " + run.shortDigest());
  }

  private double factor(String metric) {
    return run.isShare(metric) ? 100 : 1;
  }

  private String unit(String metric) {
    return run.isShare(metric) ? "%" : run.unit(metric);
  }

  // Heat maps

  /** Parts of a key after what a chart names: the last one is the column, the others the row. */
  private static String[] place(String family, String key) {
    String rest = key.substring(family.length() + 1);
    int last = rest.lastIndexOf('.');
    return new String[] {last < 0 ? "" : rest.substring(0, last), rest.substring(last + 1)};
  }

  private ComparisonChart heatMap(String name, ChartSpec spec) {
    Set<String> rows = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    Map<String, String> keys = new LinkedHashMap<>();
    for (String family : spec.metrics()) {
      for (String key : spec.members(family, run.metrics().keySet())) {
        String[] place = place(family, key);
        String row = row(spec, family, place[0]);
        rows.add(row);
        columns.add(place[1]);
        keys.put(row + "\n" + place[1], key);
      }
    }
    List<String> ys = List.copyOf(rows);
    List<String> xs = List.copyOf(columns);
    String first = keys.values().iterator().next();
    double factor = factor(first);
    List<HeatPanel> panels = new ArrayList<>();
    double widest = 0;
    List<String> told = new ArrayList<>();
    for (Case each : cases()) {
      double[][] values = new double[ys.size()][xs.size()];
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < ys.size(); y++) {
        for (int x = 0; x < xs.size(); x++) {
          String key = keys.get(ys.get(y) + "\n" + xs.get(x));
          Optional<SummaryRow> end = key == null ? Optional.empty() : end(each, key);
          values[y][x] = end.map(row -> factor * row.mean()).orElse(Double.NaN);
          widest = Math.max(widest, end.map(row -> factor * row.sd().orElse(0)).orElse(0.0));
          if (end.isPresent()) {
            least = Math.min(least, values[y][x]);
            most = Math.max(most, values[y][x]);
          }
        }
      }
      if (least <= most) {
        panels.add(new HeatPanel(each.label(), values));
        told.add(
            (each.label().isEmpty() ? "" : each.label() + ": ")
                + TickLabels.compact(least)
                + " to "
                + TickLabels.compact(most));
      }
    }
    String unit = unit(first);
    return new ComparisonChart.HeatMap(
        RunCharts.id(name),
        spec.title(),
        "Heat map" + (unit.isEmpty() ? "" : ", " + unit) + ". " + String.join("; ", told) + ".",
        footer(true, ""),
        unit,
        spread(widest, unit),
        isHours(xs) ? "hour of the day, UTC" : "",
        xs,
        ys,
        panels);
  }

  private String row(ChartSpec spec, String family, String row) {
    String owner = family.split("\\.", 2)[0];
    if (row.isEmpty()) {
      return owner;
    }
    return spec.metrics().size() > 1 ? row + ", " + owner : row;
  }

  private static boolean isHours(List<String> columns) {
    return columns.size() == 24 && columns.stream().allMatch(hour -> hour.matches("\\d\\d"));
  }

  private String spread(double widest, String unit) {
    if (run.manifest().replicates() == 1) {
      return "";
    }
    String of = unit.equals("%") ? " points" : unit.isEmpty() ? "" : " " + unit;
    return "Means over replicates, whose standard deviation in a cell is at most "
        + TickLabels.compact(widest)
        + of
        + ".";
  }

  // Dots

  private ComparisonChart dots(String name, ChartSpec spec) {
    List<Case> cases = cases();
    Set<String> rows = new LinkedHashSet<>();
    List<Map<String, String>> keys = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    for (String family : spec.metrics()) {
      Map<String, String> own = new LinkedHashMap<>();
      for (String key : spec.members(family, run.metrics().keySet())) {
        own.put(parts(family, key), key);
      }
      rows.addAll(own.keySet());
      keys.add(own);
      headings.add(heading(family, own.values().iterator().next()));
    }
    List<ValuePanel> panels = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Map<String, String> own = keys.get(i);
      List<List<Dot>> dots = new ArrayList<>();
      for (String row : rows) {
        dots.add(own.containsKey(row) ? dots(cases, own.get(row)) : List.of());
      }
      String unit = unit(own.values().iterator().next());
      panels.add(new ValuePanel(headings.get(i), unit, dots));
      told.add(told(headings.get(i), unit, List.copyOf(rows), dots));
    }
    return new ComparisonChart.Values(
        RunCharts.id(name),
        spec.title(),
        "Dots with intervals. " + String.join(" ", told),
        footer(true, ", means with 95 % intervals"),
        rows.size() == 1 ? List.of("") : List.copyOf(rows),
        cases.size() == 1
            ? List.of()
            : cases.stream().map(each -> new Named(each.label(), each.colour())).toList(),
        panels);
  }

  private String told(String heading, String unit, List<String> rows, List<List<Dot>> dots) {
    List<String> values = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!dots.get(row).isEmpty()) {
        String label = rows.size() == 1 ? "" : rows.get(row) + " ";
        values.add(label + TickLabels.compact(dots.get(row).get(0).value().mean()));
      }
    }
    return heading + (unit.isEmpty() ? "" : ", " + unit) + ": " + String.join("; ", values) + ".";
  }

  private static String parts(String family, String key) {
    return key.equals(family) ? "all" : key.substring(family.length() + 1).replace(".", ", ");
  }

  /** What members of a family are called, without what tells them apart. */
  private String heading(String family, String key) {
    String label = run.label(key);
    int parts = key.equals(family) ? 0 : key.substring(family.length()).split("\\.").length - 1;
    for (int i = 0; i < parts && label.contains(", "); i++) {
      label = label.substring(0, label.lastIndexOf(", "));
    }
    return label;
  }

  private List<Dot> dots(List<Case> cases, String metric) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      int place = i;
      Case of = cases.get(i);
      end(of, metric)
          .ifPresent(row -> dots.add(new Dot(place, of.colour(), interval(row, metric, 1))));
    }
    return dots;
  }

  // Frontiers

  /**
   * Means with 95 % Student intervals, widened so that so many hold at once with 95 % (Bonferroni).
   */
  private Interval interval(SummaryRow row, String metric, int together) {
    double factor = factor(metric);
    double mean = factor * row.mean();
    if (row.replicates() == 1) {
      return new Interval(mean, mean, mean);
    }
    TDistribution student = new TDistribution(null, row.replicates() - 1);
    double wider =
        together == 1
            ? 1
            : student.inverseCumulativeProbability(1 - (1 - TWO_SIDED) / together)
                / student.inverseCumulativeProbability(TWO_SIDED);
    double below = row.mean() - row.ci95Low().getAsDouble();
    double above = row.ci95High().getAsDouble() - row.mean();
    return new Interval(mean, mean - factor * wider * below, mean + factor * wider * above);
  }

  private ComparisonChart frontier(String name, ChartSpec spec) {
    Manifest manifest = run.manifest();
    String x = spec.metrics().get(0);
    String y = spec.metrics().get(1);
    int together = 2 * manifest.policies().size() * manifest.regimes().size();
    ParetoFront front = new ParetoFront(better(x), better(y));
    List<FrontPanel> panels = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (String regime : manifest.regimes()) {
      List<Point> points = new ArrayList<>();
      for (String policy : manifest.policies()) {
        int colour = manifest.policies().indexOf(policy) - 1;
        Case of = new Case(policy, regime, policy, colour);
        Optional<SummaryRow> endX = end(of, x);
        Optional<SummaryRow> endY = end(of, y);
        if (endX.isPresent() && endY.isPresent()) {
          points.add(
              new Point(
                  policy,
                  colour,
                  interval(endX.get(), x, together),
                  interval(endY.get(), y, together),
                  Standing.PERHAPS));
        }
      }
      List<Point> judged = front.judged(points).stream().map(this::asKnown).toList();
      String heading = manifest.regimes().size() == 1 ? "" : regime;
      panels.add(new FrontPanel(heading, judged));
      List<String> on =
          judged.stream().filter(point -> point.standing().onFront()).map(Point::label).toList();
      told.add((heading.isEmpty() ? "" : "under " + heading + " ") + ComparisonWords.list(on));
    }
    return new ComparisonChart.Front(
        RunCharts.id(name),
        spec.title(),
        "Policies by two metrics. No other is better in both by its means: "
            + String.join("; ", told)
            + ".",
        footer(false, ", means with intervals that all hold at once with 95 %"),
        side(x),
        side(y),
        panels);
  }

  /** Nothing is beyond doubt by one replicate. */
  private Point asKnown(Point point) {
    if (run.manifest().replicates() > 1) {
      return point;
    }
    Standing standing = point.standing().onFront() ? Standing.PERHAPS : Standing.BEHIND;
    return new Point(point.label(), point.colour(), point.x(), point.y(), standing);
  }

  private Direction better(String metric) {
    MetricDefinition definition = run.metrics().get(metric);
    return definition.better();
  }

  private String side(String metric) {
    String unit = unit(metric);
    return run.label(metric)
        + (unit.isEmpty() ? "" : ", " + unit)
        + (better(metric) == Direction.HIGHER ? " (higher is better)" : " (lower is better)");
  }
}
