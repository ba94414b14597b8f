package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.run.ComparisonRecord.MapRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.compare.Arms;
import io.depinsim.experiments.compare.Best;
import io.depinsim.experiments.compare.MaxT;
import io.depinsim.experiments.compare.Question;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which policy is best where, in a plane of two uncertain inputs under the base regime. Every point
 * is run with the same replicates, so that neighbours differ by their inputs and not by luck; all
 * other inputs are what the scenario states.
 */
final class VerdictMap {
  /** Resamples at a point. */
  private static final int RESAMPLES = 999;

  private final Scenario scenario;
  private final RunOptions run;
  private final CompareOptions options;
  private final Questions questions;
  private final List<Factor> sides = new ArrayList<>();
  private final List<Question> asked;
  private final List<RunCase> cases;

  /**
   * A map.
   *
   * @throws IllegalArgumentException if an input is none that the scenario calls uncertain
   */
  VerdictMap(
      Scenario scenario,
      RunOptions run,
      CompareOptions options,
      Questions questions,
      List<RunCase> cases,
      UncertainDraws draws) {
    this.scenario = scenario;
    this.run = run;
    this.options = options;
    this.questions = questions;
    this.asked = questions.asked();
    this.cases = cases;
    for (String name : options.map()) {
      Factor factor = draws.factors().get(name);
      if (factor == null) {
        throw new IllegalArgumentException(
            "--map "
                + name
                + ": no uncertain input of this scenario. Maybe "
                + (draws.names().isEmpty()
                    ? "name two under `uncertainties`, each with the path of an input."
                    : "one of " + String.join(", ", draws.names()) + "."));
      }
      sides.add(factor);
    }
  }

  /** Replicates run at a point, of all policies together. */
  int replicatesAtPoint() {
    return run.policies().size() * options.mapReplicates();
  }

  /** Number of points. */
  int points() {
    return options.map().isEmpty() ? 0 : options.mapSteps() * options.mapSteps();
  }

  /**
   * What was answered at one point.
   *
   * @param number of the point
   * @param answers by policy, replicate and question
   */
  record Point(int number, List<List<double[]>> answers) {
    /** Writes it for a checkpoint. */
    static void write(Point point, DataOutputStream out) throws IOException {
      out.writeInt(point.number());
      out.writeInt(point.answers().size());
      for (List<double[]> policy : point.answers()) {
        ReplicateResult.write(policy, out);
      }
    }

    /** Reads what {@link #write} wrote. */
    static Point read(DataInputStream in) throws IOException {
      int number = in.readInt();
      List<List<double[]>> answers = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        answers.add(ReplicateResult.readColumns(in));
      }
      return new Point(number, answers);
    }
  }

  private List<BigDecimal> values(int point) {
    return List.of(
        at(sides.get(0), point % options.mapSteps()), at(sides.get(1), point / options.mapSteps()));
  }

  /**
   * Runs one point.
   *
   * @return nothing if it was put down before its end
   */
  Optional<Point> run(int point) {
    List<BigDecimal> values = values(point);
    List<String> overrides =
        List.of(sides.get(0).override(values.get(0)), sides.get(1).override(values.get(1)));
    Scenario changed = scenario.with(overrides);
    List<List<double[]>> answers = new ArrayList<>();
    for (String policy : run.policies()) {
      Optional<List<double[]>> ofPolicy = answers(changed, policy);
      if (ofPolicy.isEmpty()) {
        return Optional.empty();
      }
      answers.add(ofPolicy.get());
    }
    return Optional.of(new Point(point, answers));
  }

  /** Points stand in the middle of equal parts of a range. */
  private BigDecimal at(Factor factor, int step) {
    return factor.at((step + 0.5) / options.mapSteps());
  }

  /** What every replicate of a policy answers; nothing if it was put down. */
  private Optional<List<double[]>> answers(Scenario changed, String policy) {
    Assembler assembler = new Assembler(changed.policy(policy));
    Set<String> metrics = asked.stream().map(Question::metric).collect(Collectors.toSet());
    List<double[]> answers = new ArrayList<>();
    for (int r = 0; r < options.mapReplicates(); r++) {
      Replicate replicate = assembler.assemble(r, CheckLevel.EPOCH, metrics::contains);
      boolean ended =
          replicate
              .simulation()
              .run(replicate.horizonMicros(), now -> !run.keeping().stop().raised());
      if (!ended) {
        return Optional.empty();
      }
      Map<String, double[]> series = new LinkedHashMap<>();
      for (int m = 0; m < replicate.gauges().size(); m++) {
        series.put(replicate.gauges().get(m).definition().key(), replicate.recorder().series(m));
      }
      answers.add(questions.answers(key -> Optional.ofNullable(series.get(key))));
    }
    return Optional.of(answers);
  }

  /** The rows of one point. */
  List<MapRow> rows(Point point) {
    List<BigDecimal> values = values(point.number());
    MaxT bootstrap = new MaxT(scenario.run().seed(), RESAMPLES);
    List<MapRow> rows = new ArrayList<>();
    for (int q = 0; q < asked.size(); q++) {
      int place = q;
      List<double[]> columns =
          point.answers().stream()
              .map(policy -> policy.stream().mapToDouble(answers -> answers[place]).toArray())
              .toList();
      String metric = asked.get(q).metric();
      if (asked.get(q).better() != Direction.NEITHER
          && cases.stream().noneMatch(each -> each.priceFromOutside(metric))
          && columns.stream().allMatch(Arms::defined)) {
        String family = "map " + point.number() + " " + asked.get(q).name();
        List<Best.Standing> standings =
            Best.standings(bootstrap, family, columns, asked.get(q).better());
        for (int p = 0; p < standings.size(); p++) {
          rows.add(row(asked.get(q), values, run.policies().get(p), standings.get(p)));
        }
      }
    }
    return rows;
  }

  private MapRow row(
      Question question, List<BigDecimal> values, String policy, Best.Standing standing) {
    return new MapRow(
        question.name(),
        options.map().get(0),
        sides.get(0).text(values.get(0)),
        options.map().get(1),
        sides.get(1).text(values.get(1)),
        policy,
        standing.mean(),
        standing.lead(),
        standing.low(),
        standing.high(),
        standing.amongBest());
  }
}
