package io.depinsim.reports;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.scenario.HistorySpec;
import io.depinsim.reports.Html.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was compared: policies, regimes and measured histories. */
final class ComparedSection {

  private final RunRecord run;
  private final ReportInput input;

  ComparedSection(RunRecord run, ReportInput input) {
    this.run = run;
    this.input = input;
  }

  void write(Html html) {
    html.raw("<section id=\"compared\">\n<h2>What was compared</h2>\n");
    html.raw("<p>").prose(cases()).raw("</p>\n");
    if (run.manifest().policies().size() > 1 || run.manifest().regimes().size() > 1) {
      table(html);
    }
    if (!input.history().isEmpty()) {
      html.element("p", "The run is held against measured history:");
      histories(html);
    }
    html.raw("</section>\n");
  }

  private String cases() {
    Manifest manifest = run.manifest();
    List<Instant> times = run.series().times();
    String span =
        times.isEmpty()
            ? "no time"
            : day(times.get(0))
                + " to "
                + day(times.get(times.size() - 1))
                + ", measured "
                + Quantities.count(times.size())
                + " times";
    int policies = manifest.policies().size();
    int regimes = manifest.regimes().size();
    String what =
        policies == 1 && regimes == 1
            ? "One case, no alternative policy"
            : policies
                + (policies == 1 ? " policy" : " policies")
                + " under "
                + regimes
                + (regimes == 1 ? " regime" : " regimes");
    int replicates = manifest.replicates();
    return what
        + ", "
        + span
        + ", "
        + replicates
        + (replicates == 1 ? " replicate." : " replicates.");
  }

  private void table(Html html) {
    html.openTable("Policies and regimes", Cell.text("Kind"), Cell.text("Name"), Cell.text("Role"));
    List<String> policies = run.manifest().policies();
    for (int i = 0; i < policies.size(); i++) {
      html.row(
          Cell.text("policy"), Cell.text(policies.get(i)), Cell.text(i == 0 ? "base" : "variant"));
    }
    for (String regime : run.manifest().regimes()) {
      html.row(Cell.text("regime"), Cell.text(regime), Cell.text("crossed with every policy"));
    }
    html.closeTable();
  }

  private void histories(Html html) {
    html.openTable(
        "Measured histories",
        Cell.text("History"),
        Cell.text("Compared with"),
        Cell.number("Points"),
        Cell.text("From"),
        Cell.text("To"));
    for (Map.Entry<String, HistorySpec> entry : input.history().entrySet()) {
      HistorySpec history = entry.getValue();
      TreeMap<LocalDate, Double> points = new TreeMap<>(history.points());
      html.row(
          Cell.text(history.label()).note(entry.getKey()),
          Cell.text(run.label(history.metric())),
          Cell.number(Quantities.count(points.size())),
          Cell.text(points.isEmpty() ? "–" : points.firstKey().toString()),
          Cell.text(points.isEmpty() ? "–" : points.lastKey().toString()));
    }
    html.closeTable();
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
