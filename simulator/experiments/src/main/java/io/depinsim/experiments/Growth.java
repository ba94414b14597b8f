package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Arms;
import io.depinsim.experiments.compare.Comparison;
import io.depinsim.experiments.compare.MaxT;
import io.depinsim.experiments.compare.Precision;
import io.depinsim.experiments.compare.Question;
import io.depinsim.experiments.compare.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/** Decides after some replicates how many more it takes. */
final class Growth {
  /** Resamples where only the width of intervals counts. */
  private static final int RESAMPLES = 999;

  private final Scenario scenario;
  private final CompareOptions options;

  Growth(Scenario scenario, CompareOptions options) {
    this.scenario = scenario;
    this.options = options;
  }

  /**
   * How many replicates to have next.
   *
   * @param arms answers so far
   * @param replicates how many there are
   * @return {@code replicates} if they are enough, or the most allowed
   */
  int next(Arms arms, int replicates) {
    int next = replicates;
    if (options.precision().isPresent()) {
      MaxT bootstrap = new MaxT(scenario.run().seed(), RESAMPLES);
      List<ComparisonRow> rows = new Comparison(arms, bootstrap).rows();
      next = Math.max(next, options.precision().get().next(rows, replicates));
    }
    if (options.best().isPresent()) {
      next = Math.max(next, selecting(arms, options.best().get(), replicates));
    }
    return Math.min(next, Math.max(replicates, options.most()));
  }

  private int selecting(Arms arms, String question, int replicates) {
    if (replicates < Precision.FIRST) {
      return Precision.FIRST;
    }
    boolean open = false;
    for (int g = 0; g < arms.regimes().size(); g++) {
      open |= left(arms, question, g).size() > 1;
    }
    return open ? replicates + Math.max(10, replicates / 10) : replicates;
  }

  /** Places of the policies that a selection leaves under a regime. */
  static List<Integer> left(Arms arms, String name, int regime) {
    int q = place(arms, name);
    Question question = arms.questions().get(q);
    List<double[]> columns = new ArrayList<>();
    for (int p = 0; p < arms.policies().size(); p++) {
      columns.add(arms.answers().of(q, p, regime));
    }
    double least =
        question.spec().orElseThrow().least(StatUtils.mean(columns.get(0), 0, Precision.FIRST));
    if (!(least > 0)) {
      throw new IllegalArgumentException(
          "--best "
              + name
              + ": what matters is a share of the base's mean, which is 0 or undefined. Maybe state"
              + " `matters` in its unit.");
    }
    return new Selection(Precision.FIRST, least, question.better()).left(columns);
  }

  private static int place(Arms arms, String name) {
    for (int q = 0; q < arms.questions().size(); q++) {
      if (arms.questions().get(q).name().equals(name)) {
        return q;
      }
    }
    List<String> names = arms.questions().stream().map(Question::name).toList();
    throw new IllegalArgumentException(
        "--best "
            + name
            + ": no question that this run answers. Maybe "
            + (names.isEmpty() ? "ask one under `metrics`." : "one of " + names + "."));
  }

  /** The same selection as a policy's place; nothing where it is not decided. */
  static Optional<Integer> selected(Arms arms, String question, int regime) {
    int replicates = arms.answers().of(place(arms, question), 0, regime).length;
    List<Integer> left = replicates < Precision.FIRST ? List.of() : left(arms, question, regime);
    return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
  }

  /**
   * Refuses a selection that cannot be made.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static void require(Arms arms, String name) {
    Question question = arms.questions().get(place(arms, name));
    if (question.better() == Direction.NEITHER) {
      throw new IllegalArgumentException(
          "--best "
              + name
              + ": neither way is better. Maybe say `better: higher` or `better: lower`.");
    }
    boolean refused = false;
    for (int p = 0; p < arms.policies().size(); p++) {
      refused |= arms.answers().refused(place(arms, name), p, 0);
    }
    if (refused) {
      throw new IllegalArgumentException(
          "--best " + name + ": is about a price from outside, which no policy can move.");
    }
  }
}
