package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.ArmRow;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.reports.Quantities.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One question of a comparison with its rows, and its numbers in words: shares in percent, their
 * differences in points.
 *
 * @param name what the scenario calls it
 * @param rows every policy but the base under every regime, at least one
 * @param arms every policy under every regime
 * @param best standings; empty where neither direction is better
 */
record AskedQuestion(String name, List<ComparisonRow> rows, List<ArmRow> arms, List<BestRow> best) {

  /** Digits of an interval's width that are printed. */
  private static final int SIGNIFICANT = 2;

  /** The questions of a comparison in the scenario's order. */
  static List<AskedQuestion> of(ComparisonRecord comparison) {
    Map<String, List<ComparisonRow>> byName = new LinkedHashMap<>();
    comparison.rows().stream()
        .filter(row -> !row.question().isEmpty())
        .forEach(row -> byName.computeIfAbsent(row.question(), q -> new ArrayList<>()).add(row));
    List<AskedQuestion> questions = new ArrayList<>();
    byName.forEach(
        (name, rows) ->
            questions.add(
                new AskedQuestion(
                    name,
                    List.copyOf(rows),
                    comparison.arms().stream().filter(a -> a.question().equals(name)).toList(),
                    comparison.best().stream().filter(b -> b.question().equals(name)).toList())));
    return questions;
  }

  String base() {
    return rows.get(0).base();
  }

  String metric() {
    return rows.get(0).metric();
  }

  String statistic() {
    return rows.get(0).statistic();
  }

  Direction better() {
    return rows.get(0).better();
  }

  /** What it is about: label and statistic, and its name where that is not the metric's. */
  String title(RunRecord run) {
    return run.label(metric())
        + ", "
        + Expectations.statistic(statistic())
        + (name.equals(metric()) ? "" : " (" + name + ")");
  }

  /** Names of the regimes in order. */
  List<String> regimes() {
    return rows.stream().map(ComparisonRow::regime).distinct().toList();
  }

  /** Rows under a regime. */
  List<ComparisonRow> under(String regime) {
    return rows.stream().filter(row -> row.regime().equals(regime)).toList();
  }

  /** Standings under a regime. */
  List<BestRow> bestUnder(String regime) {
    return best.stream().filter(row -> row.regime().equals(regime)).toList();
  }

  /** What numbers are multiplied with before they are printed. */
  double factor() {
    return factor(rows.get(0));
  }

  static double factor(ComparisonRow row) {
    return isPercent(row) ? 100 : 1;
  }

  private static boolean isPercent(ComparisonRow row) {
    return FindingWords.SHARES.contains(row.statistic())
        || RunRecord.isShare(row.metric(), row.unit());
  }

  /** Unit of a difference as printed; empty for a pure number. */
  String differenceUnit() {
    return differenceUnit(rows.get(0));
  }

  static String differenceUnit(ComparisonRow row) {
    return isPercent(row) ? "points" : row.unit().equals("1") ? "" : row.unit();
  }

  /** Unit of a mean as printed; empty for a pure number. */
  String unit() {
    return isPercent(rows.get(0)) ? "%" : differenceUnit();
  }

  /** A scale for means of this question, in as many digits as the narrowest half interval has. */
  Scale scale(double[] means, double[] halves) {
    Scale whole = Scale.of(means);
    return new Scale(whole.power(), whole.word(), Estimates.decimals(halves, whole));
  }

  /** The mean difference of a row with sign, unit and interval. */
  static String measured(ComparisonRow row) {
    if (row.meanDifference().isEmpty()) {
      return "undefined in some replicate";
    }
    double factor = factor(row);
    return estimate(
        factor * row.meanDifference().getAsDouble(),
        factor * row.ci95Low().getAsDouble(),
        factor * row.ci95High().getAsDouble(),
        differenceUnit(row));
  }

  /** A difference with sign, unit and interval: {@code +8.1 points [7.9, 8.3]}. */
  static String estimate(double mean, double low, double high, String unit) {
    if (low == high) {
      return mean == 0 ? "no difference" : signed(mean, Scale.of(mean), unit);
    }
    Scale whole = Scale.of(mean, low, high);
    Scale scale = new Scale(whole.power(), whole.word(), Estimates.decimals(high - low, whole));
    BigDecimal width = new BigDecimal(high - low);
    int lost = width.precision() - width.scale() - SIGNIFICANT;
    return signed(cut(mean, lost), scale, unit)
        + " "
        + interval(cut(low, lost), cut(high, lost), scale);
  }

  /** Rounded to a power of ten, where that is above 1. */
  private static double cut(double value, int power) {
    return power <= 0
        ? value
        : new BigDecimal(value).setScale(-power, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static String signed(double mean, Scale scale, String unit) {
    String text = Quantities.rounded(mean, scale);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    String sign = zero ? "" : mean > 0 ? "+" : "";
    String plain = zero ? text.replace(String.valueOf(Quantities.MINUS), "") : text;
    String printed = scale.unit(unit);
    return sign + plain + (printed.isEmpty() ? "" : "\u00a0" + printed);
  }

  /** {@code [low, high]} in a scale, without unit. */
  static String interval(double low, double high, Scale scale) {
    return "[" + Quantities.rounded(low, scale) + ", " + Quantities.rounded(high, scale) + "]";
  }

  /** A mean of this question with its unit. */
  String mean(double value) {
    return unit().equals("%")
        ? Quantities.percent(value)
        : Quantities.withUnit(value, differenceUnit());
  }

  /** The smallest difference that matters, by which a row was judged. */
  String matters(ComparisonRow row) {
    BigDecimal exact = new BigDecimal(factor() * row.matters().orElse(0));
    double rounded = exact.round(new MathContext(3, RoundingMode.HALF_EVEN)).doubleValue();
    return Quantities.withUnit(rounded, differenceUnit());
  }
}
