package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.Quantities.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results: the metrics the scenario asks about first, the rest folded by family. */
final class ResultsSection {

  private final RunRecord run;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> statistics = new LinkedHashSet<>();

  ResultsSection(RunRecord run, ReportInput input) {
    this.run = run;
    for (ExpectationRow row : run.expectations()) {
      asked.add(row.metric());
    }
    for (FindingRow row : run.findings()) {
      asked.add(row.metric());
    }
    for (ChartSpec chart : input.charts().values()) {
      asked.addAll(chart.metrics());
    }
    for (SummaryRow row : run.summary()) {
      statistics.add(row.statistic());
    }
  }

  void write(Html html) {
    html.raw("<section id=\"results\">\n<h2>Results</h2>\n");
    if (run.summary().isEmpty()) {
      html.element("p", "The run left no summary.");
    } else {
      html.element("p", introduction());
      table(html, "Metrics asked about", line -> asked.contains(line.metric));
      folded(html);
    }
    html.raw("</section>\n");
  }

  private String introduction() {
    return run.manifest().replicates() > 1
        ? "Statistics over time, computed per replicate; shown is the mean over "
            + run.manifest().replicates()
            + " replicates with its 95 % interval beneath. First the metrics the scenario draws or"
            + " makes statements about."
        : "Statistics over time of the single replicate, without intervals. First the metrics the"
            + " scenario draws or states expectations about.";
  }

  private void folded(Html html) {
    Set<String> families = new LinkedHashSet<>();
    for (SummaryRow row : run.summary()) {
      if (!asked.contains(row.metric())) {
        families.add(family(row.metric()));
      }
    }
    for (String family : families) {
      html.raw("<details>\n").element("summary", family);
      table(
          html, family, line -> !asked.contains(line.metric) && family(line.metric).equals(family));
      html.raw("</details>\n");
    }
  }

  private String family(String metric) {
    MetricDefinition definition = run.metrics().get(metric);
    return definition == null ? "Other" : definition.family();
  }

  private interface Choice {
    boolean takes(Line line);
  }

  private void table(Html html, String label, Choice choice) {
    boolean cases = run.manifest().policies().size() > 1 || run.manifest().regimes().size() > 1;
    List<Cell> head = new ArrayList<>();
    head.add(Cell.text("Metric"));
    if (cases) {
      head.add(Cell.text("Case"));
    }
    head.add(Cell.text("Unit"));
    statistics.forEach(statistic -> head.add(Cell.number(words(statistic))));
    html.openTable(label, head.toArray(Cell[]::new));
    for (Line line : lines()) {
      if (choice.takes(line)) {
        html.row(cells(line, cases));
      }
    }
    html.closeTable();
  }

  private Cell[] cells(Line line, boolean cases) {
    Scale scale =
        Scale.of(line.byStatistic.values().stream().mapToDouble(SummaryRow::mean).toArray());
    List<Cell> cells = new ArrayList<>();
    MetricDefinition definition = run.metrics().get(line.metric);
    String formula = definition == null ? line.metric : definition.formula();
    cells.add(Cell.text(run.label(line.metric)).note(formula));
    if (cases) {
      cells.add(Cell.text(line.policy + ", " + line.regime));
    }
    cells.add(Cell.text(scale.unit(line.unit.equals("1") ? "" : line.unit)));
    for (String statistic : statistics) {
      SummaryRow row = line.byStatistic.get(statistic);
      cells.add(row == null ? Cell.number("–") : cell(row, scale));
    }
    return cells.toArray(Cell[]::new);
  }

  private static Cell cell(SummaryRow row, Scale scale) {
    Cell cell = Cell.number(Quantities.format(row.mean(), scale));
    if (row.ci95Low().isEmpty() || row.ci95High().isEmpty()) {
      return cell;
    }
    String low = Quantities.format(row.ci95Low().getAsDouble(), scale);
    String high = Quantities.format(row.ci95High().getAsDouble(), scale);
    return cell.note("[" + low + ", " + high + "]");
  }

  private Iterable<Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    List<SummaryRow> rows = new ArrayList<>(run.summary());
    for (SummaryRow row : rows) {
      String key = row.metric() + "\n" + row.policy() + "\n" + row.regime() + "\n" + row.unit();
      lines.computeIfAbsent(key, k -> new Line(row)).byStatistic.put(row.statistic(), row);
    }
    List<Line> ordered = new ArrayList<>();
    for (String metric : run.metrics().keySet()) {
      lines.values().stream().filter(line -> line.metric.equals(metric)).forEach(ordered::add);
    }
    lines.values().stream()
        .filter(line -> !run.metrics().containsKey(line.metric))
        .forEach(ordered::add);
    return ordered;
  }

  static String words(String statistic) {
    return switch (statistic) {
      case "last" -> "At the end";
      case "mean" -> "Mean";
      case "min" -> "Lowest";
      case "max" -> "Highest";
      case "first" -> "At the start";
      case "sum" -> "Sum";
      case "volatility" -> "Volatility";
      case "drawdown" -> "Largest fall";
      default -> statistic;
    };
  }

  /** One row of the table: all statistics of a metric in one case and one unit. */
  private static final class Line {
    private final String policy;
    private final String regime;
    private final String metric;
    private final String unit;
    private final Map<String, SummaryRow> byStatistic = new LinkedHashMap<>();

    Line(SummaryRow row) {
      this.policy = row.policy();
      this.regime = row.regime();
      this.metric = row.metric();
      this.unit = row.unit();
    }
  }
}
