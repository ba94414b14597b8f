package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.Quantities.Scale;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page about two runs: what differs in settings, in metrics, in charts. */
final class DifferencePage {
  private static final int COLUMNS = 4;
  private static final int MOST_SETTINGS = 60;
  private static final int MOST_NAMES = 40;

  private final RunPair pair;
  private final RunRecord differences;
  private final ReportInput input;
  private final String less;
  private final List<ReportPage.Figure> figures;
  private final List<String> leftOut;
  private final Html html = new Html();
  private final List<String> same = new ArrayList<>();
  private final Map<String, List<String>> moved = new LinkedHashMap<>();

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
    for (String metric : differences.series().metrics()) {
      if (moves(metric)) {
        MetricDefinition definition = differences.metrics().get(metric);
        String family = definition == null ? "Other" : definition.family();
        moved.computeIfAbsent(family, f -> new ArrayList<>()).add(metric);
      } else {
        same.add(metric);
      }
    }
  }

  private boolean moves(String metric) {
    for (String policy : differences.series().policies()) {
      for (String regime : differences.series().regimes()) {
        for (double[] values : replicates(policy, regime, metric)) {
          for (double value : values) {
            if (value != 0) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private List<double[]> replicates(String policy, String regime, String metric) {
    SeriesTable series = differences.series();
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < series.replicates(); k++) {
      series.find(policy, regime, metric, k).ifPresent(all::add);
    }
    return all;
  }

  String html() {
    PageFrame.open(html, less + ": " + input.name());
    answer();
    settings();
    metrics();
    charts();
    runs();
    return PageFrame.close(html);
  }

  private void answer() {
    html.raw("<section id=\"answer\">\n");
    html.element("p class=\"eyebrow\"", "depinsim differences · " + input.name());
    html.element("h1", less);
    int all = differences.series().metrics().size();
    int count = all - same.size();
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

  private static String some(List<String> names) {
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

  private void metrics() {
    html.raw("<section id=\"results\">\n<h2>Metrics</h2>\n");
    html.element(
        "p",
        "Mean difference over the matched replicates, and the lowest and the highest of them; the"
            + " largest difference of any replicate and when it was. Descriptions, no intervals:"
            + " a comparison gives those.");
    moved.forEach(
        (family, keys) -> {
          html.raw("<details open class=\"family\">\n<summary>").text(family);
          html.raw(" <small>").text(Quantities.count(keys.size())).raw("</small></summary>\n");
          html.openTable(
              family,
              Cell.text("Case"),
              Cell.number("At the end").note("lowest to highest"),
              Cell.number("Largest"),
              Cell.text("When"));
          keys.forEach(this::metric);
          html.closeTable().raw("</details>\n");
        });
    if (!same.isEmpty()) {
      html.element("p", "The same at every time in every replicate: " + some(same) + ".");
    }
    html.raw("</section>\n");
  }

  private void metric(String metric) {
    boolean share = differences.isShare(metric);
    double factor = share ? 100 : 1;
    String unit = share ? "points" : differences.unit(metric);
    html.group(COLUMNS, Cell.text(differences.label(metric)).beside(metric), unit);
    for (String regime : differences.series().regimes()) {
      for (String policy : differences.series().policies()) {
        List<double[]> replicates = replicates(policy, regime, metric);
        if (!replicates.isEmpty()) {
          html.row(cells(name(policy, regime), replicates, factor));
        }
      }
    }
  }

  private String name(String policy, String regime) {
    return differences.series().regimes().size() == 1 ? policy : policy + ", " + regime;
  }

  private Cell[] cells(String name, List<double[]> replicates, double factor) {
    double sum = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double largest = 0;
    int when = 0;
    for (double[] values : replicates) {
      double end = factor * values[values.length - 1];
      sum += end;
      low = Math.min(low, end);
      high = Math.max(high, end);
      for (int t = 0; t < values.length; t++) {
        if (Math.abs(factor * values[t]) > Math.abs(largest)) {
          largest = factor * values[t];
          when = t;
        }
      }
    }
    Scale scale = Scale.of(low, high);
    String range = Quantities.format(low, scale) + " to " + Quantities.format(high, scale);
    return new Cell[] {
      Cell.text(name),
      Cell.number(signed(sum / replicates.size())).note(replicates.size() == 1 ? "" : range),
      Cell.number(signed(largest)),
      Cell.text(
          largest == 0
              ? "–"
              : differences
                  .series()
                  .times()
                  .get(when)
                  .atOffset(ZoneOffset.UTC)
                  .toLocalDate()
                  .toString())
    };
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Quantities.withUnit(value, "");
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
          "p", "Left out, since the other run lacks a metric of theirs: " + some(leftOut) + ".");
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
