package io.depinsim.reports;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.Manifest.Clamp;
import io.depinsim.reports.Html.Cell;
import java.util.Comparator;
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
    clamps(html, manifest.clamps());
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
    html.raw("</section>\n");
  }

  private static String banded(Manifest manifest) {
    return manifest.seriesReplicates() < manifest.replicates()
        ? "the first "
            + manifest.seriesReplicates()
            + " of them, whose series are kept; tables and findings are of all."
        : "them.";
  }

  private String paired() {
    return run.findings().stream().anyMatch(row -> !row.policyFrom().isEmpty())
        ? "Findings that compare policies are paired: a replicate has the same luck under each."
        : "No paired differences were computed, so no variance reduction applies.";
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

  private static void clamps(Html html, List<Clamp> clamps) {
    if (clamps.isEmpty()) {
      html.element("p", "The run has no cap, floor or limiter, or none that reports itself.");
      return;
    }
    html.element("p", summary(clamps));
    html.openTable(
        "Caps, floors and limiters",
        Cell.text("Limit"),
        Cell.text("Case"),
        Cell.number("Bound"),
        Cell.number("Of"),
        Cell.number("Share"));
    for (Clamp clamp : clamps) {
      html.row(
          Cell.text(clamp.name()),
          Cell.text(clamp.policy() + ", " + clamp.regime()),
          Cell.number(Quantities.count(clamp.bound())),
          Cell.number(Quantities.count(clamp.opportunities())),
          Cell.number(clamp.opportunities() == 0 ? "–" : Quantities.percent(share(clamp))));
    }
    html.closeTable();
  }

  private static String summary(List<Clamp> clamps) {
    long bound = clamps.stream().filter(clamp -> clamp.bound() > 0).count();
    if (bound == 0) {
      return "None of " + clamps.size() + " limits ever bound.";
    }
    Clamp most =
        clamps.stream().max(Comparator.comparingDouble(HealthSection::share)).orElseThrow();
    return "Of "
        + clamps.size()
        + (clamps.size() == 1 ? " limit, " : " limits, ")
        + bound
        + " bound at least once; the most frequent, "
        + most.name()
        + ", in "
        + Quantities.percent(share(most))
        + " of its opportunities.";
  }

  private static double share(Clamp clamp) {
    return clamp.opportunities() == 0 ? 0 : (double) clamp.bound() / clamp.opportunities();
  }
}
