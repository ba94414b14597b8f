package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import io.depinsim.reports.Html.Cell;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Answers to the questions of a comparison: differences, each policy by itself, the best. */
final class ComparisonSection {
  private static final int DIFFERENCE_COLUMNS = 7;

  /** With more regimes than this, all but the first are folded. */
  private static final int MOST_REGIMES = 3;

  private final RunRecord run;
  private final List<AskedQuestion> questions;

  /**
   * A section of answers.
   *
   * @param run a comparison
   */
  ComparisonSection(RunRecord run) {
    this.run = run;
    this.questions = AskedQuestion.of(run.comparison().orElseThrow());
  }

  /**
   * The answers in words, a line each, for those who read no further.
   *
   * @param asked names of all questions that the scenario asks
   */
  void writeList(Html html, List<String> asked) {
    if (questions.isEmpty()) {
      return;
    }
    html.raw("<ul class=\"claims\">\n");
    for (AskedQuestion question : questions) {
      html.raw("<li><b>").prose(question.title(run)).raw("</b>, against ");
      html.prose(question.base() + ": " + ComparisonWords.said(question)).raw("</li>\n");
    }
    html.raw("</ul>\n");
    html.element(
        "p class=\"quiet\"",
        "Mean differences over "
            + Quantities.count(run.manifest().replicates())
            + " paired replicates with 95\u00a0% intervals that hold all at once, "
            + (run.manifest().inputsDrawn()
                ? "with uncertain inputs drawn anew for each replicate."
                : "conditional on the inputs as written."));
    ComparisonWords.remarks(run.comparison().orElseThrow(), asked)
        .forEach(remark -> html.element("p class=\"quiet\"", remark));
  }

  void write(Html html) {
    html.element("h3", "Questions");
    if (questions.isEmpty()) {
      html.element(
          "p",
          "The scenario asks nothing of a metric, so no difference is judged; all are listed below.");
      return;
    }
    html.element(
        "p",
        "Every policy less the base, replicate by replicate. A verdict needs the whole interval"
            + " beyond the smallest difference that matters (better, worse; higher, lower where"
            + " neither side is better) or within it (equivalent). The intervals of all questions,"
            + " policies and regimes hold at once with 95\u00a0%. Variance reduction is how many times"
            + " the replicates the same interval would take if policies met different luck.");
    perRegime(html, "Differences", this::differences);
    PolicyTables tables = new PolicyTables(run, questions);
    html.element("h3", "Each policy by itself");
    html.element(
        "p",
        "Mean over replicates ± half of Student's 95\u00a0% interval, and quantiles over replicates."
            + " Two of these intervals say nothing about the interval of a difference, which is"
            + " paired.");
    perRegime(html, "Each policy by itself", tables::arms);
    if (questions.stream().anyMatch(question -> !question.best().isEmpty())) {
      html.element("h3", "Which policy is best");
      html.element(
          "p",
          "The lead is what a policy is better by than the best of the others; below 0 another one"
              + " is better. A policy is among the best if no other is better beyond doubt, by any margin:"
              + " a verdict above asks for more, a difference that matters, and its interval holds at"
              + " once with those of all questions, these with those of one question and regime.");
      perRegime(html, "Which policy is best", tables::standings);
    }
  }

  private interface Table {
    void write(Html html, String label, String regime);
  }

  private void perRegime(Html html, String label, Table table) {
    List<String> regimes = run.manifest().regimes();
    for (int i = 0; i < regimes.size(); i++) {
      String regime = regimes.get(i);
      String named = regimes.size() == 1 ? label : label + ", regime " + regime;
      boolean folded = regimes.size() > MOST_REGIMES && i > 0;
      if (folded) {
        html.raw("<details>\n").element("summary", "Under the regime " + regime);
      } else if (regimes.size() > 1) {
        html.raw("<h4>").text("Under the regime " + regime).raw("</h4>\n");
      }
      table.write(html, named, regime);
      if (folded) {
        html.raw("</details>\n");
      }
    }
  }

  private void differences(Html html, String label, String regime) {
    html.openTable(
        label,
        Cell.text("Policy"),
        Cell.text("Verdict"),
        Cell.number("Mean"),
        Cell.number("Less base").note("95 % interval"),
        Cell.number("Correlation").note("with the base"),
        Cell.number("Variance").note("reduction"),
        Cell.number("Replicates").note("to settle it"));
    for (AskedQuestion question : questions) {
      List<ComparisonRow> rows = question.under(regime);
      if (rows.isEmpty()) {
        continue;
      }
      html.group(
          DIFFERENCE_COLUMNS,
          Cell.text(question.title(run)).note(asked(question, rows.get(0))),
          "");
      for (ComparisonRow row : rows) {
        String mark = row.verdict() == Verdict.worse ? "✗ " : "";
        html.row(
            Cell.text(row.policy()),
            Cell.text(mark + ComparisonWords.word(row.verdict())),
            Cell.number(mean(question, row.policyMean())),
            Cell.number(AskedQuestion.measured(row)),
            Cell.number(decimals(row.correlation())),
            Cell.number(times(row.varianceReduction())),
            Cell.number(ComparisonWords.replicatesNeeded(row)));
      }
    }
    html.closeTable();
  }

  private static String asked(AskedQuestion question, ComparisonRow row) {
    String direction =
        question.better() == Direction.NEITHER
            ? "Neither direction is better"
            : question.better() == Direction.HIGHER ? "Higher is better" : "Lower is better";
    return direction
        + "; a difference matters from "
        + question.matters(row)
        + ". Base: "
        + row.base()
        + (row.baseMean().isEmpty() ? "" : ", mean " + mean(question, row.baseMean()))
        + ".";
  }

  private static String mean(AskedQuestion question, OptionalDouble mean) {
    return mean.isEmpty() ? "undefined" : question.mean(mean.getAsDouble());
  }

  static String decimals(OptionalDouble value) {
    return value.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%.2f", value.getAsDouble()).replace('-', Quantities.MINUS);
  }

  /** With its sign, unless it is printed as 0. */
  static String signed(double value) {
    String text = decimals(OptionalDouble.of(Math.abs(value)));
    return text.equals("0.00") ? text : (value > 0 ? "+" : String.valueOf(Quantities.MINUS)) + text;
  }

  static String times(OptionalDouble factor) {
    if (factor.isEmpty()) {
      return "–";
    }
    double value = factor.getAsDouble();
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value) + "\u00a0×";
  }
}
