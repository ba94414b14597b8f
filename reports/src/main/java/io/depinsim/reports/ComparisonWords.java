package io.depinsim.reports;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.run.ComparisonRecord.MapRow;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what a comparison says into words. Every number comes from its rows. */
public final class ComparisonWords {
  /** With more differences than this, a sentence names verdicts and leaves numbers to the table. */
  private static final int MOST_NUMBERS = 4;

  private ComparisonWords() {}

  /** One sentence for each question of the scenario, in its order. */
  public static List<String> sentences(ComparisonRecord comparison) {
    return AskedQuestion.of(comparison).stream()
        .map(question -> question.name() + ", against " + question.base() + ": " + said(question))
        .toList();
  }

  /**
   * What a reader must know besides: questions that could not be answered, and what few replicates
   * allow.
   *
   * @param asked names of all questions that the scenario asks
   */
  public static List<String> remarks(ComparisonRecord comparison, Collection<String> asked) {
    List<String> remarks = new ArrayList<>();
    Set<String> answered =
        comparison.rows().stream().map(ComparisonRow::question).collect(Collectors.toSet());
    List<String> left = asked.stream().filter(name -> !answered.contains(name)).toList();
    if (!left.isEmpty()) {
      remarks.add(
          "Left out, since the run does not reach their time or metric: "
              + String.join(", ", left)
              + ".");
    }
    int replicates = comparison.rows().stream().mapToInt(r -> r.replicates()).max().orElse(0);
    if (replicates < ComparisonRecord.FEWEST) {
      remarks.add(
          "Fewer than "
              + ComparisonRecord.FEWEST
              + " replicates are too few to judge anything by.");
    } else if (replicates < ComparisonRecord.RESAMPLED) {
      remarks.add(
          "With fewer than "
              + ComparisonRecord.RESAMPLED
              + " replicates intervals are Student's at a level divided by their number, and wide.");
    }
    return remarks;
  }

  /** Which policy is best where on the map, one sentence for each question of it. */
  public static List<String> flips(ComparisonRecord comparison) {
    return comparison.map().stream()
        .map(MapRow::question)
        .distinct()
        .map(
            question ->
                flips(
                    question,
                    comparison.map().stream()
                        .filter(row -> row.question().equals(question))
                        .toList()))
        .toList();
  }

  private static String flips(String question, List<MapRow> rows) {
    Map<String, List<String>> best = new LinkedHashMap<>();
    for (MapRow row : rows) {
      List<String> among = best.computeIfAbsent(row.x() + " " + row.y(), key -> new ArrayList<>());
      if (row.amongBest()) {
        among.add(row.policy());
      }
    }
    Map<String, Integer> points = new LinkedHashMap<>();
    rows.forEach(row -> points.putIfAbsent(row.policy(), 0));
    int open = 0;
    for (List<String> among : best.values()) {
      if (among.size() == 1) {
        points.merge(among.get(0), 1, Integer::sum);
      } else {
        open++;
      }
    }
    String counts =
        points.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getKey() + " is best at " + entry.getValue())
            .collect(Collectors.joining(", "));
    return question
        + ", over "
        + rows.get(0).xInput()
        + " and "
        + rows.get(0).yInput()
        + ": of "
        + best.size()
        + " points "
        + (counts.isEmpty() ? "" : counts + ", ")
        + (open == 0 ? "none is undecided." : open + (open == 1 ? " is" : " are") + " undecided.");
  }

  /** How a question came out, behind its name: verdicts, then which policy is best. */
  static String said(AskedQuestion question) {
    String verdicts =
        question.rows().size() <= MOST_NUMBERS ? oneByOne(question) : together(question);
    String best = best(question);
    return verdicts + (best.isEmpty() ? "." : "; " + best + ".");
  }

  private static String oneByOne(AskedQuestion question) {
    boolean regimes = question.regimes().size() > 1;
    return question.rows().stream()
        .map(
            row ->
                row.policy()
                    + " "
                    + verdict(row)
                    + (regimes ? " under " + row.regime() : "")
                    + " ("
                    + AskedQuestion.measured(row)
                    + needed(row)
                    + ")")
        .collect(Collectors.joining("; "));
  }

  /** Policies that fared alike under every regime are named together. */
  private static String together(AskedQuestion question) {
    Map<String, List<ComparisonRow>> byPolicy =
        group(question.rows(), ComparisonRow::policy, row -> row);
    Map<String, List<String>> alike = new LinkedHashMap<>();
    byPolicy.forEach(
        (policy, rows) ->
            alike.computeIfAbsent(fared(rows), pattern -> new ArrayList<>()).add(policy));
    return alike.entrySet().stream()
        .map(
            entry -> {
              List<String> names = entry.getValue();
              return list(names) + (names.size() == 1 ? " is " : " are ") + entry.getKey();
            })
        .collect(Collectors.joining("; "));
  }

  /** {@code better under calm and crash, undecided under boom}. */
  private static String fared(List<ComparisonRow> rows) {
    Map<String, List<String>> regimes =
        group(rows, row -> word(row.verdict()), ComparisonRow::regime);
    if (regimes.size() == 1) {
      String everywhere = rows.size() == 1 ? "" : " under every regime";
      return regimes.keySet().iterator().next() + everywhere + settled(rows);
    }
    return regimes.entrySet().stream()
            .map(entry -> entry.getKey() + " under " + list(entry.getValue()))
            .collect(Collectors.joining(", "))
        + settled(rows);
  }

  private static <T> Map<String, List<T>> group(
      List<ComparisonRow> rows,
      Function<ComparisonRow, String> key,
      Function<ComparisonRow, T> value) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    rows.forEach(
        row ->
            groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(value.apply(row)));
    return groups;
  }

  /** What all undecided rows of a policy would take. */
  private static String settled(List<ComparisonRow> rows) {
    List<ComparisonRow> open =
        rows.stream().filter(row -> row.verdict() == Verdict.undecided).toList();
    if (open.isEmpty()) {
      return "";
    }
    if (open.stream().anyMatch(ComparisonWords::tooFew)) {
      return " (too few replicates to judge)";
    }
    return open.stream().allMatch(row -> row.needed().isPresent())
        ? " (about "
            + about(open.stream().mapToLong(r -> r.needed().getAsLong()).max().orElse(0))
            + " replicates would settle it)"
        : " (no feasible number of replicates would settle it)";
  }

  /** An estimated number of replicates, rounded up to two digits: it knows no more. */
  static String about(long replicates) {
    return Quantities.count(rounded(replicates));
  }

  /** The same in digits alone. */
  public static String aboutPlain(long replicates) {
    return Long.toString(rounded(replicates));
  }

  private static long rounded(long replicates) {
    return BigDecimal.valueOf(replicates)
        .round(new MathContext(2, RoundingMode.UP))
        .longValueExact();
  }

  private static String needed(ComparisonRow row) {
    if (row.verdict() != Verdict.undecided) {
      return "";
    }
    if (tooFew(row)) {
      return "; too few replicates to judge";
    }
    return side(row)
        + (row.needed().isPresent()
            ? "; about " + about(row.needed().getAsLong()) + " replicates would settle it"
            : "; no feasible number of replicates would settle it");
  }

  /** Whether nothing is judged, and nothing forecast, since there are too few replicates. */
  static boolean tooFew(ComparisonRow row) {
    return row.replicates() < ComparisonRecord.FEWEST;
  }

  /** On which side an undecided difference surely lies; empty where it may lie on both. */
  private static String side(ComparisonRow row) {
    boolean above = row.ci95Low().orElse(0) > 0;
    boolean below = row.ci95High().orElse(0) < 0;
    if (!above && !below) {
      return "";
    }
    String word =
        switch (row.better()) {
          case HIGHER -> above ? "better" : "worse";
          case LOWER -> above ? "worse" : "better";
          case NEITHER -> above ? "higher" : "lower";
        };
    return "; " + word + " with 95 %, but perhaps by less than matters";
  }

  /** A verdict as a clause. */
  private static String verdict(ComparisonRow row) {
    return row.verdict() == Verdict.none ? "differs" : "is " + word(row.verdict());
  }

  /** A verdict in a word or a few. */
  static String word(Verdict verdict) {
    return switch (verdict) {
      case better, worse, higher, lower, equivalent, undecided -> verdict.name();
      case refused -> "not judged (price from outside)";
      case none -> "not asked about";
    };
  }

  /** Replicates that an undecided row would take; a dash where it is decided. */
  static String replicatesNeeded(ComparisonRow row) {
    OptionalLong needed = row.needed();
    if (row.verdict() != Verdict.undecided) {
      return "–";
    }
    return needed.isPresent() ? "about " + about(needed.getAsLong()) : "no feasible number";
  }

  /** Which policy is best, where that says more than the verdicts; empty otherwise. */
  private static String best(AskedQuestion question) {
    Map<String, List<String>> regimes = new LinkedHashMap<>();
    for (String regime : question.regimes()) {
      List<BestRow> rows = question.bestUnder(regime);
      boolean selected = rows.stream().anyMatch(BestRow::selected);
      if (!rows.isEmpty() && (rows.size() > 2 || selected)) {
        regimes.computeIfAbsent(best(rows), words -> new ArrayList<>()).add(regime);
      }
    }
    Set<String> all = new LinkedHashSet<>(question.regimes());
    return regimes.entrySet().stream()
        .map(
            entry ->
                all.size() == 1
                    ? entry.getKey()
                    : entry.getValue().size() == all.size()
                        ? entry.getKey() + " under every regime"
                        : entry.getKey() + " under " + list(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Which policy of one regime is best, as a clause. */
  static String best(List<BestRow> rows) {
    List<String> among = rows.stream().filter(BestRow::amongBest).map(BestRow::policy).toList();
    List<String> selected = rows.stream().filter(BestRow::selected).map(BestRow::policy).toList();
    if (among.size() == 1) {
      return among.get(0) + " is best with 95 %, by any margin";
    }
    String open =
        among.size() == rows.size()
            ? "any of them may be the best"
            : "among the best are " + list(among);
    return selected.isEmpty()
        ? open
        : list(selected) + " is selected: with 95 % the best, or behind it by less than matters";
  }

  /** {@code a, b and c}. */
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
