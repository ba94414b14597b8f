package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.run.DecisionIndex;
import io.depinsim.core.run.DecisionSection;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.SeriesTable;
import io.depinsim.core.run.SummaryRow;
import io.depinsim.core.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes tables of what the replicates of a run left behind. */
final class RunGathering {
  private final Scenario scenario;
  private final RunOptions options;
  private final List<RunCase> cases;
  private final List<Instant> times;
  private final List<MetricDefinition> metrics;
  private final int replicates;

  /**
   * A gathering.
   *
   * @param replicates how many there are
   */
  RunGathering(
      Scenario scenario,
      RunOptions options,
      List<RunCase> cases,
      List<Instant> times,
      int replicates) {
    this.replicates = replicates;
    this.scenario = scenario;
    this.options = options;
    this.cases = cases;
    this.times = times;
    this.metrics = ScenarioRun.definitions(cases);
  }

  RunResult result(Expectations expectations, Findings findings) {
    Map<String, Long> invariants = new LinkedHashMap<>();
    List<Manifest.Digest> digests = new ArrayList<>();
    List<DecisionSection> decisions = new ArrayList<>();
    for (RunCase each : cases) {
      CaseResults results = each.results();
      for (int r = 0; r < results.count(); r++) {
        digests.add(new Manifest.Digest(each.policy(), each.regime(), r, results.digests().get(r)));
      }
      results
          .decisions()
          .forEach(
              (r, seal) ->
                  decisions.add(new DecisionSection(each.policy(), each.regime(), r, seal)));
      count(invariants, "every balance and claim", results.ledgerScans());
      count(invariants, "running totals after an event", results.eventChecks());
    }
    return new RunResult(
        metrics,
        series(),
        summary(),
        expectations.rows((policy, regime) -> find(policy, regime).results().expectations()),
        findings(findings),
        digests,
        clamps(),
        invariants,
        new DecisionIndex(decisions),
        replicates,
        Optional.empty());
  }

  private RunCase find(String policy, String regime) {
    return cases.stream()
        .filter(c -> c.policy().equals(policy) && c.regime().equals(regime))
        .findFirst()
        .orElseThrow();
  }

  private SeriesTable series() {
    SeriesTable.Builder series =
        SeriesTable.builder(
            options.policies(),
            scenario.regimes(),
            metrics.stream().map(MetricDefinition::key).toList(),
            Math.min(options.series(), replicates),
            times);
    for (RunCase each : cases) {
      List<List<double[]>> kept = each.results().series();
      for (int r = 0; r < kept.size(); r++) {
        for (int m = 0; m < kept.get(r).size(); m++) {
          String metric = each.definitions().get(m).key();
          series.put(each.policy(), each.regime(), metric, r, kept.get(r).get(m));
        }
      }
    }
    return series.build();
  }

  private List<SummaryRow> summary() {
    List<SummaryRow> rows = new ArrayList<>();
    for (RunCase each : cases) {
      for (MetricDefinition metric : metrics) {
        OptionalInt place = place(each, metric);
        if (place.isPresent()) {
          List<double[]> columns = new ArrayList<>();
          for (int s = 0; s < Summaries.statistics(metric).size(); s++) {
            columns.add(each.results().summary(place.getAsInt() + s));
          }
          rows.addAll(Summaries.rows(each.policy(), each.regime(), metric, columns));
        }
      }
    }
    return rows;
  }

  /** Where a metric's first statistic stands among the summaries of a case. */
  static OptionalInt place(RunCase of, MetricDefinition metric) {
    int place = 0;
    for (MetricDefinition each : of.definitions()) {
      if (each.equals(metric)) {
        return OptionalInt.of(place);
      }
      place += Summaries.statistics(each).size();
    }
    return OptionalInt.empty();
  }

  private List<FindingRow> findings(Findings findings) {
    List<FindingRow> rows = new ArrayList<>();
    List<Findings.Claim> claims = findings.claims();
    for (int i = 0; i < claims.size(); i++) {
      for (String regime : scenario.regimes()) {
        for (Findings.Case compared : claims.get(i).cases()) {
          double[] effects = effects(claims.get(i), i, compared, regime);
          rows.add(
              Findings.row(
                  claims.get(i),
                  compared,
                  regime,
                  effects,
                  metrics,
                  refused(claims.get(i), compared, regime)));
        }
      }
    }
    return rows;
  }

  /** Whether a claim is about a price that comes from outside in one of the cases compared. */
  private boolean refused(Findings.Claim claim, Findings.Case compared, String regime) {
    String metric = claim.spec().metric();
    return find(compared.to(), regime).priceFromOutside(metric)
        || !compared.from().isEmpty() && find(compared.from(), regime).priceFromOutside(metric);
  }

  private double[] effects(Findings.Claim claim, int place, Findings.Case compared, String regime) {
    double[] to = find(compared.to(), regime).results().readings(place);
    double[] from =
        compared.from().isEmpty()
            ? new double[to.length]
            : find(compared.from(), regime).results().readings(place);
    double[] effects = new double[to.length];
    for (int r = 0; r < effects.length; r++) {
      effects[r] = Findings.effect(claim.spec(), from[r], to[r]);
    }
    return effects;
  }

  private List<Manifest.Clamp> clamps() {
    List<Manifest.Clamp> all = new ArrayList<>();
    for (RunCase each : cases) {
      each.results()
          .clamps()
          .forEach(
              (name, sum) ->
                  all.add(new Manifest.Clamp(each.policy(), each.regime(), name, sum[0], sum[1])));
    }
    return all;
  }

  private static void count(Map<String, Long> invariants, String name, long checks) {
    if (checks > 0) {
      invariants.merge(name, checks, Long::sum);
    }
  }
}
