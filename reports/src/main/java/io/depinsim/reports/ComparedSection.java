package io.depinsim.reports;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.scenario.HistorySpec;
import io.depinsim.core.scenario.LevelChange;
import io.depinsim.reports.Html.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was compared: what differs from the base, and measured histories. */
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
    if (run.severalCases()) {
      differences(html);
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

  private void differences(Html html) {
    Map<String, List<LevelChange>> groups = new LinkedHashMap<>();
    for (LevelChange change : input.changes()) {
      if (wasRun(change)) {
        groups.computeIfAbsent(change.group(), g -> new ArrayList<>()).add(change);
      }
    }
    if (groups.isEmpty()) {
      list(html, "Policies", run.manifest().policies());
      list(html, "Regimes", run.manifest().regimes());
      return;
    }
    html.element("p", "What differs from the base, as the scenario writes it:");
    groups.forEach(
        (group, changes) -> {
          String label =
              group.isEmpty()
                  ? "Regimes"
                  : groups.size() == 1 ? "Policies" : "Policies, factor " + group;
          html.element("h3", label);
          new ChangesTable(changes).write(html, label);
        });
  }

  private static void list(Html html, String label, List<String> names) {
    if (names.size() > 1) {
      html.element("p", label + ": " + String.join(", ", names) + "; the first is the base.");
    }
  }

  private boolean wasRun(LevelChange change) {
    List<String> names =
        change.group().isEmpty() ? run.manifest().regimes() : run.manifest().policies();
    return names.stream().anyMatch(name -> List.of(name.split("/")).contains(change.level()));
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
