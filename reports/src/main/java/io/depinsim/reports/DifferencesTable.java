package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.reports.Html.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Differences of metrics that no question is about, folded by family: without a verdict. */
final class DifferencesTable {
  private final RunRecord run;
  private final Map<String, List<ComparisonRow>> byMetric = new LinkedHashMap<>();

  /**
   * Differences of a comparison.
   *
   * @param run a comparison
   */
  DifferencesTable(RunRecord run) {
    this.run = run;
    for (ComparisonRow row : run.comparison().orElseThrow().rows()) {
      if (row.question().isEmpty()) {
        byMetric.computeIfAbsent(row.metric(), metric -> new ArrayList<>()).add(row);
      }
    }
  }

  void write(Html html) {
    if (byMetric.isEmpty()) {
      return;
    }
    html.element("h3", "Differences of all other metrics");
    html.element(
        "p",
        "Less the base, with 95\u00a0% intervals that hold at once for one metric, not for all of"
            + " them: of many metrics some will differ by chance, so nothing here is a verdict.");
    Map<String, List<String>> families = new LinkedHashMap<>();
    byMetric
        .keySet()
        .forEach(
            metric -> families.computeIfAbsent(family(metric), f -> new ArrayList<>()).add(metric));
    families.forEach(
        (family, metrics) -> {
          html.raw("<details class=\"family\">\n<summary>").text(family);
          html.raw(" <small>").text(Quantities.count(metrics.size())).raw("</small></summary>\n");
          table(html, "Differences, " + family, metrics);
          html.raw("</details>\n");
        });
  }

  private String family(String metric) {
    MetricDefinition definition = run.metrics().get(metric);
    return definition == null ? "Other" : definition.family();
  }

  private void table(Html html, String label, List<String> metrics) {
    Set<String> statistics = new LinkedHashSet<>();
    metrics.forEach(m -> byMetric.get(m).forEach(row -> statistics.add(row.statistic())));
    List<Cell> head = new ArrayList<>(List.of(Cell.text("Case")));
    statistics.forEach(
        statistic -> {
          String words = Expectations.statistic(statistic);
          head.add(
              Cell.number(Character.toUpperCase(words.charAt(0)) + words.substring(1))
                  .note("95 % interval"));
        });
    html.openTable(label, head.toArray(Cell[]::new));
    for (String metric : metrics) {
      html.group(statistics.size() + 1, Cell.text(run.label(metric)).beside(metric), "");
      for (String regime : run.manifest().regimes()) {
        for (String policy : run.manifest().policies()) {
          List<ComparisonRow> rows =
              byMetric.get(metric).stream()
                  .filter(row -> row.policy().equals(policy) && row.regime().equals(regime))
                  .toList();
          if (!rows.isEmpty()) {
            html.row(cells(run.caseName(policy, regime), rows, statistics));
          }
        }
      }
    }
    html.closeTable();
  }

  private static Cell[] cells(String name, List<ComparisonRow> rows, Set<String> statistics) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
    for (String statistic : statistics) {
      Optional<ComparisonRow> row =
          rows.stream().filter(each -> each.statistic().equals(statistic)).findFirst();
      cells.add(Cell.number(row.map(AskedQuestion::measured).orElse("")));
    }
    return cells.toArray(Cell[]::new);
  }
}
