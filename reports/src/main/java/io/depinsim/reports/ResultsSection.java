package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.SummaryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results: findings, then the metrics that statements are about, then the rest by family. */
final class ResultsSection {

  /** With more cases than this, those of other regimes are folded too. */
  private static final int MOST_CASES = 6;

  private final RunRecord run;
  private final Set<String> asked = new LinkedHashSet<>();

  ResultsSection(RunRecord run) {
    this.run = run;
    Set<String> recorded = new LinkedHashSet<>();
    run.summary().forEach(row -> recorded.add(row.metric()));
    run.findings().stream().map(FindingRow::metric).filter(recorded::contains).forEach(asked::add);
    run.expectations().stream()
        .map(ExpectationRow::metric)
        .filter(recorded::contains)
        .forEach(asked::add);
  }

  void write(Html html) {
    html.raw("<section id=\"results\">\n<h2>Results</h2>\n");
    if (run.comparison().isPresent()) {
      new ComparisonSection(run).write(html);
      new DifferencesTable(run).write(html);
    }
    new FindingsSection(run).write(html);
    if (run.summary().isEmpty()) {
      html.element("p", "The run left no summary.");
    } else {
      html.element("h3", "Metrics");
      html.element("p", introduction());
      asked(html);
      folded(html);
    }
    html.raw("</section>\n");
  }

  private String introduction() {
    String which =
        asked.isEmpty()
            ? " All metrics are folded by family."
            : " First the metrics that findings and expectations speak of; all others are folded by"
                + " family.";
    return run.manifest().replicates() > 1
        ? "Statistics over time, computed per replicate: mean over "
            + run.manifest().replicates()
            + " replicates ± half of its 95\u00a0% interval."
            + which
        : "Statistics over time of the single replicate, without intervals." + which;
  }

  private void asked(Html html) {
    if (asked.isEmpty()) {
      return;
    }
    List<String> regimes = run.manifest().regimes();
    int cases = run.manifest().policies().size() * regimes.size();
    List<String> open = cases > MOST_CASES ? regimes.subList(0, 1) : regimes;
    if (open.size() < regimes.size()) {
      html.element("p", "Under the regime " + regimes.get(0) + ":");
    }
    new ResultsTable(run, open).write(html, "Metrics asked about", asked);
    for (String regime : regimes.subList(open.size(), regimes.size())) {
      html.raw("<details>\n").element("summary", "The same under the regime " + regime);
      new ResultsTable(run, List.of(regime))
          .write(html, "Metrics asked about, regime " + regime, asked);
      html.raw("</details>\n");
    }
  }

  private void folded(Html html) {
    Map<String, Set<String>> families = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(run.metrics().keySet());
    run.summary().stream().map(SummaryRow::metric).distinct().forEach(keys::add);
    Set<String> recorded = new LinkedHashSet<>();
    run.summary().forEach(row -> recorded.add(row.metric()));
    for (String metric : keys) {
      if (recorded.contains(metric) && !asked.contains(metric)) {
        families.computeIfAbsent(family(metric), f -> new LinkedHashSet<>()).add(metric);
      }
    }
    families.forEach(
        (family, metrics) -> {
          html.raw("<details class=\"family\">\n<summary>").text(family);
          html.raw(" <small>").text(Quantities.count(metrics.size())).raw("</small></summary>\n");
          new ResultsTable(run, run.manifest().regimes()).write(html, family, metrics);
          html.raw("</details>\n");
        });
  }

  private String family(String metric) {
    MetricDefinition definition = run.metrics().get(metric);
    return definition == null ? "Other" : definition.family();
  }
}
