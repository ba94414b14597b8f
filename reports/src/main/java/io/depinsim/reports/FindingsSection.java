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
  private static final int COLUMNS = 5;

  private final RunRecord run;

  FindingsSection(RunRecord run) {
    this.run = run;
  }

  /** The claims with their effects in words, a line each, for those who read no further. */
  void writeList(Html html) {
    if (run.findings().isEmpty()) {
      return;
    }
    html.raw("<ul class=\"claims\">\n");
    byName()
        .values()
        .forEach(
            rows -> {
              String claim = rows.get(0).claim();
              String plain = claim.endsWith(".") ? claim.substring(0, claim.length() - 1) : claim;
              html.raw("<li><b>").prose(plain).raw("</b>: ").prose(sentence(rows)).raw("</li>\n");
            });
    html.raw("</ul>\n");
    html.element(
        "p class=\"quiet\"",
        (run.manifest().replicates() == 1
                ? "Effects of one replicate, without intervals"
                : "Mean effects with 95\u00a0% intervals over " + run.manifest().replicates())
            + (run.manifest().replicates() == 1 ? "" : " replicates")
            + (run.comparison().isPresent() && run.manifest().inputsDrawn()
                ? ", with uncertain inputs drawn anew for each replicate."
                : ", conditional on the inputs as written."));
  }

  private String sentence(List<FindingRow> rows) {
    Map<String, List<FindingRow>> regimes = new LinkedHashMap<>();
    rows.forEach(row -> regimes.computeIfAbsent(row.regime(), r -> new ArrayList<>()).add(row));
    if (run.manifest().regimes().size() == 1) {
      return FindingWords.outcome(rows) + ".";
    }
    List<String> parts = new ArrayList<>();
    regimes.forEach(
        (regime, own) -> parts.add("under " + regime + " " + FindingWords.outcome(own)));
    return String.join("; ", parts) + ".";
  }

  private Map<String, List<FindingRow>> byName() {
    Map<String, List<FindingRow>> byName = new LinkedHashMap<>();
    run.findings()
        .forEach(row -> byName.computeIfAbsent(row.finding(), n -> new ArrayList<>()).add(row));
    return byName;
  }

  /** The table: a group of rows per claim. */
  void write(Html html) {
    if (run.findings().isEmpty()) {
      return;
    }
    html.element("h3 id=\"findings\"", "Findings");
    html.element("p", introduction());
    html.openTable(
        "Findings",
        Cell.text("Effect of"),
        Cell.text("Verdict"),
        Cell.number("Mean effect").note("95 % interval"),
        Cell.number("Claimed"),
        Cell.number("Replicates").note("that meet it"));
    byName()
        .forEach(
            (name, rows) -> {
              FindingRow first = rows.get(0);
              html.group(COLUMNS, Cell.text(first.claim()).note(meaning(name, first)), "");
              rows.forEach(row -> html.row(cells(row)));
            });
    html.closeTable();
  }

  private String introduction() {
    int replicates = run.manifest().replicates();
    return replicates == 1
        ? "Claims of the scenario held against this run. One replicate has no interval, so every"
            + " claim is undecided, whatever its effect."
        : "A claim holds here if the whole 95\u00a0% interval of its mean effect meets it, is reversed"
            + " if the whole interval lies on the other side of the limit, and is undecided"
            + " otherwise. Differences between policies are paired by replicate; differences of"
            + " shares are in percentage points.";
  }

  private Cell[] cells(FindingRow row) {
    String compared =
        row.policyFrom().isEmpty() ? row.policyTo() : row.policyTo() + " less " + row.policyFrom();
    boolean regimes = run.manifest().regimes().size() > 1;
    String mark = row.verdict() == Verdict.reversed ? "✗ " : "";
    return new Cell[] {
      Cell.text(regimes ? row.regime() + ": " + compared : compared),
      Cell.text(mark + FindingWords.verdict(row.verdict())),
      Cell.number(FindingWords.effect(row)).beside(FindingWords.interval(row)),
      Cell.number(FindingWords.limit(row)),
      Cell.number(share(row))
    };
  }

  private String meaning(String name, FindingRow row) {
    String what = run.label(row.metric()) + ", " + Expectations.statistic(row.statistic());
    String compared =
        row.policyFrom().isEmpty()
            ? ", under each policy by itself"
            : row.relative() ? ", relative to that under " + row.policyFrom() : "";
    String source = row.source().isEmpty() ? "" : " Source: " + row.source() + ".";
    return name + ": " + what + compared + "." + source;
  }

  private static String share(FindingRow row) {
    long count = Math.round(row.shareHolding() * row.replicates());
    return Quantities.count(count) + " of " + Quantities.count(row.replicates());
  }
}
