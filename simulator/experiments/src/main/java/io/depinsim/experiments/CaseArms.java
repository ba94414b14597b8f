package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.ExpectSpec.Statistic;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Arms;
import io.depinsim.experiments.compare.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The cases of a run as arms of an experiment: first what the scenario asks, then the last value
 * and the mean of every metric, and the swings of prices.
 */
final class CaseArms {
  private static final List<Statistic> TOLD =
      List.of(Statistic.last, Statistic.mean, Statistic.volatility, Statistic.drawdown);

  private final List<RunCase> cases;
  private final int regimes;

  private CaseArms(List<RunCase> cases, int regimes) {
    this.cases = cases;
    this.regimes = regimes;
  }

  /** Arms of the questions that the scenario asks, from one part of what cases left. */
  static Arms asked(
      Scenario scenario,
      RunOptions options,
      List<RunCase> cases,
      Questions questions,
      Function<RunCase, CaseResults> part) {
    CaseArms arms = new CaseArms(cases, scenario.regimes().size());
    List<Question> asked = questions.asked();
    return new Arms(
        asked,
        options.policies(),
        scenario.regimes(),
        arms.answers(asked, (of, q) -> part.apply(of).answers(q)));
  }

  /** Arms of what is told of every metric. */
  static Arms told(Scenario scenario, RunOptions options, List<RunCase> cases) {
    CaseArms arms = new CaseArms(cases, scenario.regimes().size());
    List<Question> told = new ArrayList<>();
    for (MetricDefinition metric : ScenarioRun.definitions(cases)) {
      for (Statistic statistic : Summaries.statistics(metric)) {
        if (TOLD.contains(statistic)) {
          told.add(
              new Question(
                  "",
                  metric.key(),
                  statistic,
                  statistic.isRelative() ? "1" : metric.unit(),
                  metric.better(),
                  Optional.empty()));
        }
      }
    }
    return new Arms(
        told,
        options.policies(),
        scenario.regimes(),
        arms.answers(told, (of, q) -> summary(of, told.get(q))));
  }

  private interface Reader {
    double[] read(RunCase of, int question);
  }

  private Arms.Answers answers(List<Question> questions, Reader reader) {
    return new Arms.Answers() {
      @Override
      public double[] of(int question, int policy, int regime) {
        return reader.read(cases.get(policy * regimes + regime), question);
      }

      @Override
      public boolean refused(int question, int policy, int regime) {
        return cases
            .get(policy * regimes + regime)
            .priceFromOutside(questions.get(question).metric());
      }
    };
  }

  private static double[] summary(RunCase of, Question question) {
    for (MetricDefinition metric : of.definitions()) {
      if (metric.key().equals(question.metric())) {
        OptionalInt place = RunGathering.place(of, metric);
        int within = Summaries.statistics(metric).indexOf(question.statistic());
        return of.results().summary(place.getAsInt() + within);
      }
    }
    double[] undefined = new double[of.results().count()];
    Arrays.fill(undefined, Double.NaN);
    return undefined;
  }
}
