package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
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
            : "Against " + questions.get(0).base() + " " + String.join("; ", decided) + ". ";
    String second = open.isEmpty() ? "" : undecided(decided.isEmpty(), openQuestions, open);
    return (first + second).trim();
  }

  /** {@code utilisation is better in econ.servedShare}; empty if nothing is decided. */
  private static String told(AskedQuestion question) {
    Map<Verdict, List<String>> decided = new LinkedHashMap<>();
    boolean regimes = question.regimes().size() > 1;
    for (ComparisonRow row : question.rows()) {
      if (row.verdict().decided()) {
        List<ComparisonRow> own =
            question.rows().stream().filter(r -> r.policy().equals(row.policy())).toList();
        boolean alike = own.stream().allMatch(r -> r.verdict() == row.verdict());
        String name = !regimes || alike ? row.policy() : row.policy() + " under " + row.regime();
        List<String> names = decided.computeIfAbsent(row.verdict(), v -> new ArrayList<>());
        if (!names.contains(name)) {
          names.add(name);
        }
      }
    }
    List<String> parts = new ArrayList<>();
    decided.forEach(
        (verdict, names) ->
            parts.add(
                ComparisonWords.list(names) + (names.size() == 1 ? " is " : " are ") + verdict));
    return parts.isEmpty() ? "" : String.join(", ", parts) + " in " + question.name();
  }

  private static String undecided(
      boolean nothing, List<String> questions, List<ComparisonRow> open) {
    long differences = open.size();
    String what =
        nothing
            ? "Undecided"
            : differences
                + (differences == 1 ? " difference in " : " differences in ")
                + ComparisonWords.list(questions)
                + (differences == 1 ? " is undecided" : " are undecided");
    if (open.stream().anyMatch(row -> row.needed().isEmpty())) {
      return what + "; for some no feasible number of replicates would settle it.";
    }
    long most = open.stream().mapToLong(row -> row.needed().getAsLong()).max().orElseThrow();
    return what + "; about " + Quantities.count(most) + " replicates would settle it.";
  }
}
