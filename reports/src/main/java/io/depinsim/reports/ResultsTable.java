package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.Quantities.Scale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of metrics: a group of rows per metric, a row per case, a column per statistic, so that
 * cases are compared down a column. One row per metric where there is one case.
 */
final class ResultsTable {

  private final RunRecord run;
  private final List<String> regimes;

  /**
   * A table of some regimes.
   *
   * @param regimes in the order of their rows
   */
  ResultsTable(RunRecord run, List<String> regimes) {
    this.run = run;
    this.regimes = regimes;
  }

  void write(Html html, String label, Collection<String> metrics) {
    Set<String> statistics = new LinkedHashSet<>();
    for (SummaryRow row : run.summary()) {
      if (metrics.contains(row.metric())) {
        statistics.add(row.statistic());
      }
    }
    boolean grouped = run.severalCases();
    List<Cell> head = new ArrayList<>();
    if (grouped) {
      head.add(Cell.text(regimes.size() == 1 ? "Policy" : "Case"));
    } else {
      head.add(Cell.text("Metric"));
      head.add(Cell.text("Unit"));
    }
    statistics.forEach(statistic -> head.add(heading(statistic)));
    html.openTable(label, head.toArray(Cell[]::new));
    for (String metric : metrics) {
      metric(html, metric, statistics, grouped);
    }
    html.closeTable();
  }

  private Cell heading(String statistic) {
    return switch (statistic) {
      case "last" -> Cell.number("At the end");
      case "mean" -> Cell.number("Mean");
      case "min" -> Cell.number("Lowest");
      case "max" -> Cell.number("Highest");
      case "volatility" -> Cell.number("Volatility").note("of " + run.step() + " log changes");
      case "drawdown" -> Cell.number("Largest drawdown");
      default -> Cell.number(statistic);
    };
  }

  private void metric(Html html, String metric, Set<String> statistics, boolean grouped) {
    List<SummaryRow> rows =
        run.summary().stream()
            .filter(row -> row.metric().equals(metric) && regimes.contains(row.regime()))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    List<SummaryRow> absolute = rows.stream().filter(row -> !isRelative(row)).toList();
    double factor = run.isShare(metric) ? 100 : 1;
    Scale scale = Scale.of(absolute.stream().mapToDouble(row -> factor * row.mean()).toArray());
    String plain = run.isShare(metric) ? "%" : run.unit(metric);
    MetricDefinition definition = run.metrics().get(metric);
    String formula = definition == null ? metric : definition.formula();
    if (grouped) {
      html.group(
          statistics.size() + 1, Cell.text(run.label(metric)).beside(formula), scale.unit(plain));
    }
    for (String regime : regimes) {
      for (String policy : run.manifest().policies()) {
        List<Cell> cells = new ArrayList<>();
        if (grouped) {
          cells.add(Cell.text(regimes.size() == 1 ? policy : run.caseName(policy, regime)));
        } else {
          cells.add(Cell.text(run.label(metric)).note(formula));
          cells.add(Cell.text(scale.unit(plain).replace(' ', '\u00a0')));
        }
        for (String statistic : statistics) {
          List<SummaryRow> column =
              rows.stream().filter(row -> row.statistic().equals(statistic)).toList();
          Optional<SummaryRow> row =
              column.stream()
                  .filter(r -> r.policy().equals(policy) && r.regime().equals(regime))
                  .findFirst();
          cells.add(row.isEmpty() ? Cell.number("") : cell(row.get(), column, factor, scale));
        }
        html.row(cells.toArray(Cell[]::new));
      }
    }
  }

  private static boolean isRelative(SummaryRow row) {
    return FindingWords.SHARES.contains(row.statistic());
  }

  /** A mean with its interval, in as many digits as its column. */
  private static Cell cell(
      SummaryRow row, List<SummaryRow> column, double metricFactor, Scale metricScale) {
    boolean relative = isRelative(row);
    double factor = relative ? 100 : metricFactor;
    Scale whole =
        relative
            ? Scale.of(column.stream().mapToDouble(other -> factor * other.mean()).toArray())
            : metricScale;
    double[] halves =
        column.stream()
            .filter(other -> other.ci95Low().isPresent())
            .mapToDouble(o -> factor * (o.ci95High().getAsDouble() - o.ci95Low().getAsDouble()) / 2)
            .toArray();
    Scale scale = new Scale(whole.power(), whole.word(), Estimates.decimals(halves, whole));
    double mean = factor * row.mean();
    String unit = relative ? Quantities.NARROW + "%" : "";
    Cell cell = Cell.number(Quantities.fixed(mean, scale) + unit);
    if (row.ci95Low().isEmpty() || row.ci95High().isEmpty()) {
      return cell;
    }
    double low = factor * row.ci95Low().getAsDouble();
    double high = factor * row.ci95High().getAsDouble();
    return low == high ? cell : cell.beside(Estimates.around(mean, low, high, scale));
  }
}
