package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a comparison answers in one or two sentences: what is decided, what is not. */
final class ComparisonAnswer {
  private ComparisonAnswer() {}

  /** The sentences, with a full stop. */
  static String of(ComparisonRecord comparison) {
    List<AskedQuestion> questions = AskedQuestion.of(comparison);
    if (questions.isEmpty()) {
      return "No verdict: the scenario asks nothing of a metric. Differences of all metrics are listed"
          + " with their intervals.";
    }
    List<String> decided = new ArrayList<>();
    List<ComparisonRow> open = new ArrayList<>();
    List<String> openQuestions = new ArrayList<>();
    for (AskedQuestion question : questions) {
      String told = told(question);
      if (!told.isEmpty()) {
        decided.add(told);
      }
      List<ComparisonRow> undecided =
          question.rows().stream().filter(row -> row.verdict() == Verdict.undecided).toList();
      if (!undecided.isEmpty()) {
        open.addAll(undecided);
        openQuestions.add(question.name());
      }
    }
    String first =
        decided.isEmpty()
            ? ""
            : "Against " + questions.get(0).base() + ", " + String.join("; ", decided) + ". ";
    String best = best(questions);
    String second = open.isEmpty() ? "" : undecided(decided.isEmpty(), openQuestions, open);
    return (first + second + best).trim();
  }

  /**
   * {@code utilisation is better in econ.servedShare}; empty if nothing is decided. What differs
   * between regimes is left to the list.
   */
  private static String told(AskedQuestion question) {
    Map<Verdict, List<String>> decided = new LinkedHashMap<>();
    List<String> mixed = new ArrayList<>();
    for (String policy : question.rows().stream().map(ComparisonRow::policy).distinct().toList()) {
      List<Verdict> own =
          question.rows().stream()
              .filter(row -> row.policy().equals(policy))
              .map(ComparisonRow::verdict)
              .distinct()
              .toList();
      if (own.size() > 1) {
        mixed.add(policy);
      } else if (own.get(0).decided()) {
        decided.computeIfAbsent(own.get(0), v -> new ArrayList<>()).add(policy);
      }
    }
    List<String> parts = new ArrayList<>();
    String everywhere = question.regimes().size() > 1 ? " under every regime" : "";
    decided.forEach((verdict, names) -> parts.add(are(names) + verdict + everywhere));
    if (!mixed.isEmpty()) {
      parts.add("the verdict depends on the regime for " + ComparisonWords.list(mixed));
    }
    return parts.isEmpty() ? "" : ComparisonWords.list(parts) + " in " + question.name();
  }

  private static String are(List<String> names) {
    return ComparisonWords.list(names) + (names.size() == 1 ? " is " : " are ");
  }

  /** Which policy is the best of several under every regime, where differences matter. */
  private static String best(List<AskedQuestion> questions) {
    Map<String, List<String>> winners = new LinkedHashMap<>();
    for (AskedQuestion question : questions) {
      boolean alike = question.rows().stream().allMatch(row -> row.verdict() == Verdict.equivalent);
      List<String> each =
          question.regimes().stream()
              .map(question::bestUnder)
              .filter(rows -> rows.size() > 2)
              .map(rows -> rows.stream().filter(BestRow::amongBest).map(BestRow::policy).toList())
              .map(among -> among.size() == 1 ? among.get(0) : "")
              .distinct()
              .toList();
      if (!alike && each.size() == 1 && !each.get(0).isEmpty()) {
        winners.computeIfAbsent(each.get(0), w -> new ArrayList<>()).add(question.name());
      }
    }
    if (winners.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    winners.forEach(
        (policy, names) ->
            parts.add(policy + " is the best of all in " + ComparisonWords.list(names)));
    return " With 95 %, " + String.join("; ", parts) + ".";
  }

  private static String undecided(
      boolean nothing, List<String> questions, List<ComparisonRow> open) {
    long differences = open.size();
    String what =
        nothing
            ? "Undecided in " + ComparisonWords.list(questions)
            : differences
                + (differences == 1 ? " difference in " : " differences in ")
                + ComparisonWords.list(questions)
                + (differences == 1 ? " is undecided" : " are undecided");
    if (open.stream().anyMatch(ComparisonWords::tooFew)) {
      return what + ": there are too few replicates to judge by.";
    }
    if (open.stream().anyMatch(row -> row.needed().isEmpty())) {
      return what + "; for some no feasible number of replicates would settle it.";
    }
    long most = open.stream().mapToLong(row -> row.needed().getAsLong()).max().orElseThrow();
    return what + "; about " + ComparisonWords.about(most) + " replicates would settle it.";
  }
}
