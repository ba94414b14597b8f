package io.depinsim.reports;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.reports.Html.Cell;
import java.util.List;

/** The page about two runs: what differs in settings, in metrics, in charts. */
final class DifferencePage {
  private static final int MOST_SETTINGS = 60;
  private static final int MOST_NAMES = 40;

  private final RunPair pair;
  private final RunRecord differences;
  private final ReportInput input;
  private final String less;
  private final List<ReportPage.Figure> figures;
  private final List<String> leftOut;
  private final Html html = new Html();
  private final DifferenceTables metrics;

  DifferencePage(
      RunPair pair,
      RunRecord differences,
      ReportInput input,
      String less,
      List<ReportPage.Figure> figures,
      List<String> leftOut) {
    this.pair = pair;
    this.differences = differences;
    this.input = input;
    this.less = less;
    this.figures = figures;
    this.leftOut = leftOut;
    this.metrics = new DifferenceTables(differences);
  }

  String html() {
    PageFrame.open(html, less + ": " + input.name());
    answer();
    settings();
    metrics.write(html);
    charts();
    runs();
    return PageFrame.close(html);
  }

  private void answer() {
    html.raw("<section id=\"answer\">\n");
    html.element("p class=\"eyebrow\"", "depinsim differences · " + input.name());
    html.element("h1", less);
    int all = differences.series().metrics().size();
    int count = all - metrics.same().size();
    String told =
        count == 0
            ? "The runs agree in every value of every metric that both recorded."
            : "Of "
                + Quantities.count(all)
                + " metrics that both runs recorded, "
                + Quantities.count(count)
                + (count == 1 ? " differs" : " differ")
                + " at some time.";
    html.element("p class=\"answer\"", told + " " + DifferenceReport.luck(pair));
    SeriesTable series = differences.series();
    html.element(
        "p",
        "Matched: policies "
            + String.join(", ", series.policies())
            + "; regimes "
            + String.join(", ", series.regimes())
            + "; "
            + Quantities.count(series.replicates())
            + (series.replicates() == 1 ? " replicate" : " replicates")
            + " whose series both runs kept; "
            + Quantities.count(series.times().size())
            + " times.");
    List<String> unmatched = pair.unmatched();
    if (!unmatched.isEmpty()) {
      html.element("p", "Without a partner: " + some(unmatched) + ".");
    }
    html.raw("</section>\n");
  }

  /** Names, not too many of them. */
  static String some(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and "
            + Quantities.count(names.size() - MOST_NAMES)
            + " more";
  }

  private void settings() {
    html.raw("<section id=\"settings\">\n<h2>What differs in the settings</h2>\n");
    Manifest one = pair.run().manifest();
    Manifest two = pair.other().manifest();
    List<SettingsDifference.Row> rows = SettingsDifference.of(one.scenario(), two.scenario());
    if (one.inputsDrawn() != two.inputsDrawn()) {
      html.element(
          "p",
          "Uncertain inputs were drawn anew for each replicate in "
              + (one.inputsDrawn() ? "this run" : "the other")
              + " alone.");
    }
    if (one.scenario().isEmpty() || two.scenario().isEmpty()) {
      html.element("p", "A run does not hold its scenario, so its settings are not known.");
    } else if (rows.isEmpty()) {
      html.element("p", "Nothing: both runs have the same resolved scenario.");
    } else {
      html.openTable("Settings", Cell.text("Value"), Cell.text("This run"), Cell.text("The other"));
      rows.stream()
          .limit(MOST_SETTINGS)
          .forEach(
              row ->
                  html.row(Cell.text(row.path()), Cell.text(row.here()), Cell.text(row.there())));
      html.closeTable();
      if (rows.size() > MOST_SETTINGS) {
        html.element(
            "p", "Of " + Quantities.count(rows.size()) + " differences the first are shown.");
      }
    }
    html.raw("</section>\n");
  }

  private void charts() {
    html.raw("<section id=\"charts\">\n<h2>Charts</h2>\n");
    for (int i = 0; i < figures.size(); i++) {
      ReportPage.Figure figure = figures.get(i);
      String files = "charts/" + figure.name() + ".svg, .png";
      PageFrame.figure(html, i + 1, figure.svg(), figure.caption(), files);
    }
    if (figures.isEmpty() && leftOut.isEmpty()) {
      html.element("p", "The scenario asks for no chart.");
    }
    if (!leftOut.isEmpty()) {
      html.element(
          "p",
          "Left out, since the other run lacks a metric of theirs or they are not over time: "
              + some(leftOut)
              + ".");
    }
    html.raw("</section>\n");
  }

  private void runs() {
    html.raw("<section id=\"runs\">\n<h2>The two runs</h2>\n");
    for (RunRecord each : List.of(pair.run(), pair.other())) {
      Manifest manifest = each.manifest();
      html.raw("<pre tabindex=\"0\"><code>").text(manifest.commandLine()).raw("</code></pre>\n");
      html.raw("<dl>\n");
      html.element("dt", "Seed").element("dd", Long.toString(manifest.seed()));
      html.element("dt", "Replicates").element("dd", Integer.toString(manifest.replicates()));
      html.element("dt", "Program")
          .element("dd", manifest.program() + " " + manifest.programVersion());
      html.element("dt", "Digest of the first replicate").element("dd", each.shortDigest());
      html.raw("</dl>\n");
    }
    html.raw("</section>\n");
  }
}
