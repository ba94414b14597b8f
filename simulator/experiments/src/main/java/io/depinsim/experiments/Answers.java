package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Question;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What chosen replicates answer to the questions of a scenario, in every policy and regime, with
 * inputs as stated. Only what questions and expectations speak of is recorded, and nothing is
 * written.
 */
public final class Answers {
  private final List<Question> questions;
  private final List<RunCase> cases;
  private final List<ExpectationRow> expectations;

  private Answers(
      List<Question> questions, List<RunCase> cases, List<ExpectationRow> expectations) {
    this.questions = questions;
    this.cases = cases;
    this.expectations = expectations;
  }

  /**
   * Who does the work.
   *
   * @param threads replicates run at once, ≥ 1
   * @param progress hears how far replicates have come
   * @param stop puts them down
   */
  public record Workers(int threads, RunOptions.Progress progress, StopSignal stop) {}

  /**
   * One policy under one regime.
   *
   * @param place among all, regimes within policies
   */
  public record Case(int place, String policy, String regime) {}

  /**
   * Runs replicates.
   *
   * @param first number of the first replicate, which keys its random draws
   * @param count how many, ≥ 1
   * @param judged whether the scenario's expectations are held against them
   * @throws IllegalArgumentException if a policy cannot be assembled
   * @throws io.depinsim.core.InvariantException if an invariant broke
   * @throws InterruptedException if the work was put down before its end
   */
  public static Answers of(Scenario scenario, int first, int count, boolean judged, Workers workers)
      throws InterruptedException {
    Predicate<String> recorded = recorded(scenario, judged)::contains;
    Keeping keeping =
        new Keeping(
            Keeping.Mode.RESTART, Keeping.DEFAULT_SECONDS, workers.stop(), "none", how -> {});
    RunOptions options =
        new RunOptions(
            scenario.policies(),
            count,
            workers.threads(),
            CheckLevel.EPOCH,
            recorded,
            workers.progress(),
            1,
            keeping,
            Optional.empty());
    List<RunCase> cases =
        ScenarioRun.cases(scenario, Optional.empty(), options, ScenarioRun.NOBODY);
    List<Instant> times = cases.get(0).times();
    int warm = WarmUp.points(scenario, times);
    Questions questions =
        new Questions(scenario, times, ScenarioRun.definitions(cases), recorded, warm);
    List<String> concerned = judged ? scenario.policies() : List.of();
    Expectations expectations = new Expectations(scenario, times, recorded, concerned);
    Findings none = new Findings(scenario, times, key -> false, List.of(), warm);
    RunCase.Takers takers = new RunCase.Takers(warm, expectations, none, questions);
    Tally tally = new Tally(count * cases.size(), 0, workers.progress());
    OrderedWork.run(
        workers.threads(),
        IntStream.range(0, count * cases.size())
            .<Callable<Optional<Ended>>>mapToObj(
                task -> {
                  RunCase of = cases.get(task % cases.size());
                  RunCase.Number number = RunCase.Number.of(first + task / cases.size());
                  Attempt attempt = new Attempt(task, Optional.empty(), keeping, tally);
                  return () -> {
                    Optional<Ended> ended =
                        of.run(number, takers, attempt).map(result -> new Ended(of, result));
                    tally.ended(task);
                    return ended;
                  };
                })
            .iterator(),
        (Ended ended) -> ended.of().results().add(ended.result()),
        workers.stop());
    return new Answers(questions.asked(), cases, rows(expectations, cases));
  }

  /**
   * Whether every policy and regime can be assembled.
   *
   * @throws io.depinsim.core.scenario.ScenarioException if one is refused
   * @throws IllegalArgumentException if one cannot be assembled
   */
  public static void require(Scenario scenario) {
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        new Assembler(scenario.policy(policy, regime)).assemble(0, CheckLevel.NONE, key -> false);
      }
    }
  }

  private record Ended(RunCase of, ReplicateResult result) {}

  private static Set<String> recorded(Scenario scenario, boolean judged) {
    Set<String> recorded = new HashSet<>();
    scenario.metrics().forEach((name, spec) -> recorded.add(Questions.metric(name, spec)));
    if (judged) {
      scenario.expect().stream().map(ExpectSpec::metric).forEach(recorded::add);
    }
    return recorded;
  }

  private static List<ExpectationRow> rows(Expectations expectations, List<RunCase> cases) {
    return expectations.rows(
        (policy, regime) ->
            cases.stream()
                .filter(each -> each.policy().equals(policy) && each.regime().equals(regime))
                .findFirst()
                .orElseThrow()
                .results()
                .expectations());
  }

  /** What was asked, in the order of the scenario. */
  public List<Question> questions() {
    return questions;
  }

  /** Every policy under every regime, the base first. */
  public List<Case> cases() {
    return IntStream.range(0, cases.size())
        .mapToObj(i -> new Case(i, cases.get(i).policy(), cases.get(i).regime()))
        .toList();
  }

  /** One number per replicate; NaN where the statistic is undefined. */
  public double[] column(Case of, int question) {
    return cases.get(of.place()).results().answers(question);
  }

  /** One digest per replicate. */
  public List<String> digests(Case of) {
    return List.copyOf(cases.get(of.place()).results().digests());
  }

  /** How the scenario's expectations came out; empty if they were not held against these. */
  public List<ExpectationRow> expectations() {
    return expectations;
  }
}
