package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.ArmRow;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.run.ComparisonRecord.InputRow;
import io.depinsim.core.run.ComparisonRecord.MapRow;
import io.depinsim.core.run.ComparisonRecord.VarianceRow;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Arms;
import io.depinsim.experiments.compare.Best;
import io.depinsim.experiments.compare.Comparison;
import io.depinsim.experiments.compare.MaxT;
import io.depinsim.experiments.compare.Question;
import io.depinsim.experiments.compare.VarianceSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Makes the tables of a comparison of what the replicates of a run answered. */
final class ComparisonGathering {
  /** Resamples behind metrics that the scenario asks nothing of, of which there are hundreds. */
  private static final int TOLD_RESAMPLES = 499;

  private final Scenario scenario;
  private final CompareOptions options;
  private final Arms asked;
  private final Arms told;
  private final Arms again;
  private final Optional<UncertainDraws> draws;

  /**
   * A gathering.
   *
   * @param asked answers to what the scenario asks
   * @param told answers of every metric
   * @param again answers with the inputs of the first replicates and other luck
   */
  ComparisonGathering(
      Scenario scenario,
      CompareOptions options,
      Arms asked,
      Arms told,
      Arms again,
      Optional<UncertainDraws> draws) {
    this.scenario = scenario;
    this.options = options;
    this.asked = asked;
    this.told = told;
    this.again = again;
    this.draws = draws;
  }

  private long seed() {
    return scenario.run().seed();
  }

  ComparisonRecord record(List<MapRow> map) {
    List<ComparisonRow> rows = new ArrayList<>();
    rows.addAll(new Comparison(asked, new MaxT(seed(), options.resamples())).rows());
    rows.addAll(new Comparison(told, new MaxT(seed(), TOLD_RESAMPLES)).rows());
    List<ArmRow> arms = new ArrayList<>(arms(asked));
    arms.addAll(arms(told));
    return new ComparisonRecord(rows, arms, best(), variance(), inputs(), map);
  }

  private static List<ArmRow> arms(Arms arms) {
    List<ArmRow> rows = new ArrayList<>();
    for (int q = 0; q < arms.questions().size(); q++) {
      for (int g = 0; g < arms.regimes().size(); g++) {
        for (int p = 0; p < arms.policies().size(); p++) {
          rows.add(
              arm(
                  arms.questions().get(q),
                  arms.policies().get(p),
                  arms.regimes().get(g),
                  arms.answers().of(q, p, g)));
        }
      }
    }
    return rows;
  }

  private static ArmRow arm(Question question, String policy, String regime, double[] values) {
    boolean defined = Arms.defined(values);
    StudentInterval over = StudentInterval.of(defined ? values : new double[] {0});
    Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
    quantiles.setData(values);
    return new ArmRow(
        question.name(),
        question.metric(),
        question.statistic().name(),
        policy,
        regime,
        question.unit(),
        when(defined, over.mean()),
        over.sd(),
        over.low(),
        over.high(),
        when(defined, defined ? quantiles.evaluate(5) : 0),
        when(defined, defined ? quantiles.evaluate(50) : 0),
        when(defined, defined ? quantiles.evaluate(95) : 0),
        values.length);
  }

  private static OptionalDouble when(boolean defined, double value) {
    return defined ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private List<BestRow> best() {
    MaxT bootstrap = new MaxT(seed(), options.resamples());
    List<BestRow> rows = new ArrayList<>();
    for (int q = 0; q < asked.questions().size(); q++) {
      Question question = asked.questions().get(q);
      for (int g = 0; g < asked.regimes().size(); g++) {
        List<double[]> columns = comparable(asked, q, g);
        if (!columns.isEmpty()) {
          String regime = asked.regimes().get(g);
          Optional<Integer> selected =
              options.best().filter(question.name()::equals).isPresent()
                  ? Growth.selected(asked, question.name(), g)
                  : Optional.empty();
          List<Best.Standing> standings =
              Best.standings(
                  bootstrap, "best " + question.name() + " " + regime, columns, question.better());
          for (int p = 0; p < columns.size(); p++) {
            Best.Standing s = standings.get(p);
            rows.add(
                new BestRow(
                    question.name(),
                    regime,
                    asked.policies().get(p),
                    s.mean(),
                    s.lead(),
                    s.low(),
                    s.high(),
                    s.amongBest(),
                    selected.equals(Optional.of(p))));
          }
        }
      }
    }
    return rows;
  }

  /** Columns by policy; none where nothing can be called best, or too few replicates say so. */
  static List<double[]> comparable(Arms arms, int question, int regime) {
    List<double[]> columns = new ArrayList<>();
    boolean possible = arms.questions().get(question).better() != Direction.NEITHER;
    for (int p = 0; p < arms.policies().size(); p++) {
      double[] column = arms.answers().of(question, p, regime);
      possible &= column.length >= ComparisonRecord.FEWEST;
      possible &= Arms.defined(column) && !arms.answers().refused(question, p, regime);
      columns.add(column);
    }
    return possible ? columns : List.of();
  }

  private List<VarianceRow> variance() {
    List<VarianceRow> rows = new ArrayList<>();
    if (options.pairs() == 0 || draws.isEmpty()) {
      return rows;
    }
    eachDifference(
        (q, p, g, differences) -> {
          double[] other = Arms.minus(again.answers().of(q, p, g), again.answers().of(q, 0, g));
          double[] first = Arrays.copyOf(differences, other.length);
          String question = asked.questions().get(q).name();
          String policy = asked.policies().get(p);
          String regime = asked.regimes().get(g);
          Optional<VarianceSplit.Luck> luck =
              Arms.defined(first) && Arms.defined(other)
                  ? VarianceSplit.of(first, other)
                  : Optional.empty();
          rows.add(
              new VarianceRow(
                  question,
                  policy,
                  regime,
                  when(luck.isPresent(), luck.map(VarianceSplit.Luck::share).orElse(0.0)),
                  when(luck.isPresent(), luck.map(VarianceSplit.Luck::low).orElse(0.0)),
                  when(luck.isPresent(), luck.map(VarianceSplit.Luck::high).orElse(0.0)),
                  other.length));
        });
    return rows;
  }

  private interface Difference {
    void take(int question, int policy, int regime, double[] differences);
  }

  private void eachDifference(Difference taker) {
    for (int q = 0; q < asked.questions().size(); q++) {
      for (int g = 0; g < asked.regimes().size(); g++) {
        for (int p = 1; p < asked.policies().size(); p++) {
          taker.take(q, p, g, Arms.minus(asked.answers().of(q, p, g), asked.answers().of(q, 0, g)));
        }
      }
    }
  }

  private List<InputRow> inputs() {
    List<InputRow> rows = new ArrayList<>();
    if (draws.isEmpty()) {
      return rows;
    }
    List<String> names = draws.get().names();
    List<double[]> places = new ArrayList<>();
    eachDifference(
        (q, p, g, differences) -> {
          while (places.size() < differences.length) {
            places.add(draws.get().places(places.size()));
          }
          for (int i = 0; i < names.size(); i++) {
            int input = i;
            double[] place = places.stream().mapToDouble(all -> all[input]).toArray();
            rows.add(
                new InputRow(
                    asked.questions().get(q).name(),
                    asked.policies().get(p),
                    asked.regimes().get(g),
                    names.get(i),
                    spearman(place, differences)));
          }
        });
    return rows;
  }

  private static OptionalDouble spearman(double[] places, double[] differences) {
    boolean told =
        differences.length > 1 && Arms.defined(differences) && StatUtils.variance(differences) > 0;
    return told
        ? OptionalDouble.of(new SpearmansCorrelation().correlation(places, differences))
        : OptionalDouble.empty();
  }
}
