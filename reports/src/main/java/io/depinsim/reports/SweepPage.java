package io.depinsim.reports;

import io.depinsim.core.run.SweepManifest;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.run.SweepRecord.ShareRow;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.chart.SweepChart;
import io.depinsim.reports.chart.SweepImages;
import java.util.ArrayList;
import java.util.List;

/** The page of a sweep: shares, then each claim, then what was varied and what failed. */
final class SweepPage {
  private static final int MOST_FAILURES = 20;

  private final SweepRecord sweep;
  private final SweepManifest manifest;
  private final SweepFigures figures;
  private final Html html = new Html();

  SweepPage(SweepRecord sweep, SweepImages images) {
    this.sweep = sweep;
    this.manifest = sweep.manifest();
    this.figures = new SweepFigures(sweep.manifest(), images);
  }

  String html() {
    PageFrame.open(html, manifest.scenarioName() + ", sweep: " + manifest.question());
    answer();
    shares();
    html.raw("<section id=\"claims\">\n<h2>Claims one by one</h2>\n");
    SweepClaims claims = new SweepClaims(sweep, figures);
    sweep.shares().forEach(row -> claims.write(html, row));
    html.raw("</section>\n");
    inputs();
    health();
    reproduce();
    return PageFrame.close(html);
  }

  private void answer() {
    html.raw("<section id=\"answer\">\n");
    html.element("p class=\"eyebrow\"", "depinsim sweep · " + manifest.scenarioName());
    html.element("h1", manifest.question());
    html.raw("<p class=\"answer\">").prose(answerText()).raw("</p>\n<ul class=\"claims\">\n");
    for (ShareRow row : sweep.shares()) {
      String claim = row.claim();
      String plain = claim.endsWith(".") ? claim.substring(0, claim.length() - 1) : claim;
      html.raw("<li><b>").prose(plain).raw("</b>: ").prose(sentence(row)).raw("</li>\n");
    }
    html.raw("</ul>\n");
    html.element(
        "p",
        "A share counts combinations of inputs drawn from the ranges that the scenario states, under "
            + regime(manifest.regime())
            + ". It says how far a claim depends on what is assumed within this model; it is no"
            + " probability that the claim is true of the world.");
    html.raw("</section>\n");
  }

  private static String regime(String name) {
    return name.equals("base") ? "the base regime" : "the regime " + name;
  }

  private String answerText() {
    StringBuilder text = new StringBuilder("Over ");
    text.append(Quantities.count(manifest.points())).append(" combinations of ");
    text.append(plural(manifest.inputs().size(), "assumed input", "assumed inputs")).append(", ");
    List<ShareRow> judged = sweep.shares().stream().filter(r -> r.share().isPresent()).toList();
    List<String> always =
        judged.stream()
            .filter(r -> r.holds() == r.points() - r.failed())
            .map(ShareRow::finding)
            .toList();
    double[] rest =
        judged.stream()
            .filter(r -> r.holds() < r.points() - r.failed())
            .mapToDouble(r -> r.share().getAsDouble())
            .sorted()
            .toArray();
    if (always.isEmpty()) {
      text.append("no claim holds at every point with an effect");
    } else {
      text.append(always.size()).append(" of ").append(plural(judged.size(), "claim", "claims"));
      text.append(always.size() == 1 ? " holds" : " hold").append(" at every point with an effect");
      text.append(" (").append(String.join(", ", always)).append(')');
    }
    if (rest.length > 0) {
      String others = rest.length == 1 ? "; the other holds in " : "; the others hold in ";
      text.append(always.isEmpty() ? ", but in " : others).append(Quantities.percent(rest[0]));
      text.append(rest.length > 1 ? " to " + Quantities.percent(rest[rest.length - 1]) : "");
      text.append(" of them");
    }
    text.append('.');
    for (ShareRow row : sweep.shares()) {
      if (row.share().isEmpty()) {
        text.append(' ').append(row.finding()).append(" has no effect that could be computed.");
      }
    }
    if (manifest.failed() > 0) {
      text.append(' ').append(plural(manifest.failed(), "point", "points"));
      text.append(" could not be run.");
    }
    return text.toString();
  }

  private static String sentence(ShareRow row) {
    if (row.share().isEmpty()) {
      return "no effect that could be computed.";
    }
    return "holds in "
        + share(row)
        + " of points; median effect "
        + SweepClaims.effect(row, row.medianEffect())
        + ", nine tenths of the effects from "
        + SweepClaims.effect(row, row.effectQ05())
        + " to "
        + SweepClaims.effect(row, row.effectQ95())
        + ".";
  }

  private static String share(ShareRow row) {
    return Quantities.percent(row.share().getAsDouble())
        + " ["
        + Quantities.percent(row.wilson95Low().getAsDouble())
        + ", "
        + Quantities.percent(row.wilson95High().getAsDouble())
        + "]";
  }

  private void shares() {
    html.raw("<section id=\"shares\">\n<h2>How often each claim holds</h2>\n");
    List<SweepChart.Dot> dots = new ArrayList<>();
    for (ShareRow row : sweep.shares()) {
      boolean none = row.share().isEmpty();
      dots.add(
          new SweepChart.Dot(
              row.finding(),
              row.share().orElse(Double.NaN),
              row.wilson95Low().orElse(Double.NaN),
              row.wilson95High().orElse(Double.NaN),
              none ? "no effect" : share(row)));
    }
    String description = "Share of points at which each claim holds, with 95 % intervals.";
    figures.write(
        html,
        new SweepChart.Shares(
            "chart-shares",
            "Share of plausible inputs under which a claim holds",
            description,
            figures.footer(),
            dots),
        "Dots: share of points at which the claim holds; lines: Wilson's 95 % interval, which"
            + " covers the chance in drawing points and nothing else.");
    html.openTable(
        "Shares",
        Cell.text("Claim"),
        Cell.number("Holds in"),
        Cell.number("Share").note("95 % interval"),
        Cell.number("Median effect").note("5 % to 95 % quantile"),
        Cell.number("Claimed"));
    for (ShareRow row : sweep.shares()) {
      int counted = row.points() - row.failed();
      html.row(
          Cell.text(row.claim()).note(row.finding() + source(row)),
          Cell.number(Quantities.count(row.holds()) + " of " + Quantities.count(counted))
              .note(row.failed() == 0 ? "" : Quantities.count(row.failed()) + " without effect"),
          Cell.number(row.share().isEmpty() ? "–" : Quantities.percent(row.share().getAsDouble()))
              .note(row.share().isEmpty() ? "" : share(row).replaceFirst("^[^\\[]*", "")),
          Cell.number(SweepClaims.effect(row, row.medianEffect()))
              .note(
                  SweepClaims.effect(row, row.effectQ05())
                      + " to "
                      + SweepClaims.effect(row, row.effectQ95())),
          Cell.number(SweepClaims.limit(row)));
    }
    html.closeTable().raw("</section>\n");
  }

  private static String source(ShareRow row) {
    return row.source().isEmpty() ? "" : "; source: " + row.source();
  }

  private void inputs() {
    html.raw("<section id=\"inputs\">\n<h2>What was varied</h2>\n");
    html.element(
        "p",
        plural(manifest.inputs().size(), "input", "inputs")
            + " graded assumed, each spread over its stated range independently of the others;"
            + " those that span a factor of ten or more by their logarithm. "
            + plural(manifest.assumedHeld(), "further assumed input", "further assumed inputs")
            + " stayed as written: no range, no single number, or not chosen.");
    html.raw("<details>\n").element("summary", "All inputs that were varied");
    html.openTable(
        "Inputs varied",
        Cell.text("Input"),
        Cell.text("As written"),
        Cell.text("From"),
        Cell.text("To"),
        Cell.text("Spread"));
    for (SweepRecord.Input input : sweep.inputs()) {
      html.row(
          Cell.text(input.path())
              .note(input.setByPolicy() ? "under some policies set to a value of their own" : ""),
          Cell.text(input.value()),
          Cell.text(input.low()),
          Cell.text(input.high()),
          Cell.text(
              (input.logarithmic() ? "logarithm" : "value")
                  + (input.whole() ? ", whole numbers" : "")));
    }
    html.closeTable().raw("</details>\n</section>\n");
  }

  private void health() {
    html.raw("<section id=\"health\">\n<h2>Points that failed</h2>\n");
    if (sweep.failures().isEmpty()) {
      html.element("p", "None: every point ran to its end with its invariants intact.");
    } else {
      html.element(
          "p",
          plural(manifest.failed(), "point", "points")
              + " of "
              + Quantities.count(manifest.points())
              + " could not be run. They count for no claim and against none; failures.csv has all.");
      html.openTable("Points that failed", Cell.number("Point"), Cell.text("Why"));
      sweep.failures().stream()
          .limit(MOST_FAILURES)
          .forEach(
              row ->
                  html.row(Cell.number(Integer.toString(row.point())), Cell.text(row.sentence())));
      html.closeTable();
    }
    html.raw("</section>\n");
  }

  private void reproduce() {
    html.raw("<section id=\"reproduce\">\n<h2>How to reproduce</h2>\n");
    html.raw("<pre tabindex=\"0\"><code>").text(manifest.commandLine()).raw("</code></pre>\n");
    html.raw("<dl>\n");
    entry("Design", manifest.design() + ", " + manifest.points() + " points");
    entry("Replicates at a point", Integer.toString(manifest.replicates()));
    entry("Policies", String.join(", ", manifest.policies()));
    entry("Seed", Long.toString(manifest.seed()));
    entry("Digest", manifest.digest());
    entry("Program", manifest.program() + " " + manifest.programVersion());
    entry("Scenario file", manifest.scenarioPath());
    entry("Its SHA-256", manifest.scenarioSha256());
    html.raw("</dl>\n</section>\n");
  }

  private void entry(String name, String value) {
    html.element("dt", name).element("dd", value);
  }

  static String plural(int count, String one, String many) {
    return Quantities.count(count) + " " + (count == 1 ? one : many);
  }
}
