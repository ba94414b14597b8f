package io.depinsim.cli;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.CompareOptions;
import io.depinsim.experiments.compare.Precision;
import io.depinsim.reports.ComparisonWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** What the terminal shows when a comparison has ended: a sentence for each question. */
final class CompareSummary {
  private final PrintWriter out;

  CompareSummary(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints it.
   *
   * @param how what was asked for
   * @param results where they are, with the word before it
   */
  void print(Scenario scenario, ComparisonRecord comparison, CompareOptions how, String results) {
    out.println(scenario.name() + ": " + scenario.question());
    List<String> sentences = ComparisonWords.sentences(comparison);
    sentences.forEach(out::println);
    ComparisonWords.flips(comparison).forEach(out::println);
    ComparisonWords.remarks(comparison, scenario.metrics().keySet()).forEach(out::println);
    how.precision().ifPresent(goal -> reached(comparison, goal));
    how.best().ifPresent(question -> selected(comparison, question));
    if (scenario.metrics().isEmpty()) {
      out.println(
          "No question is asked of a metric, so there is no verdict: the differences of all metrics"
              + " are in comparison.csv. Maybe add `metrics:` to the scenario, each with `matters`.");
    }
    out.println(results);
  }

  private void reached(ComparisonRecord comparison, Precision goal) {
    int replicates = comparison.rows().stream().mapToInt(row -> row.replicates()).max().orElse(0);
    if (goal.next(comparison.rows(), replicates) > replicates) {
      out.println(
          "The precision of "
              + BigDecimal.valueOf(goal.share())
                  .movePointRight(2)
                  .stripTrailingZeros()
                  .toPlainString()
              + " % is not reached with the "
              + replicates
              + " replicates allowed. Maybe more, by --replicates N..MOST.");
    }
  }

  private void selected(ComparisonRecord comparison, String question) {
    List<String> open =
        comparison.best().stream()
            .filter(row -> row.question().equals(question))
            .map(BestRow::regime)
            .distinct()
            .filter(
                regime ->
                    comparison.best().stream()
                        .filter(row -> row.question().equals(question))
                        .filter(row -> row.regime().equals(regime))
                        .noneMatch(BestRow::selected))
            .toList();
    if (!open.isEmpty()) {
      out.println(
          "The best policy for "
              + question
              + " is not selected under "
              + String.join(", ", open)
              + " with the replicates allowed. Maybe more, by --replicates N..MOST.");
    }
  }

  /** Where results are, with the word before it. */
  static String results(Path folder, boolean report) {
    return report ? "Report: " + folder.resolve("report.html") : "Results: " + folder;
  }
}
