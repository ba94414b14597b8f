package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.Manifest;
import io.depinsim.reports.Html.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Health of the run: invariants, limits that bound, replicates. */
final class HealthSection {

  private final RunRecord run;

  HealthSection(RunRecord run) {
    this.run = run;
  }

  void write(Html html) {
    Manifest manifest = run.manifest();
    html.raw("<section id=\"health\">\n<h2>Health of the run</h2>\n");
    html.element("h3", "Invariants");
    invariants(html, manifest);
    html.element("h3", "Caps, floors and limiters");
    new ClampsTable(run).write(html);
    html.element("h3", "Replicates and variance reduction");
    int replicates = manifest.replicates();
    html.element(
        "p",
        replicates == 1
            ? "1 replicate: nothing here measures how much chance moves the results."
            : replicates
                + " replicates. Bands in the charts are quantiles over "
                + banded(manifest));
    html.element("p", paired() + " Kernels ran on " + manifest.backend() + ".");
    run.comparison().ifPresent(comparison -> bought(html, comparison));
    html.raw("</section>\n");
  }

  /** What shared luck bought, per question: the least and the most over policies and regimes. */
  private static void bought(Html html, ComparisonRecord comparison) {
    List<AskedQuestion> questions = AskedQuestion.of(comparison);
    if (questions.isEmpty()) {
      return;
    }
    html.element(
        "p",
        "How many times the replicates the same intervals would take if every policy met luck of its"
            + " own; below 1 shared luck made them wider:");
    html.openTable(
        "Variance reduction",
        Cell.text("Question"),
        Cell.number("Least"),
        Cell.number("Most"),
        Cell.number("Replicates"));
    for (AskedQuestion question : questions) {
      double[] factors =
          question.rows().stream()
              .filter(row -> row.varianceReduction().isPresent())
              .mapToDouble(row -> row.varianceReduction().getAsDouble())
              .toArray();
      html.row(
          Cell.text(question.name()),
          Cell.number(ComparisonSection.times(Arrays.stream(factors).min())),
          Cell.number(ComparisonSection.times(Arrays.stream(factors).max())),
          Cell.number(Quantities.count(question.rows().get(0).replicates())));
    }
    html.closeTable();
  }

  private static String banded(Manifest manifest) {
    return manifest.seriesReplicates() < manifest.replicates()
        ? "the first "
            + manifest.seriesReplicates()
            + " of them, whose series are kept; tables and findings are of all."
        : "them.";
  }

  private String paired() {
    if (run.comparison().isPresent()) {
      return "A replicate has the same luck under every policy and regime, so differences are paired.";
    }
    boolean paired = run.findings().stream().anyMatch(row -> !row.policyFrom().isEmpty());
    if (!run.severalCases()) {
      return "One case was run, so there are no differences that shared luck could make narrower.";
    }
    return "A replicate has the same luck under every policy and regime."
        + (paired
            ? " Findings that compare policies are intervals of the paired differences, which that"
                + " makes narrower where the policies respond alike; by how much was not measured."
            : " No finding compares two policies, so no difference was paired: intervals of two"
                + " cases say nothing about the interval of their difference.");
  }

  private static void invariants(Html html, Manifest manifest) {
    if (manifest.invariants().isEmpty()) {
      html.element("p", "None were checked (check level " + manifest.checkLevel() + ").");
      return;
    }
    html.element(
        "p",
        "A breach ends a run, so a finished run has none. Check level: "
            + manifest.checkLevel()
            + ".");
    html.openTable(
        "Invariants", Cell.text("Invariant"), Cell.number("Checks"), Cell.number("Breaches"));
    for (Map.Entry<String, Long> entry : manifest.invariants().entrySet()) {
      html.row(
          Cell.text(entry.getKey()),
          Cell.number(Quantities.count(entry.getValue())),
          Cell.number("0"));
    }
    html.closeTable();
  }
}
