package io.depinsim.experiments.compare;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.random.Draws;
import io.depinsim.core.random.Entity;
import io.depinsim.core.random.Purpose;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.ExpectSpec.Statistic;
import io.depinsim.core.scenario.MetricSpec;
import io.depinsim.core.scenario.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;

/** Columns made up for tests, each a pure function of its keys. */
final class Synthetic {
  private Synthetic() {}

  private static Draws draws(long seed, int column) {
    return new Streams(seed, 0)
        .at(Purpose.PROVIDER_SIZE, Entity.of(Entity.cohortCode("synthetic"), column), 0);
  }

  /** Standard normal numbers. */
  static double[] normal(long seed, int column, int count) {
    Draws draws = draws(seed, column);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = draws.nextGaussian();
    }
    return values;
  }

  /** Numbers of mean 0 and a long right tail: log-normal with sigma 0.75. */
  static double[] skewed(long seed, int column, int count) {
    Draws draws = draws(seed, column);
    double mean = FastMath.exp(0.75 * 0.75 / 2);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = draws.nextLogNormal(0, 0.75) - mean;
    }
    return values;
  }

  /** {@code scale × one + shift}, number by number, plus {@code share × other}. */
  static double[] mix(double shift, double scale, double[] one, double share, double[] other) {
    double[] mixed = new double[one.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = shift + scale * one[i] + share * other[i];
    }
    return mixed;
  }

  /** Arms of one regime from columns by question and policy. */
  static Arms arms(List<Question> questions, List<List<double[]>> columns) {
    List<String> policies = new ArrayList<>();
    for (int p = 0; p < columns.get(0).size(); p++) {
      policies.add("p" + p);
    }
    return new Arms(
        questions,
        policies,
        List.of("base"),
        new Arms.Answers() {
          @Override
          public double[] of(int question, int policy, int regime) {
            return columns.get(question).get(policy);
          }

          @Override
          public boolean refused(int question, int policy, int regime) {
            return questions.get(question).metric().equals("price");
          }
        });
  }

  /** A question whose differences of so much matter. */
  static Question question(String name, String matters) {
    return new Question(
        name,
        name,
        Statistic.mean,
        "1",
        Direction.HIGHER,
        Optional.of(
            new MetricSpec(null, Statistic.mean, null, null, null, Quantity.parse(matters), true)));
  }
}
