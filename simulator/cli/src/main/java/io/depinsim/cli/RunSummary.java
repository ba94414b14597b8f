package io.depinsim.cli;

import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.RunService;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** What the terminal shows when a run has ended. */
final class RunSummary {
  private final PrintWriter out;

  RunSummary(PrintWriter out) {
    this.out = out;
  }

  void print(Path folder, Scenario scenario, RunService.Verdicts verdicts, boolean report) {
    List<ExpectationRow> rows = verdicts.expectations();
    out.println(scenario.name() + ": " + scenario.question());
    for (ExpectationRow row : rows) {
      out.println("  " + line(row) + speaksOf(row, scenario));
    }
    long judged = rows.stream().filter(row -> row.outcome() != Outcome.reported).count();
    long held = rows.stream().filter(row -> row.outcome() == Outcome.passed).count();
    if (judged > 0) {
      out.println(held + " of " + judged + " expectations hold.");
    }
    verdicts.findings().forEach(row -> out.println("  " + line(row, scenario)));
    leftOut(scenario, verdicts).forEach(line -> out.println("  " + line));
    out.println((report ? "Report: " + folder.resolve("report.html") : "Results: " + folder));
  }

  private static String line(ExpectationRow row) {
    String verdict =
        switch (row.outcome()) {
          case passed -> "holds   ";
          case failed -> "FAILS   ";
          case reported -> "        ";
        };
    String limits =
        row.outcome() == Outcome.reported
            ? ""
            : " within ["
                + number(row.low().getAsDouble(), row)
                + ", "
                + number(row.high().getAsDouble(), row)
                + "]";
    return verdict + row.basis() + "  " + row.name() + ": " + number(row.value(), row) + limits;
  }

  /** Of which case and what of its replicates a statement speaks, where that is not the usual. */
  private static String speaksOf(ExpectationRow row, Scenario scenario) {
    List<String> words = new ArrayList<>();
    if (!row.policy().equals(scenario.policies().get(0))) {
      words.add("policy " + row.policy());
    }
    if (!row.regime().equals(scenario.regimes().get(0))) {
      words.add("regime " + row.regime());
    }
    if (row.across() != ExpectSpec.Across.each) {
      words.add(row.across() + " of the replicates");
    }
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String line(FindingRow row, Scenario scenario) {
    String verdict =
        switch (row.verdict()) {
          case holds -> "holds    ";
          case reversed -> "REVERSED ";
          case undecided -> "undecided";
          case refused -> "refused  ";
        };
    String where =
        (row.policyFrom().isEmpty() ? ", " + row.policyTo() : "")
            + (scenario.regimes().size() > 1 ? ", " + row.regime() : "");
    String interval =
        row.ci95Low().isEmpty()
            ? ""
            : " " + "[" + plain(row.ci95Low()) + ", " + plain(row.ci95High()) + "]";
    return verdict
        + " "
        + row.finding()
        + where
        + ": effect "
        + plain(row.meanEffect())
        + interval
        + ", claimed "
        + row.limitDirection()
        + " "
        + plain(OptionalDouble.of(row.limit()));
  }

  private static String plain(OptionalDouble value) {
    return value.isEmpty() ? "undefined" : String.format(Locale.ROOT, "%.4g", value.getAsDouble());
  }

  private static String number(double value, ExpectationRow row) {
    boolean relative = row.statistic().endsWith("Error");
    return relative
        ? String.format(Locale.ROOT, "%.2f %%", 100 * value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  /** What the scenario states and this run says nothing about. */
  private static List<String> leftOut(Scenario scenario, RunService.Verdicts verdicts) {
    Set<String> told = new HashSet<>();
    verdicts.expectations().forEach(row -> told.add(row.name()));
    verdicts.findings().forEach(row -> told.add(row.finding()));
    Stream<String> stated =
        Stream.concat(
            scenario.expect().stream().map(ExpectSpec::name),
            scenario.findings().keySet().stream());
    List<String> left = stated.filter(name -> !told.contains(name)).toList();
    return left.isEmpty()
        ? List.of()
        : List.of(
            "left out, since the run does not reach their time, metric or policies: "
                + String.join("; ", left));
  }
}
