package io.depinsim.reports;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.scenario.Evidence;
import io.depinsim.core.scenario.Evidence.Grade;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.ExpectSpec.Basis;
import io.depinsim.reports.Html.Cell;
import java.util.ArrayList;
import java.util.List;

/** What the run rests on: graded inputs; put in, fitted or predicted; what is left out. */
final class BasisSection {

  private final RunRecord run;
  private final ReportInput input;
  private final Expectations expectations;

  BasisSection(RunRecord run, ReportInput input, Expectations expectations) {
    this.run = run;
    this.input = input;
    this.expectations = expectations;
  }

  void write(Html html) {
    html.raw("<section id=\"basis\">\n<h2>What it rests on</h2>\n");
    html.element("h3", "Input, fitted, predicted");
    if (run.expectations().isEmpty()) {
      html.element("p", "The scenario states no expectation.");
    } else {
      html.element(
          "p",
          "Only predicted quantities test the model. Inputs are echoed and fitted quantities were"
              + " chosen to agree; both are listed so that they are not mistaken for results."
              + " Errors are relative to the measured history, signed, model above history"
              + " positive.");
      outcomes(html);
    }
    if (run.comparison().isPresent()) {
      new UncertaintySection(run, input).write(html);
    }
    html.element("h3", "Inputs by grade of evidence");
    html.element("p", counts());
    for (Grade grade : Grade.values()) {
      evidence(html, grade);
    }
    leavesOut(html);
    html.raw("</section>\n");
  }

  private void outcomes(Html html) {
    html.openTable(
        "Input, fitted, predicted",
        Cell.text("Basis"),
        Cell.text("Quantity"),
        Cell.text("Statistic"),
        Cell.text("Window"),
        Cell.number("Result"),
        Cell.number("Allowed"),
        Cell.text("Outcome"));
    for (Basis basis : Basis.values()) {
      for (ExpectationRow row : run.expectations()) {
        if (row.basis() == basis) {
          String mark = row.outcome() == Outcome.failed ? "✗ " : "";
          html.row(
              Cell.text(basis.name()),
              Cell.text(row.name()).note(about(row)),
              Cell.text(Expectations.statistic(row)).note(against(row)),
              Cell.text(row.from().toString()).note("to\u00a0" + row.to()),
              Cell.number(expectations.value(row)),
              Cell.number(expectations.allowed(row)),
              Cell.text(mark + Expectations.outcome(row)));
        }
      }
    }
    html.closeTable();
  }

  /** The metric and, where there are several, the case. */
  private String about(ExpectationRow row) {
    String across =
        row.across() == ExpectSpec.Across.each ? "" : ", " + row.across() + " of the replicates";
    String where = run.severalCases() ? ", " + run.caseName(row.policy(), row.regime()) : "";
    return run.label(row.metric()) + where + across;
  }

  private String against(ExpectationRow row) {
    if (row.history().isEmpty()) {
      return "";
    }
    return input.history().containsKey(row.history())
        ? "against " + input.history().get(row.history()).label()
        : "against " + row.history();
  }

  private String counts() {
    List<String> parts = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      parts.add(of(grade).size() + " " + grade.name());
    }
    int all = input.evidence().size();
    return all
        + (all == 1 ? " input: " : " inputs: ")
        + String.join(", ", parts)
        + (run.comparison().isPresent() && run.manifest().inputsDrawn()
            ? ". How the differences go with the inputs that were drawn stands above; how much each"
                + " other one matters has not been measured in this run."
            : ". How much each matters for the answer has not been measured in this run.");
  }

  private List<Evidence> of(Grade grade) {
    return input.evidence().stream().filter(item -> item.grade() == grade).toList();
  }

  private void evidence(Html html, Grade grade) {
    List<Evidence> items = of(grade);
    if (items.isEmpty()) {
      return;
    }
    boolean open = grade == Grade.fitted || grade == Grade.assumed;
    html.raw(open ? "<details open>\n" : "<details>\n");
    html.element("summary", grade.name() + " (" + items.size() + "): " + meaning(grade));
    html.openTable(
        "Inputs, " + grade.name(),
        Cell.text("Input"),
        Cell.text("Value"),
        Cell.text("Plausible range"),
        Cell.text("Source"));
    for (Evidence item : items) {
      html.row(
          Cell.text(item.path()),
          Cell.text(item.value()).note(item.note()),
          Cell.text(item.range().isEmpty() ? "not stated" : String.join(" to ", item.range())),
          Cell.text(item.source().isEmpty() ? "none" : item.source()).note(item.date()));
    }
    html.closeTable().raw("</details>\n");
  }

  private static String meaning(Grade grade) {
    return switch (grade) {
      case documented -> "read in a named protocol, document or data set";
      case derived -> "computed from documented values";
      case fitted -> "chosen so that a named output meets named data";
      case assumed -> "ours, published by nobody";
    };
  }

  private void leavesOut(Html html) {
    html.element("h3", "What the model leaves out");
    if (input.leavesOut().isEmpty()) {
      html.element("p", "The scenario does not say.");
      return;
    }
    html.raw("<ul>\n");
    input.leavesOut().forEach(item -> html.element("li", item));
    html.raw("</ul>\n");
  }
}
