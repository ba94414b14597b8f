package io.depinsim.reports;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.scenario.ExpectSpec.Basis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts rows of {@code expectations.csv} into words. Every number comes from there. */
final class Expectations {

  private final RunRecord run;

  Expectations(RunRecord run) {
    this.run = run;
  }

  /** What the predicted quantities say together: the answer of a run that compares no policies. */
  String answer() {
    List<ExpectationRow> predicted =
        run.expectations().stream().filter(row -> row.basis() == Basis.predicted).toList();
    List<ExpectationRow> judged =
        predicted.stream().filter(row -> row.outcome() != Outcome.reported).toList();
    if (predicted.isEmpty()) {
      return "Undecided: the scenario states no predicted quantity that this run could be held"
          + " against; the figures below describe what follows from its assumptions.";
    }
    StringBuilder text = new StringBuilder();
    if (judged.isEmpty()) {
      text.append(plural(predicted.size(), "predicted quantity is", "predicted quantities are"));
      text.append(" reported, none with a tolerance to judge it by");
    } else {
      text.append(verdict(judged));
    }
    largestDeviation(judged.isEmpty() ? predicted : judged)
        .ifPresent(row -> text.append("; the largest deviation is ").append(deviation(row)));
    text.append('.');
    int reported = predicted.size() - judged.size();
    if (!judged.isEmpty() && reported > 0) {
      List<String> rest =
          predicted.stream()
              .filter(row -> row.outcome() == Outcome.reported)
              .map(row -> row.name() + " " + value(row))
              .toList();
      text.append(" Without a tolerance: ").append(String.join(", ", rest)).append('.');
    }
    return text.toString();
  }

  private String verdict(List<ExpectationRow> judged) {
    List<String> outside = new ArrayList<>();
    for (ExpectationRow row : judged) {
      if (row.outcome() == Outcome.failed) {
        outside.add(row.name());
      }
    }
    int within = judged.size() - outside.size();
    String text =
        "Of "
            + plural(judged.size(), "predicted quantity", "predicted quantities")
            + " with a stated tolerance, "
            + within
            + (within == 1 ? " lies within it" : " lie within it");
    return outside.isEmpty()
        ? text
        : text + " and " + outside.size() + " outside (" + String.join(", ", outside) + ")";
  }

  private static Optional<ExpectationRow> largestDeviation(List<ExpectationRow> rows) {
    return rows.stream()
        .filter(Expectations::isError)
        .max(Comparator.comparingDouble(row -> Math.abs(row.value())));
  }

  private String deviation(ExpectationRow row) {
    return value(row) + " (" + row.name() + judgement(row) + ")";
  }

  /** Sentences about the rows that hold one of these metrics against one of these histories. */
  String measured(List<String> metrics, List<String> histories) {
    StringBuilder text = new StringBuilder();
    for (ExpectationRow row : run.expectations()) {
      if (metrics.contains(row.metric()) && histories.contains(row.history())) {
        text.append(text.isEmpty() ? "" : " ");
        text.append(capital(row.basis().name())).append(": ").append(row.name());
        text.append(", ").append(statistic(row)).append(' ').append(value(row));
        text.append(" from ").append(row.from()).append(" to ").append(row.to());
        text.append(judgement(row)).append('.');
      }
    }
    return text.toString();
  }

  private String judgement(ExpectationRow row) {
    return row.outcome() == Outcome.reported
        ? ""
        : ", " + outcome(row) + " its tolerance of " + allowed(row);
  }

  /** The value with sign and percent if it is an error, else with the metric's unit. */
  String value(ExpectationRow row) {
    return isError(row)
        ? Quantities.signedPercent(row.value())
        : isShare(row)
            ? Quantities.percent(row.value())
            : Quantities.withUnit(row.value(), run.unit(row.metric()));
  }

  /** The tolerance, or a dash if there is none. */
  String allowed(ExpectationRow row) {
    if (row.outcome() == Outcome.reported) {
      return "–";
    }
    double low = row.low().orElseThrow();
    double high = row.high().orElseThrow();
    if (isError(row)) {
      return low == -high
          ? "±" + Quantities.percent(high)
          : Quantities.signedPercent(low) + " to " + Quantities.signedPercent(high);
    }
    if (isShare(row)) {
      return Quantities.percent(low) + " to " + Quantities.percent(high);
    }
    String unit = run.unit(row.metric());
    return Quantities.withUnit(low, unit) + " to " + Quantities.withUnit(high, unit);
  }

  static String outcome(ExpectationRow row) {
    return switch (row.outcome()) {
      case passed -> "within";
      case failed -> "outside";
      case reported -> "not\u00a0judged";
    };
  }

  /** What was computed, in words. */
  static String statistic(ExpectationRow row) {
    return statistic(row.statistic());
  }

  /** What a statistic is, in words. */
  static String statistic(String statistic) {
    return switch (statistic) {
      case "last" -> "value at the end";
      case "mean" -> "mean";
      case "max" -> "highest value";
      case "min" -> "lowest value";
      case "volatility" -> "volatility between measurements";
      case "drawdown" -> "largest fall from a top";
      case "growth" -> "growth over the window";
      case "worstError" -> "largest relative error";
      case "meanError" -> "mean relative error";
      case "worstIncrementError" -> "largest relative error of an increment";
      default -> statistic;
    };
  }

  private static boolean isError(ExpectationRow row) {
    return row.statistic().endsWith("Error");
  }

  private boolean isShare(ExpectationRow row) {
    return FindingWords.SHARES.contains(row.statistic()) || run.isShare(row.metric());
  }

  private static String plural(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
