package io.depinsim.experiments.compare;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Every policy against the base of its regime, replicate by replicate.
 *
 * <p>Intervals of all questions that the scenario asks hold at once, in every policy and regime.
 * Those of a metric it asks nothing of hold at once for that metric: they show where to look, and
 * carry no verdict.
 */
public final class Comparison {
  private static final String ASKED = "asked";

  private final Arms arms;
  private final MaxT bootstrap;

  /**
   * A comparison.
   *
   * @param bootstrap makes intervals simultaneous
   */
  public Comparison(Arms arms, MaxT bootstrap) {
    this.arms = arms;
    this.bootstrap = bootstrap;
  }

  /** What is compared with the base. */
  private record Pair(int question, int policy, int regime) {}

  /** One row per question, regime and policy but the base, in that order. */
  public List<ComparisonRow> rows() {
    Map<String, List<Pair>> families = new LinkedHashMap<>();
    for (int q = 0; q < arms.questions().size(); q++) {
      Question question = arms.questions().get(q);
      String family =
          question.asked() ? ASKED : question.metric() + " " + question.statistic().name();
      for (int g = 0; g < arms.regimes().size(); g++) {
        for (int p = 1; p < arms.policies().size(); p++) {
          families.computeIfAbsent(family, key -> new ArrayList<>()).add(new Pair(q, p, g));
        }
      }
    }
    List<ComparisonRow> rows = new ArrayList<>();
    families.forEach((family, pairs) -> rows.addAll(rows(family, pairs)));
    return rows;
  }

  private List<ComparisonRow> rows(String family, List<Pair> pairs) {
    List<double[]> columns =
        pairs.stream()
            .map(pair -> arms.differences(pair.question(), pair.policy(), pair.regime()))
            .toList();
    List<double[]> defined = columns.stream().filter(Arms::defined).toList();
    double[] critical = defined.isEmpty() ? new double[0] : bootstrap.critical(family, defined);
    List<ComparisonRow> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < pairs.size(); i++) {
      double own = Arms.defined(columns.get(i)) ? critical[next++] : 0;
      rows.add(row(pairs.get(i), columns.get(i), own, pairs.size()));
    }
    return rows;
  }

  private ComparisonRow row(Pair pair, double[] differences, double critical, int family) {
    Question question = arms.questions().get(pair.question());
    double[] base = arms.answers().of(pair.question(), 0, pair.regime());
    double[] other = arms.answers().of(pair.question(), pair.policy(), pair.regime());
    boolean defined = Arms.defined(differences);
    Interval interval = defined ? Interval.of(differences, critical) : new Interval(0, 0);
    double least = least(question, base);
    Verdict verdict = verdict(pair, question, interval, least, defined);
    OptionalDouble none = OptionalDouble.empty();
    return new ComparisonRow(
        question.metric(),
        arms.policies().get(pair.policy()),
        arms.policies().get(0),
        arms.regimes().get(pair.regime()),
        defined ? OptionalDouble.of(interval.mean()) : none,
        defined ? OptionalDouble.of(interval.low()) : none,
        defined ? OptionalDouble.of(interval.high()) : none,
        verdict,
        defined ? correlation(base, other) : none,
        defined ? reduction(base, other, differences) : none,
        question.name(),
        question.statistic().name(),
        question.unit(),
        mean(base),
        mean(other),
        question.asked() && Double.isFinite(least) ? OptionalDouble.of(least) : none,
        question.better(),
        differences.length,
        verdict == Verdict.undecided && defined
            ? Judge.needed(differences, least, family)
            : OptionalLong.empty());
  }

  private Verdict verdict(
      Pair pair, Question question, Interval interval, double least, boolean defined) {
    boolean refused =
        arms.answers().refused(pair.question(), pair.policy(), pair.regime())
            || arms.answers().refused(pair.question(), 0, pair.regime());
    if (refused) {
      return Verdict.refused;
    }
    if (!question.asked()) {
      return Verdict.none;
    }
    int replicates = arms.answers().of(pair.question(), 0, pair.regime()).length;
    if (!defined || replicates < ComparisonRecord.FEWEST) {
      return Verdict.undecided;
    }
    Verdict verdict = Judge.verdict(interval, least, question.better());
    // That few replicates agree to the last bit says little about how often they would not.
    boolean hasty = interval.half() == 0 && replicates < ComparisonRecord.RESAMPLED;
    return verdict == Verdict.equivalent && hasty ? Verdict.undecided : verdict;
  }

  private static double least(Question question, double[] base) {
    return question.spec().map(spec -> spec.least(StatUtils.mean(base))).orElse(Double.NaN);
  }

  private static OptionalDouble mean(double[] values) {
    return Arms.defined(values)
        ? OptionalDouble.of(StatUtils.mean(values))
        : OptionalDouble.empty();
  }

  /** How far the arms go together; empty if either never changes. */
  private static OptionalDouble correlation(double[] one, double[] other) {
    boolean constant = StatUtils.variance(one) == 0 || StatUtils.variance(other) == 0;
    return constant
        ? OptionalDouble.empty()
        : OptionalDouble.of(new PearsonsCorrelation().correlation(one, other));
  }

  /**
   * How many times the replicates the same interval would take if the arms met different luck;
   * empty if the difference never changes.
   */
  private static OptionalDouble reduction(double[] one, double[] other, double[] differences) {
    double paired = StatUtils.variance(differences);
    return paired == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((StatUtils.variance(one) + StatUtils.variance(other)) / paired);
  }
}
