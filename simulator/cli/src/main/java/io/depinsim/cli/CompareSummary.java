package io.depinsim.cli;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.RunService;
import io.depinsim.reports.ComparisonWords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What the terminal shows when a comparison has ended: a sentence for each question. */
final class CompareSummary {
  private final PrintWriter out;

  CompareSummary(PrintWriter out) {
    this.out = out;
  }

  void print(Path folder, Scenario scenario, RunService.Verdicts verdicts, boolean report) {
    ComparisonRecord comparison = verdicts.comparison().orElseThrow();
    out.println(scenario.name() + ": " + scenario.question());
    List<String> sentences = ComparisonWords.sentences(comparison);
    sentences.forEach(out::println);
    if (sentences.isEmpty()) {
      out.println(
          "No question is asked of a metric, so there is no verdict: the differences of all metrics"
              + " are in comparison.csv. Maybe add `metrics:` to the scenario, each with `matters`.");
    }
    out.println(report ? "Report: " + folder.resolve("report.html") : "Results: " + folder);
  }
}
