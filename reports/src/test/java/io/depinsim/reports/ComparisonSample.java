package io.depinsim.reports;

import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.ComparisonRecord.ArmRow;
import io.depinsim.core.run.ComparisonRecord.BestRow;
import io.depinsim.core.run.ComparisonRecord.InputRow;
import io.depinsim.core.run.ComparisonRecord.MapRow;
import io.depinsim.core.run.ComparisonRecord.VarianceRow;
import io.depinsim.core.run.ComparisonRow;
import io.depinsim.core.run.ComparisonRow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A made-up comparison over the metrics of {@link FilecoinLikeRun}. None of it is a result. */
final class ComparisonSample {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private final List<String> policies;
  private final List<String> regimes;
  private final List<ComparisonRow> rows = new ArrayList<>();
  private final List<ArmRow> arms = new ArrayList<>();
  private final List<BestRow> best = new ArrayList<>();
  private final List<VarianceRow> variance = new ArrayList<>();
  private final List<InputRow> inputs = new ArrayList<>();
  private final List<MapRow> map = new ArrayList<>();

  ComparisonSample(List<String> policies, List<String> regimes) {
    this.policies = policies;
    this.regimes = regimes;
  }

  static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }

  /** A difference with its interval under one regime; the verdict follows from what matters. */
  ComparisonSample row(
      String question, int policy, int regime, double mean, double half, Direction better) {
    rows.add(
        new ComparisonRow(
            "filecoin.pledge",
            policies.get(policy),
            policies.get(0),
            regimes.get(regime),
            some(mean),
            some(mean - half),
            some(mean + half),
            verdict(mean, half, better),
            some(0.9),
            some(8),
            question,
            question.isEmpty() ? "last" : "mean",
            "FIL",
            some(10),
            some(10 + mean),
            question.isEmpty() ? NONE : some(1),
            better,
            20,
            verdict(mean, half, better) == Verdict.undecided && mean != 0
                ? OptionalLong.of(1000 + policy)
                : OptionalLong.empty()));
    return this;
  }

  private static Verdict verdict(double mean, double half, Direction better) {
    if (mean - half > 1 || mean + half < -1) {
      boolean up = mean > 0;
      return better == Direction.NEITHER
          ? up ? Verdict.higher : Verdict.lower
          : up == (better == Direction.HIGHER) ? Verdict.better : Verdict.worse;
    }
    return mean - half >= -1 && mean + half <= 1 ? Verdict.equivalent : Verdict.undecided;
  }

  /** Arms, standings, luck and inputs of a question: the winner is told by its place. */
  ComparisonSample around(String question, int winner) {
    for (String regime : regimes) {
      for (int p = 0; p < policies.size(); p++) {
        String policy = policies.get(p);
        arms.add(
            new ArmRow(
                question,
                "filecoin.pledge",
                "mean",
                policy,
                regime,
                "FIL",
                some(10 + p),
                some(2),
                some(9 + p),
                some(11 + p),
                some(7 + p),
                some(10 + p),
                some(13 + p),
                20));
        best.add(
            new BestRow(
                question,
                regime,
                policy,
                10 + p,
                p == winner ? 2 : -2,
                p == winner ? 1 : -3,
                p == winner ? 3 : -1,
                winner < 0 || p == winner,
                false));
        if (p > 0) {
          variance.add(
              new VarianceRow(question, policy, regime, some(0.3), some(0.2), some(0.4), 10));
          inputs.add(new InputRow(question, policy, regime, "sectorLife", some(0.1 * p)));
          inputs.add(new InputRow(question, policy, regime, "messages", some(-0.9)));
        }
      }
    }
    return this;
  }

  /** A map: the left half for one policy, the right half for another, the middle undecided. */
  ComparisonSample map(String question, int steps) {
    for (int y = 0; y < steps; y++) {
      for (int x = 0; x < steps; x++) {
        for (int p = 0; p < policies.size(); p++) {
          boolean middle = y > steps / 2 && Math.abs(2 * x + 1 - steps) < 2;
          boolean wins = p == (2 * x < steps ? 1 : 2);
          double lead = wins ? 0.5 + x : -0.5 - x;
          map.add(
              new MapRow(
                  question,
                  "sectorLife",
                  400 + 100 * x + " days",
                  "messages",
                  "1." + y,
                  policies.get(p),
                  10,
                  lead,
                  lead - 0.1,
                  lead + 0.1,
                  wins || middle && p < 3));
        }
      }
    }
    return this;
  }

  ComparisonRecord record() {
    return new ComparisonRecord(rows, arms, best, variance, inputs, map);
  }

  /** Many policies and regimes, three questions: what a page must bear. */
  static ComparisonSample large(List<String> policies, List<String> regimes) {
    ComparisonSample sample = new ComparisonSample(policies, regimes);
    for (int r = 0; r < regimes.size(); r++) {
      for (int p = 1; p < policies.size(); p++) {
        sample.row("cost", p, r, 1.5 * p - 4 + r, 0.4 + 0.3 * p, Direction.LOWER);
        sample.row("reach", p, r, 2.5 * p - 1.7 * r, 0.6 + 0.2 * p, Direction.HIGHER);
        sample.row("level", p, r, 0.1 * p, 0.5, Direction.NEITHER);
        sample.row("", p, r, 0.2 * p, 0.1, Direction.NEITHER);
      }
    }
    return sample.around("cost", 1).around("reach", -1).map("cost", 6).map("reach", 9);
  }
}
