package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.scenario.MetricSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The questions that a scenario puts to its metrics, and what one replicate answers: each a number,
 * after which its series may go.
 *
 * <p>A question about a metric that is not recorded, or about days the run does not reach, is left
 * out.
 */
public final class Questions {
  private final List<Question> questions = new ArrayList<>();
  private final List<MeasurementWindow> windows = new ArrayList<>();

  /**
   * The questions that a run can answer.
   *
   * @param times instants of measurement
   * @param metrics definitions of what is recorded
   * @param recorded which of them are
   * @param firstPoint first measurement after the warm-up
   */
  Questions(
      Scenario scenario,
      List<Instant> times,
      List<MetricDefinition> metrics,
      Predicate<String> recorded,
      int firstPoint) {
    scenario
        .metrics()
        .forEach(
            (name, spec) -> {
              String key = metric(name, spec);
              Optional<MetricDefinition> metric =
                  metrics.stream().filter(m -> m.key().equals(key)).findFirst();
              MeasurementWindow window =
                  MeasurementWindow.of(times, spec.from(), spec.to(), firstPoint);
              if (metric.isPresent() && recorded.test(key) && !window.isEmpty()) {
                questions.add(question(name, spec, metric.get()));
                windows.add(window);
              }
            });
  }

  /** Key of the metric that a question is about. */
  static String metric(String name, MetricSpec spec) {
    return spec.metric() == null ? name : spec.metric();
  }

  /** Unit of what is computed from a metric. */
  static String unit(MetricSpec spec, MetricDefinition metric) {
    return spec.statistic().isRelative() ? "1" : metric.unit();
  }

  private static Question question(String name, MetricSpec spec, MetricDefinition metric) {
    // Swings and falls are bad whatever the metric.
    Direction own =
        switch (spec.statistic()) {
          case volatility, drawdown -> Direction.LOWER;
          default -> metric.better();
        };
    return new Question(
        name,
        metric.key(),
        spec.statistic(),
        unit(spec, metric),
        spec.better() == null ? own : spec.better().direction(),
        Optional.of(spec));
  }

  /** The questions, in the order of the scenario. */
  List<Question> asked() {
    return List.copyOf(questions);
  }

  /**
   * What one replicate answers, in the order of {@link #asked}; NaN where the statistic is
   * undefined.
   *
   * @param series values of a metric by key, one per measurement; empty if the policy has none
   */
  double[] answers(Function<String, Optional<double[]>> series) {
    double[] answers = new double[questions.size()];
    for (int q = 0; q < answers.length; q++) {
      Question question = questions.get(q);
      MeasurementWindow window = windows.get(q);
      answers[q] =
          series
              .apply(question.metric())
              .map(v -> WindowStatistic.of(question.statistic(), v, window.from(), window.to()))
              .orElse(Double.NaN);
    }
    return answers;
  }
}
