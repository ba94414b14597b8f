package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import io.depinsim.reports.Quantities.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what a comparison says into words. Every number comes from its rows. */
public final class ComparisonWords {
  private ComparisonWords() {}

  /** One sentence for each question of the scenario, in its order. */
  public static List<String> sentences(ComparisonRecord comparison) {
    Map<String, List<ComparisonRow>> questions = new LinkedHashMap<>();
    comparison.rows().stream()
        .filter(row -> !row.question().isEmpty())
        .forEach(row -> questions.computeIfAbsent(row.question(), q -> new ArrayList<>()).add(row));
    boolean regimes = comparison.rows().stream().map(ComparisonRow::regime).distinct().count() > 1;
    List<String> sentences = new ArrayList<>();
    questions.forEach((question, rows) -> sentences.add(sentence(question, rows, regimes)));
    return sentences;
  }

  private static String sentence(String question, List<ComparisonRow> rows, boolean regimes) {
    List<String> parts = new ArrayList<>();
    for (ComparisonRow row : rows) {
      String where = regimes ? " under " + row.regime() : "";
      parts.add(
          row.policy() + " " + verdict(row) + where + " (" + measured(row) + needed(row) + ")");
    }
    return question + ", against " + rows.get(0).base() + ": " + String.join("; ", parts) + ".";
  }

  /** A verdict as a clause. */
  static String verdict(ComparisonRow row) {
    return switch (row.verdict()) {
      case better, worse, higher, lower -> "is " + row.verdict().name();
      case equivalent -> "is equivalent";
      case undecided -> "is undecided";
      case refused -> "is not judged, since the price comes from outside";
      case none -> "differs";
    };
  }

  /** The mean difference with sign, unit and interval. */
  static String measured(ComparisonRow row) {
    if (row.meanDifference().isEmpty()) {
      return "undefined in some replicate";
    }
    double factor = percent(row) ? 100 : 1;
    double mean = factor * row.meanDifference().getAsDouble();
    double low = factor * row.ci95Low().getAsDouble();
    double high = factor * row.ci95High().getAsDouble();
    Scale scale = Scale.of(mean, low, high);
    Scale fine = new Scale(scale.power(), scale.word(), Estimates.decimals(high - low, scale));
    String unit = fine.unit(percent(row) ? "points" : row.unit().equals("1") ? "" : row.unit());
    return (mean > 0 ? "+" : "")
        + Quantities.fixed(mean, fine)
        + (unit.isEmpty() ? "" : "\u00a0" + unit)
        + " "
        + Estimates.interval(low, high, fine);
  }

  private static String needed(ComparisonRow row) {
    if (row.verdict() != Verdict.undecided) {
      return "";
    }
    return row.needed().isPresent()
        ? "; about " + Quantities.count(row.needed().getAsLong()) + " replicates would decide"
        : "; no feasible number of replicates would decide";
  }

  private static boolean percent(ComparisonRow row) {
    return FindingWords.SHARES.contains(row.statistic())
        || RunRecord.isShare(row.metric(), row.unit());
  }
}
