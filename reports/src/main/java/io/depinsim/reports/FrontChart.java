package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import io.depinsim.reports.ComparisonCharts.Captioned;
import io.depinsim.reports.chart.ComparisonChart;
import io.depinsim.reports.chart.ComparisonChart.Front;
import io.depinsim.reports.chart.ComparisonChart.FrontPanel;
import io.depinsim.reports.chart.ComparisonChart.Interval;
import io.depinsim.reports.chart.ComparisonChart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first two questions of which one side is better, against each other. */
final class FrontChart {
  private final ComparisonCharts charts;
  private final List<AskedQuestion> questions;

  FrontChart(ComparisonCharts charts, List<AskedQuestion> questions) {
    this.charts = charts;
    this.questions = questions;
  }

  /** The picture; empty where fewer than two questions can be drawn. */
  Optional<Captioned> chart() {
    List<AskedQuestion> two =
        questions.stream()
            .filter(question -> question.better() != Direction.NEITHER)
            .filter(question -> question.rows().stream().allMatch(FrontChart::usable))
            .limit(2)
            .toList();
    if (two.size() < 2 || charts.policies().size() < 2) {
      return Optional.empty();
    }
    List<FrontPanel> panels = new ArrayList<>();
    List<String> told = new ArrayList<>();
    List<String> regimes = two.get(0).regimes();
    for (String regime : regimes) {
      List<Point> points = points(two.get(0), two.get(1), regime);
      panels.add(new FrontPanel(regimes.size() == 1 ? "" : regime, points));
      List<String> sure =
          points.stream()
              .filter(point -> point.standing() == ComparisonChart.Standing.FRONT)
              .map(Point::label)
              .toList();
      told.add(
          (regimes.size() == 1 ? "" : "under " + regime + " ")
              + (sure.isEmpty() ? "none" : ComparisonWords.list(sure)));
    }
    String both = charts.about(two.get(0)) + " and " + charts.about(two.get(1));
    String onFront = "On the front beyond doubt: " + String.join("; ", told) + ".";
    return Optional.of(
        new Captioned(
            "pareto",
            new Front(
                RunCharts.id("pareto"),
                "Policies by two questions: " + both,
                onFront,
                charts.footer(),
                side(two.get(0)),
                side(two.get(1)),
                panels),
            both
                + ", each less "
                + two.get(0).base()
                + ", which stands where both are 0. A policy is on the front if no other one is"
                + " better in both; the dashed line joins those that are by their means. "
                + onFront
                + " Crosses are intervals of the paired differences that hold all at once with 95 %;"
                + " where two of them do not meet, one policy is better beyond doubt."));
  }

  private static boolean usable(ComparisonRow row) {
    return row.meanDifference().isPresent() && row.verdict() != Verdict.refused;
  }

  private String side(AskedQuestion question) {
    String unit = question.differenceUnit();
    return charts.about(question)
        + (unit.isEmpty() ? "" : ", " + unit)
        + (question.better() == Direction.HIGHER ? " (higher is better)" : " (lower is better)");
  }

  private List<Point> points(AskedQuestion one, AskedQuestion other, String regime) {
    List<Point> points = new ArrayList<>();
    Interval none = new Interval(0, 0, 0);
    for (String policy : charts.policies()) {
      Optional<Interval> x =
          policy.equals(one.base()) ? Optional.of(none) : interval(one, policy, regime);
      Optional<Interval> y =
          policy.equals(one.base()) ? Optional.of(none) : interval(other, policy, regime);
      if (x.isPresent() && y.isPresent()) {
        points.add(
            new Point(
                policy, charts.colour(policy), x.get(), y.get(), ComparisonChart.Standing.PERHAPS));
      }
    }
    return new ParetoFront(one.better(), other.better()).judged(points);
  }

  private static Optional<Interval> interval(AskedQuestion question, String policy, String regime) {
    double factor = question.factor();
    return question.under(regime).stream()
        .filter(row -> row.policy().equals(policy))
        .findFirst()
        .map(
            row ->
                new Interval(
                    factor * row.meanDifference().getAsDouble(),
                    factor * row.ci95Low().getAsDouble(),
                    factor * row.ci95High().getAsDouble()));
  }
}
