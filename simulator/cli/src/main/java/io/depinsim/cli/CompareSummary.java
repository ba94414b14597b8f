package io.depinsim.cli;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Precision;
import io.depinsim.reports.ComparisonWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the terminal shows when a comparison has ended: a sentence for each question. */
final class CompareSummary {
  private final PrintWriter out;

  CompareSummary(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints it.
   *
   * @param precision that was asked for
   * @param results where they are, with the word before it
   */
  void print(
      Scenario scenario,
      ComparisonRecord comparison,
      Optional<Precision> precision,
      String results) {
    out.println(scenario.name() + ": " + scenario.question());
    List<String> sentences = ComparisonWords.sentences(comparison);
    sentences.forEach(out::println);
    ComparisonWords.flips(comparison).forEach(out::println);
    ComparisonWords.remarks(comparison, scenario.metrics().keySet()).forEach(out::println);
    precision.ifPresent(goal -> reached(comparison, goal));
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

  /** Where results are, with the word before it. */
  static String results(Path folder, boolean report) {
    return report ? "Report: " + folder.resolve("report.html") : "Results: " + folder;
  }
}
