package io.depinsim.reports;

import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.core.scenario.FindingSpec.Direction;
import io.depinsim.reports.Quantities.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts rows of {@code findings.csv} into words. Every number comes from there. */
final class FindingWords {
  /** Statistics that are shares of something, whatever the unit of the metric. */
  static final List<String> SHARES = List.of("volatility", "drawdown", "growth");

  private FindingWords() {}

  /** The mean effect with its unit, and a sign where it is a difference. */
  static String effect(FindingRow row) {
    if (row.meanEffect().isEmpty()) {
      return "undefined";
    }
    double mean = row.meanEffect().getAsDouble();
    String sign = isDifference(row) && mean > 0 ? "+" : "";
    return sign + Quantities.fixed(factor(row) * mean, scale(row)) + unit(row, scale(row));
  }

  /** The 95 % interval of the mean effect in brackets, without unit; empty if there is none. */
  static String interval(FindingRow row) {
    return row.ci95Low().isEmpty()
        ? ""
        : Estimates.interval(
            factor(row) * row.ci95Low().getAsDouble(),
            factor(row) * row.ci95High().getAsDouble(),
            scale(row));
  }

  /** Effect and interval. */
  static String measured(FindingRow row) {
    return (effect(row) + " " + interval(row)).trim();
  }

  /** The claim as a condition on the effect. */
  static String limit(FindingRow row) {
    String side = row.limitDirection() == Direction.above ? "above " : "below ";
    if (row.limit() == 0) {
      return side + "0";
    }
    String sign = isDifference(row) && row.limit() > 0 ? "+" : "";
    return side
        + sign
        + (isPercent(row)
            ? Quantities.percent(row.limit()).replace(Quantities.NARROW + "%", unit(row, null))
            : Quantities.withUnit(row.limit(), row.unit().equals("1") ? "" : row.unit()));
  }

  private static boolean isDifference(FindingRow row) {
    return !row.policyFrom().isEmpty();
  }

  private static boolean isPercent(FindingRow row) {
    return row.relative()
        || SHARES.contains(row.statistic())
        || RunRecord.isShare(row.metric(), row.unit());
  }

  private static double factor(FindingRow row) {
    return isPercent(row) ? 100 : 1;
  }

  private static Scale scale(FindingRow row) {
    double factor = factor(row);
    double mean = factor * row.meanEffect().orElse(0);
    double low = factor * row.ci95Low().orElse(mean / factor);
    double high = factor * row.ci95High().orElse(mean / factor);
    Scale scale = Scale.of(mean, low, high);
    return new Scale(scale.power(), scale.word(), Estimates.decimals(high - low, scale));
  }

  private static String unit(FindingRow row, Scale scale) {
    if (isPercent(row)) {
      return isDifference(row) && !row.relative() ? " points" : Quantities.NARROW + "%";
    }
    String unit = scale.unit(row.unit().equals("1") ? "" : row.unit());
    return unit.isEmpty() ? "" : "\u00a0" + unit;
  }

  /** A verdict in one word or a few. */
  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case holds -> "holds";
      case reversed -> "reversed";
      case undecided -> "undecided";
      case refused -> "not judged (price from outside)";
    };
  }

  /**
   * How one claim came out under one regime: {@code +2.32 points [2.26, 2.38], holds}. A claim
   * about every policy is told by its lowest and its highest effect.
   *
   * @param rows the claim's rows under the regime, at least one
   */
  static String outcome(List<FindingRow> rows) {
    if (rows.size() == 1) {
      return measured(rows.get(0)) + ", " + verdict(rows.get(0).verdict());
    }
    Map<Verdict, List<String>> verdicts = new LinkedHashMap<>();
    rows.forEach(
        row -> verdicts.computeIfAbsent(row.verdict(), v -> new ArrayList<>()).add(row.policyTo()));
    String together =
        verdicts.size() == 1
            ? verdict(rows.get(0).verdict()) + (rows.size() == 2 ? " for both" : " for each")
            : verdicts.entrySet().stream()
                .map(e -> verdict(e.getKey()) + " under " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
    Comparator<FindingRow> byEffect =
        Comparator.comparingDouble(row -> row.meanEffect().orElse(Double.NaN));
    if (rows.stream().anyMatch(row -> row.meanEffect().isEmpty())) {
      return "undefined in some replicate, " + together;
    }
    FindingRow least = rows.stream().min(byEffect).orElseThrow();
    FindingRow most = rows.stream().max(byEffect).orElseThrow();
    return "from "
        + measured(least)
        + " under "
        + least.policyTo()
        + " to "
        + measured(most)
        + " under "
        + most.policyTo()
        + ", "
        + together;
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
