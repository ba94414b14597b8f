package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import io.depinsim.core.run.Manifest;
import io.depinsim.reports.chart.ComparisonChart;
import io.depinsim.reports.chart.ComparisonChart.Difference;
import io.depinsim.reports.chart.ComparisonChart.DifferencePanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a comparison found into pictures, each with its caption. */
final class ComparisonCharts {
  /** How many replicates each point of a map has stands last in what was asked for. */
  private static final Pattern LAST_NUMBER = Pattern.compile(" (\\d+)$");

  private final RunRecord run;
  private final ReportInput input;
  private final ComparisonRecord comparison;
  private final List<AskedQuestion> questions;

  /**
   * Pictures of a comparison.
   *
   * @param run a comparison
   */
  ComparisonCharts(RunRecord run, ReportInput input) {
    this.run = run;
    this.input = input;
    this.comparison = run.comparison().orElseThrow();
    this.questions = AskedQuestion.of(comparison);
  }

  /**
   * A picture.
   *
   * @param name of its files, without ending
   * @param caption what it shows, in sentences
   */
  record Captioned(String name, ComparisonChart chart, String caption) {}

  /** All of them, in page order. */
  List<Captioned> all() {
    List<Captioned> charts = new ArrayList<>();
    questions.forEach(question -> differences(question).ifPresent(charts::add));
    new FrontChart(this, questions).chart().ifPresent(charts::add);
    for (AskedQuestion question : questions) {
      new MapChart(this, comparison.map(), question).chart(input).ifPresent(charts::add);
    }
    return charts;
  }

  /** A name of a question as part of a file's name. */
  static String file(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  /** Colour of a policy in every picture; -1 for the base. */
  int colour(String policy) {
    return run.manifest().policies().indexOf(policy) - 1;
  }

  List<String> policies() {
    return run.manifest().policies();
  }

  /** What a question is about. */
  String about(AskedQuestion question) {
    return question.title(run);
  }

  String footer() {
    Manifest manifest = run.manifest();
    return String.join(
        " · ",
        input.name(),
        "seed " + manifest.seed(),
        Quantities.count(manifest.replicates()) + " replicates",
        manifest.inputsDrawn() ? "uncertain inputs drawn" : "inputs as written",
        "digest " + run.shortDigest());
  }

  /** The same of maps, which have replicates of their own and draw no input. */
  String mapFooter() {
    Manifest manifest = run.manifest();
    Matcher each = LAST_NUMBER.matcher(manifest.asked().getOrDefault("the map", ""));
    return String.join(
        " · ",
        input.name(),
        "seed " + manifest.seed(),
        each.find()
            ? each.group(1) + " replicates at each point"
            : "the same replicates everywhere",
        "other inputs as written",
        "digest " + run.shortDigest());
  }

  private Optional<Captioned> differences(AskedQuestion question) {
    List<DifferencePanel> panels = new ArrayList<>();
    double factor = question.factor();
    for (String regime : question.regimes()) {
      List<Difference> dots = new ArrayList<>();
      for (ComparisonRow row : question.under(regime)) {
        dots.add(
            new Difference(
                row.policy(),
                colour(row.policy()),
                scaled(row.meanDifference(), factor),
                scaled(row.ci95Low(), factor),
                scaled(row.ci95High(), factor),
                word(row)));
      }
      panels.add(
          new DifferencePanel(
              question.regimes().size() == 1 ? "" : regime,
              factor * question.under(regime).get(0).matters().orElse(0),
              dots));
    }
    if (question.rows().stream().allMatch(row -> row.meanDifference().isEmpty())) {
      return Optional.empty();
    }
    String name = "difference-" + file(question.name());
    String said = ComparisonWords.said(question);
    return Optional.of(
        new Captioned(
            name,
            new ComparisonChart.Differences(
                RunCharts.id(name),
                about(question) + ": difference to " + question.base(),
                "Dots with 95 % intervals. Against " + question.base() + ": " + said,
                footer(),
                axis("less " + question.base(), question),
                panels),
            about(question)
                + ", against "
                + question.base()
                + ": "
                + said
                + " "
                + band(question)
                + " The intervals of all questions, policies and regimes hold at once with 95 %."));
  }

  /** What matters, as a share of the base, may differ between regimes. */
  private static String band(AskedQuestion question) {
    boolean alike = question.rows().stream().map(ComparisonRow::matters).distinct().count() == 1;
    return "Within the shaded band a difference does not matter"
        + (alike ? " (less than " + question.matters(question.rows().get(0)) + ")." : ".");
  }

  private static String word(ComparisonRow row) {
    return row.verdict() == Verdict.none ? "" : ComparisonWords.word(row.verdict());
  }

  private static double scaled(OptionalDouble value, double factor) {
    return value.isEmpty() ? Double.NaN : factor * value.getAsDouble();
  }

  private static String axis(String what, AskedQuestion question) {
    String unit = question.differenceUnit();
    String better =
        switch (question.better()) {
          case HIGHER -> ", right is better";
          case LOWER -> ", left is better";
          case NEITHER -> "";
        };
    return what + (unit.isEmpty() ? "" : ", " + unit) + better;
  }
}
