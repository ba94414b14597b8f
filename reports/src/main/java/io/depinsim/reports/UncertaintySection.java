package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.InputRow;
import io.depinsim.core.run.ComparisonRecord.VarianceRow;
import io.depinsim.core.scenario.Evidence;
import io.depinsim.reports.Html.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What differences rest on: luck or uncertain inputs, and which of these. */
final class UncertaintySection {
  private static final int VARIANCE_COLUMNS = 4;

  /** More policies than this are told by the one that goes with an input most. */
  private static final int MOST_POLICIES = 4;

  /** The 97.5 % point of the standard normal. */
  private static final double CHANCE = 1.96;

  private final RunRecord run;
  private final ReportInput input;
  private final ComparisonRecord comparison;
  private final List<AskedQuestion> questions;

  /**
   * A section.
   *
   * @param run a comparison
   */
  UncertaintySection(RunRecord run, ReportInput input) {
    this.run = run;
    this.input = input;
    this.comparison = run.comparison().orElseThrow();
    this.questions = AskedQuestion.of(comparison);
  }

  void write(Html html) {
    if (questions.isEmpty()) {
      return;
    }
    html.element("h3", "Luck or uncertain inputs");
    if (!run.manifest().inputsDrawn()) {
      html.element(
          "p",
          "No uncertain input was drawn: the intervals carry luck alone and hold for the inputs as"
              + " written.");
      return;
    }
    variance(html);
    influence(html);
  }

  private void variance(Html html) {
    if (comparison.variance().isEmpty()) {
      return;
    }
    html.element(
        "p",
        "Shares of the variance of a difference, from pairs of replicates with the same inputs and"
            + " different luck. What inputs and luck do together counts with the inputs.");
    html.openTable(
        "Luck or uncertain inputs",
        Cell.text("Policy"),
        Cell.number("Luck").note("95 % interval"),
        Cell.number("Inputs"),
        Cell.number("Pairs"));
    for (AskedQuestion question : questions) {
      List<VarianceRow> rows =
          comparison.variance().stream()
              .filter(row -> row.question().equals(question.name()))
              .toList();
      if (rows.isEmpty()) {
        continue;
      }
      html.group(VARIANCE_COLUMNS, Cell.text(question.name()), "");
      for (VarianceRow row : rows) {
        html.row(
            Cell.text(run.caseName(row.policy(), row.regime())),
            Cell.number(percent(row.luckShare())).beside(interval(row)),
            Cell.number(
                row.luckShare().isEmpty()
                    ? "the difference never changes"
                    : percent(OptionalDouble.of(1 - row.luckShare().getAsDouble()))),
            Cell.number(Quantities.count(row.pairs())));
      }
    }
    html.closeTable();
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%.0f", 100 * share.getAsDouble()) + Quantities.NARROW + "%";
  }

  private static String interval(VarianceRow row) {
    return row.low().isEmpty() ? "" : "[" + percent(row.low()) + ", " + percent(row.high()) + "]";
  }

  private void influence(Html html) {
    if (comparison.inputs().isEmpty()) {
      return;
    }
    int replicates = run.manifest().replicates();
    html.element(
        "p",
        "How the rank of a difference goes with the rank of an uncertain input, from −1 to +1. Over "
            + Quantities.count(replicates)
            + " replicates an input without any influence lies within ±"
            + String.format(Locale.ROOT, "%.2f", CHANCE / StrictMath.sqrt(replicates - 1.0))
            + " nineteen times in twenty; inputs beyond that are marked •.");
    for (String regime : run.manifest().regimes()) {
      boolean first = regime.equals(run.manifest().regimes().get(0));
      if (!first) {
        html.raw("<details>\n").element("summary", "The same under the regime " + regime);
      }
      table(html, regime);
      if (!first) {
        html.raw("</details>\n");
      }
    }
  }

  private void table(Html html, String regime) {
    List<String> policies = comparison.inputs().stream().map(InputRow::policy).distinct().toList();
    boolean each = policies.size() <= MOST_POLICIES;
    List<Cell> head = new ArrayList<>(List.of(Cell.text("Input"), Cell.text("Grade")));
    head.add(Cell.text("Value and range"));
    if (each) {
      policies.forEach(policy -> head.add(Cell.number(policy)));
    } else {
      head.add(Cell.number("Most").note("of all policies"));
    }
    html.openTable("Uncertain inputs, regime " + regime, head.toArray(Cell[]::new));
    for (AskedQuestion question : questions) {
      List<InputRow> rows =
          comparison.inputs().stream()
              .filter(r -> r.question().equals(question.name()) && r.regime().equals(regime))
              .toList();
      List<String> inputs =
          rows.stream()
              .sorted(Comparator.comparingDouble(row -> -size(row)))
              .map(InputRow::input)
              .distinct()
              .toList();
      if (!inputs.isEmpty()) {
        html.group(head.size(), Cell.text(question.name()), "");
        inputs.forEach(name -> html.row(cells(name, rows, each ? policies : List.of())));
      }
    }
    html.closeTable();
  }

  private static double size(InputRow row) {
    return Math.abs(row.spearman().orElse(0));
  }

  private Cell[] cells(String name, List<InputRow> rows, List<String> policies) {
    Optional<Evidence> evidence = evidence(name);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(name).note(input.uncertain().getOrDefault(name, "")));
    cells.add(Cell.text(evidence.map(e -> e.grade().name()).orElse("not graded")));
    cells.add(
        Cell.text(evidence.map(Evidence::value).orElse(""))
            .note(evidence.map(e -> String.join(" to ", e.range())).orElse("")));
    List<InputRow> own = rows.stream().filter(row -> row.input().equals(name)).toList();
    for (String policy : policies) {
      Optional<InputRow> row = own.stream().filter(r -> r.policy().equals(policy)).findFirst();
      cells.add(Cell.number(row.map(this::correlation).orElse("")));
    }
    if (policies.isEmpty()) {
      InputRow most = own.stream().max(Comparator.comparingDouble(r -> size(r))).orElseThrow();
      cells.add(Cell.number(correlation(most)).note(most.policy()));
    }
    return cells.toArray(Cell[]::new);
  }

  private String correlation(InputRow row) {
    if (row.spearman().isEmpty()) {
      return "–";
    }
    boolean beyond = size(row) > CHANCE / StrictMath.sqrt(run.manifest().replicates() - 1.0);
    return (beyond ? "• " : "") + ComparisonSection.signed(row.spearman().getAsDouble());
  }

  private Optional<Evidence> evidence(String name) {
    String path = input.uncertain().get(name);
    return input.evidence().stream().filter(item -> item.path().equals(path)).findFirst();
  }
}
