package io.depinsim.experiments.check;

import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Answers;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.compare.Arms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Holds a scenario against its baseline by two gates, both with inputs as stated.
 *
 * <p>The paired gate runs the baseline's replicates again, so that luck is the same and any
 * difference comes from the program or the scenario; it fails where a mean difference is beyond
 * what the question says matters. The distributional gate runs replicates with other luck and fails
 * where their distribution is another one, by {@link LabelPermutation}: it stays silent when a
 * change only reshuffles the luck, as another order of draws does, and pairs mean nothing.
 */
public final class BaselineCheck {
  private final Scenario scenario;
  private final CheckOptions options;

  /** A check of one scenario. */
  public BaselineCheck(Scenario scenario, CheckOptions options) {
    this.scenario = scenario;
    this.options = options;
  }

  /**
   * Runs what a baseline holds.
   *
   * @param replicates how many, ≥ 2
   * @throws InterruptedException if the work was put down
   */
  public Baseline record(int replicates, String programVersion) throws InterruptedException {
    Answers answers = Answers.of(scenario, 0, replicates, false, workers(0, 1));
    Map<String, String> questions = new LinkedHashMap<>();
    answers
        .questions()
        .forEach(question -> questions.put(question.name(), BaselineMatch.words(question)));
    List<Baseline.Case> cases = new ArrayList<>();
    for (Answers.Case of : answers.cases()) {
      Map<String, List<Double>> columns = new LinkedHashMap<>();
      for (int q = 0; q < answers.questions().size(); q++) {
        double[] column = answers.column(of, q);
        columns.put(answers.questions().get(q).name(), Baseline.Case.boxed(column));
      }
      cases.add(new Baseline.Case(of.policy(), of.regime(), answers.digests(of), columns));
    }
    return new Baseline(
        Baseline.FORMAT,
        scenario.name(),
        programVersion,
        StateDigest.VERSION,
        scenario.run().seed(),
        replicates,
        questions,
        cases);
  }

  /**
   * Runs both gates.
   *
   * @throws IllegalArgumentException if the fresh replicates would have numbers beyond those of
   *     random draws
   * @throws InterruptedException if the work was put down
   */
  public CheckResult against(Baseline baseline) throws InterruptedException {
    int count = baseline.replicates();
    long started = System.nanoTime();
    Answers again = Answers.of(seeded(baseline.seed()), 0, count, true, workers(0, 2));
    BaselineMatch match = BaselineMatch.of(baseline, again);
    List<PairedRow> paired = match.paired(again);
    long between = System.nanoTime();
    List<FreshRow> fresh = List.of();
    int fewest = LabelPermutation.fewest(options.falseAlarm());
    if (count < fewest) {
      match
          .remarks()
          .add(
              "With "
                  + count
                  + " replicates the distributional gate cannot alarm; it takes "
                  + fewest
                  + ".");
    }
    if (!match.pairs().isEmpty()) {
      fresh = fresh(match, fresh(baseline, 0, 1, 2));
    }
    double pairedSeconds = (between - started) / 1e9;
    double freshSeconds = (System.nanoTime() - between) / 1e9;
    return new CheckResult(
        scenario.name(),
        count,
        options.falseAlarm(),
        match.troubles(),
        match.remarks(),
        match.digests(),
        !baseline.questions().isEmpty(),
        paired,
        fresh,
        again.expectations(),
        pairedSeconds,
        freshSeconds);
  }

  /**
   * Replicates that the baseline does not hold.
   *
   * @param set number of the set, 0 and up; no two share a replicate
   */
  private Answers fresh(Baseline baseline, int set, int part, int parts)
      throws InterruptedException {
    long seed = options.freshSeed().orElse(baseline.seed());
    int count = baseline.replicates();
    long first = (long) count * (seed == baseline.seed() ? set + 1 : set);
    if (first + count > Streams.REPLICATE_LIMIT) {
      throw new IllegalArgumentException(
          "replicates: sets of " + count + " fresh ones go beyond " + Streams.REPLICATE_LIMIT);
    }
    return Answers.of(seeded(seed), (int) first, count, false, workers(part, parts));
  }

  /**
   * The paired gate alone, on the first replicates.
   *
   * @param count how many of them, at most as many as the baseline has
   */
  List<PairedRow> paired(Baseline baseline, int count) throws InterruptedException {
    Answers again = Answers.of(seeded(baseline.seed()), 0, count, false, workers(0, 1));
    return BaselineMatch.of(baseline, again).paired(again);
  }

  /** Whether the distributional gate alarms with a set of fresh replicates. */
  boolean alarms(Baseline baseline, int set) throws InterruptedException {
    Answers fresh = fresh(baseline, set, 0, 1);
    return fresh(BaselineMatch.of(baseline, fresh), fresh).stream().anyMatch(FreshRow::failed);
  }

  private Scenario seeded(long seed) {
    return seed == scenario.run().seed() ? scenario : scenario.with(List.of("run.seed=" + seed));
  }

  /** Workers of one part of equal parts. */
  private Answers.Workers workers(int part, int parts) {
    RunOptions.Progress progress =
        (done, of) -> options.progress().at(done + (double) part * of, of * parts);
    return new Answers.Workers(options.threads(), progress, options.stop());
  }

  /** The distributional gate; questions that gate nothing are a family of their own. */
  private List<FreshRow> fresh(BaselineMatch match, Answers fresh) {
    LabelPermutation test = new LabelPermutation(scenario.run().seed(), options.falseAlarm());
    Map<BaselineMatch.Pair, FreshRow> rows = new LinkedHashMap<>();
    for (boolean gating : new boolean[] {true, false}) {
      List<BaselineMatch.Pair> family =
          match.pairs().stream().filter(pair -> pair.about().gating() == gating).toList();
      List<LabelPermutation.Column> columns =
          family.stream()
              .map(pair -> column(pair.before(), fresh.column(pair.of(), pair.question())))
              .toList();
      String name = scenario.name() + (gating ? "" : ", informational");
      List<LabelPermutation.Outcome> outcomes = test.test(name, columns);
      for (int i = 0; i < family.size(); i++) {
        BaselineMatch.Pair pair = family.get(i);
        double[] now = fresh.column(pair.of(), pair.question());
        boolean share = !Arms.defined(pair.before()) || !Arms.defined(now);
        rows.put(pair, row(pair, share, columns.get(i), outcomes.get(i), test));
      }
    }
    return match.pairs().stream().map(rows::get).toList();
  }

  private static FreshRow row(
      BaselineMatch.Pair pair,
      boolean share,
      LabelPermutation.Column column,
      LabelPermutation.Outcome outcome,
      LabelPermutation test) {
    return new FreshRow(
        pair.about().question(),
        pair.about().policy(),
        pair.about().regime(),
        share ? "1" : pair.about().unit(),
        share,
        StatUtils.mean(column.before()),
        StatUtils.mean(column.after()),
        outcome,
        pair.about().gating(),
        test.alarms(outcome));
  }

  /** Two columns; where some number is undefined, 1 for each that is defined and 0 for others. */
  private static LabelPermutation.Column column(double[] before, double[] now) {
    return Arms.defined(before) && Arms.defined(now)
        ? new LabelPermutation.Column(before, now)
        : new LabelPermutation.Column(indicator(before), indicator(now));
  }

  private static double[] indicator(double[] column) {
    return Arrays.stream(column).map(value -> Double.isFinite(value) ? 1 : 0).toArray();
  }
}
