package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord.ArmRow;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.reports.Html.Cell;
import io.depinsim.reports.Quantities.Scale;
import java.util.List;
import java.util.OptionalDouble;

/** Tables of a comparison about each policy by itself, and about the best of all. */
final class PolicyTables {
  private static final int ARM_COLUMNS = 6;
  private static final int BEST_COLUMNS = 4;

  private final RunRecord run;
  private final List<AskedQuestion> questions;

  PolicyTables(RunRecord run, List<AskedQuestion> questions) {
    this.run = run;
    this.questions = questions;
  }

  /** Mean, spread and quantiles of each policy under a regime. */
  void arms(Html html, String label, String regime) {
    html.openTable(
        label,
        Cell.text("Policy"),
        Cell.number("Mean"),
        Cell.number("Standard deviation"),
        Cell.number("5 % quantile"),
        Cell.number("Median"),
        Cell.number("95 % quantile"));
    for (AskedQuestion question : questions) {
      List<ArmRow> rows =
          question.arms().stream().filter(arm -> arm.regime().equals(regime)).toList();
      double factor = question.factor();
      double[] halves =
          rows.stream()
              .filter(arm -> arm.ci95Low().isPresent())
              .mapToDouble(
                  arm -> factor * (arm.ci95High().getAsDouble() - arm.ci95Low().getAsDouble()) / 2)
              .toArray();
      double[] means =
          rows.stream()
              .filter(arm -> arm.mean().isPresent())
              .mapToDouble(arm -> factor * arm.mean().getAsDouble())
              .toArray();
      Scale scale = question.scale(means, halves);
      html.group(ARM_COLUMNS, Cell.text(question.title(run)), scale.unit(question.unit()));
      for (ArmRow arm : rows) {
        html.row(
            Cell.text(arm.policy()),
            mean(arm, factor, scale),
            Cell.number(number(arm.sd(), factor, scale)),
            Cell.number(number(arm.q05(), factor, scale)),
            Cell.number(number(arm.q50(), factor, scale)),
            Cell.number(number(arm.q95(), factor, scale)));
      }
    }
    html.closeTable();
  }

  private static Cell mean(ArmRow arm, double factor, Scale scale) {
    Cell cell = Cell.number(number(arm.mean(), factor, scale));
    if (arm.mean().isEmpty() || arm.ci95Low().isEmpty()) {
      return cell;
    }
    double low = factor * arm.ci95Low().getAsDouble();
    double high = factor * arm.ci95High().getAsDouble();
    return low == high
        ? cell
        : cell.beside(Estimates.around(factor * arm.mean().getAsDouble(), low, high, scale));
  }

  private static String number(OptionalDouble value, double factor, Scale scale) {
    return value.isEmpty() ? "–" : Quantities.fixed(factor * value.getAsDouble(), scale);
  }

  /** Which policy is best under a regime. */
  void standings(Html html, String label, String regime) {
    html.openTable(
        label,
        Cell.text("Policy"),
        Cell.text("Standing"),
        Cell.number("Mean"),
        Cell.number("Lead").note("95 % interval"));
    for (AskedQuestion question : questions) {
      List<BestRow> rows = question.bestUnder(regime);
      if (rows.isEmpty()) {
        continue;
      }
      html.group(BEST_COLUMNS, Cell.text(question.title(run)), "");
      long among = rows.stream().filter(BestRow::amongBest).count();
      double factor = question.factor();
      for (BestRow row : rows) {
        html.row(
            Cell.text(row.policy()),
            Cell.text(standing(row, among)),
            Cell.number(question.mean(row.mean())),
            Cell.number(
                AskedQuestion.estimate(
                    factor * row.lead(),
                    factor * row.leadLow(),
                    factor * row.leadHigh(),
                    question.differenceUnit())));
      }
    }
    html.closeTable();
  }

  private static String standing(BestRow row, long among) {
    String word =
        !row.amongBest() ? "another is better" : among == 1 ? "best with 95 %" : "among the best";
    return row.selected() ? word + ", selected" : word;
  }
}
