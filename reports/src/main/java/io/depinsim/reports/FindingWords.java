package io.depinsim.reports;

import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.core.scenario.FindingSpec.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Puts rows of {@code findings.csv} into words. Every number comes from there. */
final class FindingWords {
  /** Statistics that are shares of something, whatever the unit of the metric. */
  static final List<String> SHARES = List.of("volatility", "drawdown", "growth");

  private FindingWords() {}

  /** An effect, or an end of its interval, with sign where it is a difference. */
  static String effect(FindingRow row, OptionalDouble value) {
    return value.isEmpty() ? "undefined" : effect(row, value.getAsDouble());
  }

  private static String effect(FindingRow row, double value) {
    boolean difference = !row.policyFrom().isEmpty();
    String text = isShare(row) ? Quantities.percent(value) : Quantities.withUnit(value, unit(row));
    String points = difference && isShare(row) && !row.relative() ? " points" : "";
    String plain = points.isEmpty() ? text : text.replace(Quantities.NARROW + "%", "") + points;
    return difference && value > 0 ? "+" + plain : plain;
  }

  /** The 95 % interval of the mean effect in brackets; empty if there is none. */
  static String interval(FindingRow row) {
    return row.ci95Low().isEmpty()
        ? ""
        : "[" + effect(row, row.ci95Low()) + ", " + effect(row, row.ci95High()) + "]";
  }

  /** The claim as a condition on the effect. */
  static String limit(FindingRow row) {
    String side = row.limitDirection() == Direction.above ? "above " : "below ";
    return side + (row.limit() == 0 ? "0" : effect(row, row.limit()));
  }

  private static boolean isShare(FindingRow row) {
    return row.relative() || SHARES.contains(row.statistic());
  }

  private static String unit(FindingRow row) {
    return row.unit().equals("1") ? "" : row.unit();
  }

  /**
   * What the findings under the base regime say together. A claim about every policy holds if it
   * holds for each, and is reversed if it is for one.
   *
   * @param regime name of the base regime
   */
  static String answer(List<FindingRow> rows, String regime) {
    Map<String, Verdict> claims = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.regime().equals(regime))
        .forEach(row -> claims.merge(row.finding(), row.verdict(), FindingWords::both));
    long holding = claims.values().stream().filter(v -> v == Verdict.holds).count();
    StringBuilder text = new StringBuilder();
    text.append("Of ").append(claims.size()).append(claims.size() == 1 ? " claim" : " claims");
    text.append(" held against this run");
    text.append(regime.equals("base") ? "" : " under the regime " + regime).append(", ");
    text.append(holding).append(holding == 1 ? " holds" : " hold");
    names(text, claims, Verdict.reversed, "reversed");
    names(text, claims, Verdict.undecided, "undecided");
    names(text, claims, Verdict.refused, "not judged, since the price comes from outside");
    return text.append(", by 95 % intervals of the mean effect.").toString();
  }

  private static Verdict both(Verdict one, Verdict other) {
    if (one == Verdict.reversed || other == Verdict.reversed) {
      return Verdict.reversed;
    }
    return one == Verdict.holds ? other : one;
  }

  private static void names(
      StringBuilder text, Map<String, Verdict> claims, Verdict verdict, String word) {
    List<String> names =
        claims.entrySet().stream()
            .filter(entry -> entry.getValue() == verdict)
            .map(Map.Entry::getKey)
            .toList();
    if (!names.isEmpty()) {
      text.append(", ").append(names.size()).append(names.size() == 1 ? " is " : " are ");
      text.append(word).append(" (").append(String.join(", ", names)).append(')');
    }
  }
}
