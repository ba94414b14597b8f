package io.depinsim.experiments.check;

import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.MetricSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Answers;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.compare.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Holds a scenario against its baseline by two gates, both with inputs as stated.
 *
 * <p>The paired gate runs the baseline's replicates again, so that luck is the same and any
 * difference comes from the program or the scenario; it fails where a mean difference is beyond
 * what the question says matters. The distributional gate runs replicates with other luck and fails
 * where their distribution is another one, by {@link PermutationTest}: it stays silent when a
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
    answers.questions().forEach(question -> questions.put(question.name(), words(question)));
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

  /** What a question asks, in words that change when it asks something else. */
  static String words(Question question) {
    MetricSpec spec = question.spec().orElseThrow();
    return question.statistic()
        + " of "
        + question.metric()
        + (spec.from() == null ? "" : " from " + spec.from())
        + (spec.to() == null ? "" : " to " + spec.to());
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
    Comparable comparable = new Comparable(baseline);
    long started = System.nanoTime();
    Answers again = Answers.of(seeded(baseline.seed()), 0, count, true, workers(0, 2));
    comparable.look(again);
    List<PairedRow> paired = paired(comparable, again);
    long between = System.nanoTime();
    List<FreshRow> fresh = List.of();
    if (!comparable.pairs.isEmpty()) {
      fresh = fresh(comparable, fresh(baseline, 0));
    }
    double pairedSeconds = (between - started) / 1e9;
    double freshSeconds = (System.nanoTime() - between) / 1e9;
    return new CheckResult(
        scenario.name(),
        count,
        options.falseAlarm(),
        comparable.troubles,
        comparable.remarks,
        comparable.digests,
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
  Answers fresh(Baseline baseline, int set) throws InterruptedException {
    long seed = options.freshSeed().orElse(baseline.seed());
    int count = baseline.replicates();
    long first = (long) count * (seed == baseline.seed() ? set + 1 : set);
    if (first + count > Streams.REPLICATE_LIMIT) {
      throw new IllegalArgumentException(
          "replicates: sets of " + count + " fresh ones go beyond " + Streams.REPLICATE_LIMIT);
    }
    return Answers.of(seeded(seed), (int) first, count, false, workers(1, 2));
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

  /** A question in a case that both the baseline and the scenario have. */
  private record Pair(
      CaseQuestion about, Answers.Case of, int question, double[] before, double matters) {}

  /** Finds what can be compared, and says what cannot. */
  private static final class Comparable {
    private final Baseline baseline;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<DigestRow> digests = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    Comparable(Baseline baseline) {
      this.baseline = baseline;
    }

    void look(Answers now) {
      List<Integer> questions = questions(now);
      for (Baseline.Case before : baseline.cases()) {
        Optional<Answers.Case> same =
            now.cases().stream()
                .filter(of -> of.policy().equals(before.policy()))
                .filter(of -> of.regime().equals(before.regime()))
                .findFirst();
        if (same.isEmpty()) {
          troubles.add(
              named(before.policy(), before.regime())
                  + " stands in the baseline, and the scenario has it no more.");
        } else {
          digests(before, now.digests(same.get()));
        }
      }
      for (Answers.Case of : now.cases()) {
        if (find(of).isEmpty()) {
          troubles.add(named(of.policy(), of.regime()) + " is new, and the baseline lacks it.");
        }
      }
      for (int q : questions) {
        for (Answers.Case of : now.cases()) {
          find(of).ifPresent(before -> pairs.add(pair(before, of, q, now.questions().get(q))));
        }
      }
      if (baseline.stateHashVersion() != StateDigest.VERSION) {
        remarks.add("Digests are of another version than the baseline's and were not compared.");
      }
      if (baseline.questions().isEmpty()) {
        remarks.add("No question stands under `metrics`, so any digest that differs fails.");
      }
    }

    private static String named(String policy, String regime) {
      return "Policy " + policy + " under regime " + regime;
    }

    private Optional<Baseline.Case> find(Answers.Case of) {
      return baseline.cases().stream()
          .filter(each -> each.policy().equals(of.policy()) && each.regime().equals(of.regime()))
          .findFirst();
    }

    private List<Integer> questions(Answers now) {
      List<Integer> same = new ArrayList<>();
      for (int q = 0; q < now.questions().size(); q++) {
        Question question = now.questions().get(q);
        String before = baseline.questions().get(question.name());
        if (before == null) {
          troubles.add("Question " + question.name() + " is new, and the baseline lacks it.");
        } else if (!before.equals(words(question))) {
          troubles.add(
              "Question "
                  + question.name()
                  + " asks for the "
                  + words(question)
                  + ", and the baseline holds the "
                  + before
                  + ".");
        } else {
          same.add(q);
        }
      }
      List<String> asked = now.questions().stream().map(Question::name).toList();
      baseline.questions().keySet().stream()
          .filter(name -> !asked.contains(name))
          .forEach(
              name ->
                  troubles.add(
                      "Question " + name + " stands in the baseline, and is asked no more."));
      return same;
    }

    private void digests(Baseline.Case before, List<String> now) {
      if (baseline.stateHashVersion() == StateDigest.VERSION) {
        int differing = 0;
        for (int r = 0; r < now.size(); r++) {
          differing += now.get(r).equals(before.digests().get(r)) ? 0 : 1;
        }
        digests.add(new DigestRow(before.policy(), before.regime(), now.size(), differing));
      }
    }

    private static Pair pair(Baseline.Case before, Answers.Case of, int place, Question question) {
      MetricSpec spec = question.spec().orElseThrow();
      double[] column = before.column(question.name());
      double[] defined = Arrays.stream(column).filter(Double::isFinite).toArray();
      double matters = spec.least(defined.length == 0 ? 0 : StatUtils.mean(defined));
      return new Pair(
          new CaseQuestion(question.name(), of.policy(), of.regime(), question.unit(), spec.gate()),
          of,
          place,
          column,
          matters);
    }
  }

  private static List<PairedRow> paired(Comparable comparable, Answers again) {
    return comparable.pairs.stream()
        .map(
            pair ->
                PairedRow.of(
                    pair.about(),
                    pair.matters(),
                    pair.before(),
                    again.column(pair.of(), pair.question())))
        .toList();
  }

  /** The distributional gate; questions that gate nothing are a family of their own. */
  private List<FreshRow> fresh(Comparable comparable, Answers fresh) {
    PermutationTest test = new PermutationTest(scenario.run().seed(), options.falseAlarm());
    Map<Pair, FreshRow> rows = new LinkedHashMap<>();
    for (boolean gating : new boolean[] {true, false}) {
      List<Pair> family =
          comparable.pairs.stream().filter(pair -> pair.about().gating() == gating).toList();
      List<PermutationTest.Column> columns =
          family.stream()
              .map(pair -> column(pair.before(), fresh.column(pair.of(), pair.question())))
              .toList();
      String name = scenario.name() + (gating ? "" : ", informational");
      List<PermutationTest.Outcome> outcomes = test.test(name, columns);
      for (int i = 0; i < family.size(); i++) {
        Pair pair = family.get(i);
        double[] now = fresh.column(pair.of(), pair.question());
        boolean share = !defined(pair.before()) || !defined(now);
        rows.put(pair, row(pair, share, columns.get(i), outcomes.get(i), test));
      }
    }
    return comparable.pairs.stream().map(rows::get).toList();
  }

  private static FreshRow row(
      Pair pair,
      boolean share,
      PermutationTest.Column column,
      PermutationTest.Outcome outcome,
      PermutationTest test) {
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
  private static PermutationTest.Column column(double[] before, double[] now) {
    return defined(before) && defined(now)
        ? new PermutationTest.Column(before, now)
        : new PermutationTest.Column(indicator(before), indicator(now));
  }

  private static boolean defined(double[] column) {
    return Arrays.stream(column).allMatch(Double::isFinite);
  }

  private static double[] indicator(double[] column) {
    return Arrays.stream(column).map(value -> Double.isFinite(value) ? 1 : 0).toArray();
  }

  /** How a new baseline differs from an old one, in the order of the new, then what is gone. */
  public static List<MovedRow> moved(Optional<Baseline> old, Baseline now) {
    List<MovedRow> rows = new ArrayList<>();
    now.questions()
        .forEach(
            (question, words) -> {
              for (Baseline.Case of : now.cases()) {
                Optional<double[]> before =
                    old.filter(o -> words.equals(o.questions().get(question)))
                        .flatMap(o -> find(o, of))
                        .map(o -> o.column(question));
                rows.add(
                    new MovedRow(
                        question,
                        of.policy(),
                        of.regime(),
                        mean(before),
                        mean(Optional.of(of.column(question)))));
              }
            });
    old.ifPresent(
        o ->
            o.questions()
                .forEach(
                    (question, words) -> {
                      for (Baseline.Case of : o.cases()) {
                        if (!words.equals(now.questions().get(question))
                            || find(now, of).isEmpty()) {
                          rows.add(
                              new MovedRow(
                                  question,
                                  of.policy(),
                                  of.regime(),
                                  mean(Optional.of(of.column(question))),
                                  OptionalDouble.empty()));
                        }
                      }
                    }));
    return rows;
  }

  private static Optional<Baseline.Case> find(Baseline in, Baseline.Case of) {
    return in.cases().stream()
        .filter(each -> each.policy().equals(of.policy()) && each.regime().equals(of.regime()))
        .findFirst();
  }

  /** Mean of what is defined; NaN where nothing is. */
  private static OptionalDouble mean(Optional<double[]> column) {
    return column.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Arrays.stream(column.get()).filter(Double::isFinite).average().orElse(Double.NaN));
  }
}
