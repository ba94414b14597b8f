package io.depinsim.reports;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ChartSpec.ChartKind;
import io.depinsim.core.scenario.HistorySpec;
import io.depinsim.reports.chart.Chart;
import io.depinsim.reports.chart.ChartStyle;
import io.depinsim.reports.chart.TickLabels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Turns what a scenario wants drawn and what a run recorded into charts. */
final class RunCharts {

  private static final double SECONDS_PER_DAY = 86_400;

  private final RunRecord run;
  private final ReportInput input;
  private final double[] days;
  private final String differences;

  RunCharts(RunRecord run, ReportInput input) {
    this(run, input, "");
  }

  /**
   * Charts of a run, or of what one run has more than another.
   *
   * @param differences what is taken from what, for the foot of each chart; empty for an ordinary
   *     run
   */
  RunCharts(RunRecord run, ReportInput input, String differences) {
    this.run = run;
    this.input = input;
    this.differences = differences;
    List<Instant> times = run.series().times();
    this.days = new double[times.size()];
    Arrays.setAll(days, i -> times.get(i).getEpochSecond() / SECONDS_PER_DAY);
  }

  /**
   * The chart of this name.
   *
   * @throws IllegalArgumentException if it names a metric or history the run does not have
   */
  Chart chart(String name, ChartSpec spec) {
    boolean stacked = spec.kind() == ChartKind.stacked;
    return new Chart(
        id(name),
        spec.title(),
        description(spec),
        stacked ? Chart.Form.STACKED : Chart.Form.LINES,
        Boolean.TRUE.equals(spec.logarithmic()),
        !differences.isEmpty()
            || spec.metrics().stream().noneMatch(metric -> isPrice(run.unit(metric))),
        stacked ? layers(name, spec) : lines(name, spec),
        dots(name, spec),
        spec.fittedUntil() == null ? Double.NaN : spec.fittedUntil().toEpochDay(),
        footer(stacked, !stacked && spec.metrics().stream().anyMatch(this::startsLate)));
  }

  private String footer(boolean stacked, boolean late) {
    Manifest manifest = run.manifest();
    int replicates = manifest.replicates();
    String spread =
        stacked
            ? " replicates, layers are means, 50 % and 90 % bands of the total"
            : " replicates, median with 50 % and 90 % bands";
    int drawn = manifest.seriesReplicates();
    String kept =
        drawn < replicates
            ? ", bands from the first " + drawn + " of " + replicates + " replicates"
            : "";
    if (!differences.isEmpty()) {
      return differences + " · " + (replicates == 1 ? "1 replicate" : replicates + spread);
    }
    String shown = manifest.policies().get(0) + ", " + manifest.regimes().get(0);
    return String.join(
        " · ",
        stacked && run.severalCases() ? input.name() + " · " + shown : input.name(),
        "seed " + manifest.seed(),
        (replicates == 1 ? "1 replicate" : replicates + spread + kept)
            + (late ? " · drawn from the first value above 0" : ""),
        "digest " + run.shortDigest());
  }

  private List<Chart.Line> lines(String name, ChartSpec spec) {
    List<Chart.Line> lines = new ArrayList<>();
    SeriesTable series = run.series();
    boolean perPolicy = series.policies().size() > ChartStyle.MAX_LINES;
    if (perPolicy && comparable(spec)) {
      return together(name, spec);
    }
    for (int m = 0; m < spec.metrics().size(); m++) {
      for (int p = perPolicy ? 1 : 0; p < series.policies().size(); p++) {
        for (int r = 0; perPolicy && r < series.regimes().size(); r++) {
          lineOfPanel(name, spec, m, 0, r, series.policies().get(p)).ifPresent(lines::add);
        }
        for (int r = 0; r < series.regimes().size(); r++) {
          (perPolicy
                  ? lineOfPanel(name, spec, m, p, r, series.policies().get(p))
                  : line(name, spec, m, p, r))
              .ifPresent(lines::add);
        }
      }
    }
    return lines;
  }

  /** Whether several metrics fit into one plot: of one unit, not too many, without history. */
  private boolean comparable(ChartSpec spec) {
    int lines = spec.metrics().size() * run.series().regimes().size();
    return spec.metrics().size() > 1
        && lines <= ChartStyle.MAX_LINES
        && (spec.history() == null || spec.history().isEmpty())
        && spec.metrics().stream().map(this::unit).distinct().count() == 1;
  }

  /** A small multiple for each policy with all metrics, each in a colour of its own. */
  private List<Chart.Line> together(String name, ChartSpec spec) {
    List<Chart.Line> lines = new ArrayList<>();
    SeriesTable series = run.series();
    for (int p = 0; p < series.policies().size(); p++) {
      String policy = series.policies().get(p);
      for (int m = 0; m < spec.metrics().size(); m++) {
        String metric = named(spec, spec.metrics().get(m));
        int colour = m;
        for (int r = 0; r < series.regimes().size(); r++) {
          int dash = r;
          String label =
              series.regimes().size() > 1 ? metric + ", " + series.regimes().get(r) : metric;
          line(name, spec, m, p, r)
              .map(
                  line ->
                      new Chart.Line(
                          label,
                          policy,
                          "all",
                          line.unit(),
                          colour,
                          dash,
                          line.days(),
                          line.values()))
              .ifPresent(lines::add);
        }
      }
    }
    return lines;
  }

  /**
   * A line of the small multiple of a policy, which shows it beside the base: for more policies
   * than one plot has lines. The heading names the policy, so its line needs no name.
   */
  private Optional<Chart.Line> lineOfPanel(
      String name, ChartSpec spec, int m, int p, int r, String heading) {
    SeriesTable series = run.series();
    boolean regimes = series.regimes().size() > 1;
    String regime = regimes ? series.regimes().get(r) : "";
    String base = series.policies().get(0) + (regimes ? ", " + regime : "");
    return line(name, spec, m, p, r)
        .map(
            line ->
                new Chart.Line(
                    p == 0 ? base : regime,
                    spec.metrics().size() > 1 ? line.axis() + ", " + heading : heading,
                    line.axis(),
                    line.unit(),
                    line.colour(),
                    r,
                    line.days(),
                    line.values()));
  }

  private List<Chart.Line> layers(String name, ChartSpec spec) {
    List<Chart.Line> lines = new ArrayList<>();
    for (int m = 0; m < spec.metrics().size(); m++) {
      line(name, spec, m, 0, 0).ifPresent(lines::add);
    }
    return lines;
  }

  private Optional<Chart.Line> line(String name, ChartSpec spec, int m, int p, int r) {
    SeriesTable series = run.series();
    String metric = spec.metrics().get(m);
    if (!series.metrics().contains(metric)) {
      throw new IllegalArgumentException(
          "charts." + name + ": metric '" + metric + "' is not recorded in this run.");
    }
    String policy = series.policies().get(p);
    String regime = series.regimes().get(r);
    List<double[]> replicates = new ArrayList<>();
    for (int k = 0; k < series.replicates(); k++) {
      series.find(policy, regime, metric, k).ifPresent(replicates::add);
    }
    if (replicates.isEmpty()) {
      return Optional.empty();
    }
    boolean byPolicy = series.policies().size() > 1;
    int colour = byPolicy ? Math.max(p, run.manifest().policies().indexOf(policy)) - 1 : m;
    boolean perRegime = inPanels(spec) && panelsPerRegime();
    int dash = perRegime ? 0 : byPolicy && !inPanels(spec) ? m * series.regimes().size() + r : r;
    String label = label(spec, metric, policy, regime);
    String axis = named(spec, metric);
    String panel = !perRegime ? axis : spec.metrics().size() > 1 ? axis + ", " + regime : regime;
    double[][] values =
        replicates.stream().map(all -> drawn(spec, metric, all)).toArray(double[][]::new);
    return Optional.of(
        new Chart.Line(label, panel, axis, unit(metric), colour, dash, days, values));
  }

  /** Values as they are drawn: shares in percent, and nothing before a thing exists. */
  private double[] drawn(ChartSpec spec, String metric, double[] values) {
    double factor = factor(metric);
    double[] drawn = Arrays.stream(values).map(value -> factor * value).toArray();
    if (spec.kind() == ChartKind.lines && startsLate(metric)) {
      for (int t = 0; t < drawn.length && drawn[t] == 0; t++) {
        drawn[t] = Double.NaN;
      }
    }
    return drawn;
  }

  /** A price, or a number of months, that is 0 says that there is none yet. */
  private boolean startsLate(String metric) {
    return differences.isEmpty()
        && (isPrice(run.unit(metric)) || run.unit(metric).equals("months"));
  }

  private double factor(String metric) {
    return run.isShare(metric) ? 100 : 1;
  }

  private String unit(String metric) {
    String percent = differences.isEmpty() ? "%" : "points";
    return run.isShare(metric) ? percent : run.unit(metric);
  }

  /** Whether a panel for all cases of a metric would itself have too many lines. */
  private boolean panelsPerRegime() {
    int regimes = run.series().regimes().size();
    return regimes > 1 && run.series().policies().size() * regimes > ChartStyle.MAX_LINES;
  }

  /**
   * Whether a chart of lines has too many of them for one plot: a panel is headed by its metric.
   */
  private boolean inPanels(ChartSpec spec) {
    SeriesTable series = run.series();
    int cases = series.policies().size() * series.regimes().size();
    return spec.kind() == ChartKind.lines && spec.metrics().size() * cases > ChartStyle.MAX_LINES;
  }

  /** What a metric is called in a chart: with its network, where the chart shows several. */
  private String named(ChartSpec spec, String metric) {
    String label = run.label(metric);
    String owner = owner(metric);
    boolean several = spec.metrics().stream().anyMatch(other -> !owner(other).equals(owner));
    return several && !label.contains(owner) ? label + ", " + owner : label;
  }

  private static String owner(String metric) {
    return metric.split("\\.", 2)[0];
  }

  private String label(ChartSpec spec, String metric, String policy, String regime) {
    List<String> parts = new ArrayList<>();
    boolean drawsAll = spec.kind() != ChartKind.stacked;
    boolean policies = drawsAll && run.series().policies().size() > 1;
    boolean regimes =
        drawsAll && run.series().regimes().size() > 1 && !(inPanels(spec) && panelsPerRegime());
    boolean headed = inPanels(spec) && (policies || regimes);
    if (!headed && (spec.metrics().size() > 1 || !policies && !regimes)) {
      parts.add(named(spec, metric));
    }
    if (policies) {
      parts.add(policy);
    }
    if (regimes) {
      parts.add(regime);
    }
    return String.join(", ", parts);
  }

  private List<Chart.Dots> dots(String name, ChartSpec spec) {
    List<Chart.Dots> dots = new ArrayList<>();
    if (spec.history() == null || days.length == 0) {
      return dots;
    }
    for (String key : spec.history()) {
      HistorySpec history = input.history().get(key);
      if (history == null) {
        throw new IllegalArgumentException(
            "charts." + name + ".history: no history is called '" + key + "'.");
      }
      TreeMap<LocalDate, Double> points = new TreeMap<>(history.points());
      points.keySet().removeIf(day -> outside(day.toEpochDay()));
      if (!points.isEmpty()) {
        double[] at = points.keySet().stream().mapToDouble(LocalDate::toEpochDay).toArray();
        double factor = factor(history.metric());
        double[] values = points.values().stream().mapToDouble(v -> factor * v).toArray();
        dots.add(new Chart.Dots(history.label(), named(spec, history.metric()), at, values));
      }
    }
    return dots;
  }

  private boolean outside(long day) {
    return day < Math.floor(days[0]) || day > Math.ceil(days[days.length - 1]);
  }

  /** A price may float above zero; every amount starts there. */
  private static boolean isPrice(String unit) {
    return unit.startsWith("USD/") || unit.startsWith("EUR/") || unit.startsWith("USD per ");
  }

  private String description(ChartSpec spec) {
    StringBuilder text = new StringBuilder();
    text.append(spec.kind() == ChartKind.stacked ? "Stacked area chart" : "Line chart");
    text.append(differences.isEmpty() ? "" : " of differences, " + differences + ",");
    if (days.length > 0) {
      text.append(" from ").append(LocalDate.ofEpochDay((long) Math.floor(days[0])));
      text.append(" to ").append(LocalDate.ofEpochDay((long) Math.floor(days[days.length - 1])));
    }
    text.append(". Last values of the first replicate of the base case:");
    String separator = " ";
    for (String metric : spec.metrics()) {
      String unit = unit(metric);
      text.append(separator).append(named(spec, metric)).append(' ');
      text.append(lastValue(metric)).append(unit.isEmpty() ? "" : " " + unit);
      separator = "; ";
    }
    return text.append('.').toString();
  }

  private String lastValue(String metric) {
    SeriesTable series = run.series();
    if (!series.metrics().contains(metric) || days.length == 0) {
      return "not recorded";
    }
    return series
        .find(series.policies().get(0), series.regimes().get(0), metric, 0)
        .map(values -> TickLabels.compact(factor(metric) * values[values.length - 1]))
        .orElse("not recorded");
  }

  /** The name with everything but letters, digits and hyphens made hyphens. */
  static String id(String name) {
    return "chart-" + name.replaceAll("[^A-Za-z0-9-]", "-");
  }
}
