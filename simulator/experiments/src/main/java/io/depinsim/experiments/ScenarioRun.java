package io.depinsim.experiments;

import io.depinsim.core.engine.Simulation;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.DecisionSection;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Arms;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Every policy, regime and replicate of a scenario, run on threads. Results depend on neither the
 * number of threads nor the order in which replicates end. Series are kept of the first replicates
 * only; of the others, what they are needed for is taken as each ends.
 */
public final class ScenarioRun {
  private final Scenario scenario;
  private final RunOptions options;
  private final Optional<CompareOptions> compare;
  private final Optional<UncertainDraws> draws;
  private final List<RunCase> cases;
  private final List<RunCase> again;
  private final Consumer<Simulation> guests;

  /** Replicates with the inputs of others and luck of their own take numbers from here on. */
  private static final int OTHER_LUCK = Streams.REPLICATE_LIMIT / 2;

  /** No mechanism but the scenario's. */
  static final Consumer<Simulation> NOBODY = simulation -> {};

  /** Names of their tasks, and of the points of a map, lie above those of all replicates. */
  private static final int PAIR_TASKS = 1 << 29;

  private static final int MAP_TASKS = 1 << 30;

  /**
   * A run of a scenario.
   *
   * @throws IllegalArgumentException if a policy cannot be assembled, no metric is to be recorded,
   *     or policies and regimes are not measured at the same times
   */
  public ScenarioRun(Scenario scenario, RunOptions options) {
    this(scenario, options, NOBODY);
  }

  /** The same with mechanisms that no scenario names, such as a test's. */
  ScenarioRun(Scenario scenario, RunOptions options, Consumer<Simulation> guests) {
    this.guests = guests;
    this.scenario = scenario;
    this.options = options;
    this.compare = options.compare();
    this.draws =
        compare.isPresent() && compare.get().drawn() && !scenario.uncertainties().isEmpty()
            ? Optional.of(new UncertainDraws(scenario))
            : Optional.empty();
    this.cases = cases();
    this.again = draws.isPresent() ? cases() : List.of();
    if (cases.stream().allMatch(c -> c.definitions().isEmpty())) {
      throw new IllegalArgumentException("metrics: none of this scenario's is to be recorded.");
    }
  }

  /** A task's result and where it goes. */
  private record Ended(RunCase of, ReplicateResult result) {}

  /** Keys of the metrics that are recorded, in order. */
  List<String> metrics() {
    return definitions(cases).stream().map(MetricDefinition::key).toList();
  }

  /**
   * What tasks are kept in and counted by.
   *
   * @param checkpoint empty for nowhere
   */
  private record Work(Optional<Checkpoint> checkpoint, Tally tally) {}

  /** Runs everything, kept nowhere. */
  public RunResult execute() throws InterruptedException {
    return execute(Optional.empty());
  }

  /**
   * Runs everything that an earlier attempt has not finished. To be called once.
   *
   * @param checkpoint where the run is kept while it is unfinished
   * @throws IllegalArgumentException if it asks for a selection or a map that cannot be made
   * @throws io.depinsim.core.InvariantException if an invariant broke in any replicate
   * @throws IllegalStateException if an event failed otherwise; names time, mechanism, seed
   * @throws InterruptedException if the run was put down before its end; what it had come to is
   *     kept
   */
  RunResult execute(Optional<Checkpoint> checkpoint) throws InterruptedException {
    List<Instant> times = cases.get(0).times();
    int firstPoint = WarmUp.points(scenario, times);
    Findings findings =
        new Findings(scenario, times, options.recorded(), options.policies(), firstPoint);
    Expectations expectations =
        new Expectations(scenario, times, options.recorded(), options.policies());
    Questions questions =
        new Questions(scenario, times, definitions(cases), options.recorded(), firstPoint);
    RunCase.Takers takers = new RunCase.Takers(firstPoint, expectations, findings, questions);
    Optional<VerdictMap> map = compare.flatMap(how -> map(how, questions));
    compare
        .flatMap(CompareOptions::best)
        .ifPresent(question -> Growth.require(asked(questions, cases), question));
    int extra = pairs() * cases.size() + map.map(m -> m.points() * m.replicatesAtPoint()).orElse(0);
    Tally tally =
        new Tally(
            options.replicates() * cases.size() + extra,
            checkpoint.map(Checkpoint::finishedEarlier).orElse(0),
            options.progress());
    Work work = new Work(checkpoint, tally);
    int replicates = grow(work, takers, extra);
    runPairs(work, takers);
    List<ComparisonRecord.MapRow> points = map.isPresent() ? run(map.get(), work) : List.of();
    RunResult result =
        new RunGathering(scenario, options, cases, times, replicates)
            .result(expectations, findings);
    return compare.isEmpty() ? result : result.with(comparison(questions, points));
  }

  /** Runs replicates until there are enough; says how many there are. */
  private int grow(Work work, RunCase.Takers takers, int extra) throws InterruptedException {
    int done = 0;
    int wanted = options.replicates();
    while (done < wanted) {
      OrderedWork.run(
          options.threads(),
          IntStream.range(done * cases.size(), wanted * cases.size())
              .mapToObj(i -> task(work, takers, i, false))
              .iterator(),
          (Ended ended) -> ended.of().results().add(ended.result()),
          options.keeping().stop());
      done = wanted;
      if (compare.isPresent()) {
        wanted = new Growth(scenario, compare.get()).next(asked(takers.questions(), cases), wanted);
        work.tally().expect(wanted * cases.size() + extra);
      }
    }
    return done;
  }

  private void runPairs(Work work, RunCase.Takers takers) throws InterruptedException {
    OrderedWork.run(
        options.threads(),
        IntStream.range(0, pairs() * cases.size())
            .mapToObj(i -> task(work, takers, i, true))
            .iterator(),
        (Ended ended) -> ended.of().results().add(ended.result()),
        options.keeping().stop());
  }

  private int pairs() {
    return draws.isEmpty() ? 0 : Math.min(compare.orElseThrow().pairs(), options.replicates());
  }

  private Optional<VerdictMap> map(CompareOptions how, Questions questions) {
    return how.map().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new VerdictMap(scenario, options, how, questions, cases, new UncertainDraws(scenario)));
  }

  private List<ComparisonRecord.MapRow> run(VerdictMap map, Work work) throws InterruptedException {
    List<ComparisonRecord.MapRow> rows = new ArrayList<>();
    OrderedWork.run(
        options.threads(),
        IntStream.range(0, map.points())
            .<Callable<Optional<VerdictMap.Point>>>mapToObj(
                p ->
                    () ->
                        ended(
                            work,
                            MAP_TASKS + p,
                            map.replicatesAtPoint(),
                            VerdictMap.Point::read,
                            VerdictMap.Point::write,
                            () -> map.run(p)))
            .iterator(),
        (VerdictMap.Point point) -> rows.addAll(map.rows(point)),
        options.keeping().stop());
    return rows;
  }

  private Arms asked(Questions questions, List<RunCase> of) {
    return CaseArms.asked(scenario, options, of, questions, RunCase::results);
  }

  private ComparisonRecord comparison(Questions questions, List<ComparisonRecord.MapRow> points) {
    return new ComparisonGathering(
            scenario,
            compare.orElseThrow(),
            asked(questions, cases),
            CaseArms.told(scenario, options, cases),
            again.isEmpty() ? asked(questions, cases) : asked(questions, again),
            draws)
        .record(points);
  }

  private List<RunCase> cases() {
    return cases(scenario, draws, options, guests);
  }

  /**
   * The cases of a run, regimes within policies.
   *
   * @throws IllegalArgumentException if one cannot be assembled, or they are not measured at the
   *     same times
   */
  static List<RunCase> cases(
      Scenario scenario,
      Optional<UncertainDraws> draws,
      RunOptions options,
      Consumer<Simulation> guests) {
    List<RunCase> cases = new ArrayList<>();
    for (String policy : options.policies()) {
      for (String regime : scenario.regimes()) {
        cases.add(new RunCase(scenario, policy, regime, draws, options, guests));
      }
    }
    for (RunCase each : cases) {
      if (!each.times().equals(cases.get(0).times())) {
        throw new IllegalArgumentException(
            "policy "
                + each.policy()
                + ", regime "
                + each.regime()
                + ": is not measured at the times of the first policy. Maybe leave run.measure,"
                + " run.horizon and run.end alone in policies and regimes.");
      }
    }
    return cases;
  }

  /** Number of the task that left a log of decisions. */
  int task(DecisionSection log) {
    int of = 0;
    while (!cases.get(of).policy().equals(log.policy())
        || !cases.get(of).regime().equals(log.regime())) {
      of++;
    }
    return log.replicate() * cases.size() + of;
  }

  /**
   * The task of one replicate of one case, all cases of a replicate before the next.
   *
   * @param pair whether it has other luck than the replicate whose inputs it has
   */
  private Callable<Optional<Ended>> task(
      Work work, RunCase.Takers takers, int place, boolean pair) {
    int replicate = place / cases.size();
    RunCase of = (pair ? again : cases).get(place % cases.size());
    RunCase.Number number =
        pair ? new RunCase.Number(OTHER_LUCK + replicate, replicate) : RunCase.Number.of(replicate);
    int task = pair ? PAIR_TASKS + place : place;
    return () ->
        ended(
                work,
                task,
                1,
                ReplicateResult::read,
                ReplicateResult::write,
                () ->
                    of.run(
                        number,
                        takers,
                        new Attempt(task, work.checkpoint(), options.keeping(), work.tally())))
            .map(result -> new Ended(of, result));
  }

  /** Writes a result for a checkpoint. */
  private interface Writing<T> {
    void write(T result, DataOutputStream out) throws IOException;
  }

  /**
   * A task's result: an earlier attempt's, or of a new one, which is then kept.
   *
   * @param weight how many replicates it is as long as
   */
  private <T> Optional<T> ended(
      Work work,
      int task,
      int weight,
      Checkpoint.Reading<T> reading,
      Writing<T> writing,
      Supplier<Optional<T>> run) {
    Optional<T> earlier = work.checkpoint().flatMap(kept -> kept.findResult(task, reading));
    if (earlier.isPresent()) {
      return earlier;
    }
    Optional<T> result = run.get();
    if (result.isPresent()) {
      if (work.checkpoint().isPresent()) {
        work.checkpoint().get().finish(task, out -> writing.write(result.get(), out));
      }
      work.tally().ended(task, weight);
    }
    return result;
  }

  /** Definitions of all cases, each once, in the order of their first appearance. */
  static List<MetricDefinition> definitions(List<RunCase> cases) {
    Map<String, MetricDefinition> all = new LinkedHashMap<>();
    cases.forEach(c -> c.definitions().forEach(d -> all.putIfAbsent(d.key(), d)));
    return List.copyOf(all.values());
  }
}
