package io.depinsim.reports;

import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.reports.Html.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings: each claim of the scenario and how it came out under each regime. */
final class FindingsSection {
  private final RunRecord run;

  FindingsSection(RunRecord run) {
    this.run = run;
  }

  void write(Html html) {
    if (run.findings().isEmpty()) {
      return;
    }
    html.raw("<section id=\"findings\">\n<h2>Findings</h2>\n");
    html.element("p", introduction());
    Map<String, List<FindingRow>> byName = new LinkedHashMap<>();
    run.findings()
        .forEach(row -> byName.computeIfAbsent(row.finding(), n -> new ArrayList<>()).add(row));
    byName.forEach((name, rows) -> claim(html, name, rows));
    html.raw("</section>\n");
  }

  private String introduction() {
    int replicates = run.manifest().replicates();
    return replicates == 1
        ? "Claims of the scenario held against this run. One replicate has no interval, so every"
            + " claim is undecided, whatever its effect."
        : "Claims of the scenario held against this run: the mean effect over "
            + replicates
            + " replicates with its 95 % interval, paired where two policies are compared. A claim"
            + " holds here if the whole interval meets it, is reversed if the whole interval lies on"
            + " the other side of the limit, and is undecided otherwise. All of it is conditional on"
            + " the inputs as written.";
  }

  private void claim(Html html, String name, List<FindingRow> rows) {
    FindingRow first = rows.get(0);
    html.raw("<h3>").prose(first.claim()).raw("</h3>\n");
    html.raw("<p>").prose(meaning(name, first)).raw("</p>\n");
    boolean regimes = run.manifest().regimes().size() > 1;
    boolean alone = first.policyFrom().isEmpty();
    List<Cell> head = new ArrayList<>();
    if (regimes) {
      head.add(Cell.text("Regime"));
    }
    if (alone) {
      head.add(Cell.text("Policy"));
    }
    head.add(Cell.text("Verdict"));
    head.add(Cell.number("Mean effect"));
    head.add(Cell.number("Claimed"));
    head.add(Cell.number("Replicates that meet it"));
    html.openTable("Finding " + name, head.toArray(Cell[]::new));
    for (FindingRow row : rows) {
      List<Cell> cells = new ArrayList<>();
      if (regimes) {
        cells.add(Cell.text(row.regime()));
      }
      if (alone) {
        cells.add(Cell.text(row.policyTo()));
      }
      cells.add(Cell.text(verdict(row.verdict())));
      cells.add(
          Cell.number(FindingWords.effect(row, row.meanEffect())).note(FindingWords.interval(row)));
      cells.add(Cell.number(FindingWords.limit(row)));
      cells.add(Cell.number(share(row)));
      html.row(cells.toArray(Cell[]::new));
    }
    html.closeTable();
  }

  private String meaning(String name, FindingRow row) {
    String statistic = Expectations.statistic(row.statistic());
    String what = run.label(row.metric()) + ", " + statistic;
    String compared =
        row.policyFrom().isEmpty()
            ? "under each policy by itself"
            : "under "
                + row.policyTo()
                + " less that under "
                + row.policyFrom()
                + (row.relative() ? ", relative to the latter" : "");
    String source = row.source().isEmpty() ? "" : " Source: " + row.source() + ".";
    return name + ": " + what + ", " + compared + "." + source;
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case holds -> "holds";
      case reversed -> "✗ reversed";
      case undecided -> "undecided";
      case refused -> "none: price from outside";
    };
  }

  private static String share(FindingRow row) {
    long count = Math.round(row.shareHolding() * row.replicates());
    return Quantities.count(count) + " of " + Quantities.count(row.replicates());
  }
}
