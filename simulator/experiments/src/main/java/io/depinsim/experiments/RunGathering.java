package io.depinsim.experiments;

import io.depinsim.core.metric.MetricDefinition;
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
import java.util.function.Function;

/** Makes tables of what the replicates of a run left behind. */
final class RunGathering {
  private final Scenario scenario;
  private final RunOptions options;
  private final List<RunCase> cases;
  private final List<Instant> times;
  private final List<MetricDefinition> metrics;

  RunGathering(Scenario scenario, RunOptions options, List<RunCase> cases, List<Instant> times) {
    this.scenario = scenario;
    this.options = options;
    this.cases = cases;
    this.times = times;
    this.metrics = ScenarioRun.definitions(cases);
  }

  RunResult result(Optional<Expectations> expectations, Findings findings) {
    Map<String, Long> invariants = new LinkedHashMap<>();
    List<Manifest.Digest> digests = new ArrayList<>();
    for (RunCase each : cases) {
      for (ReplicateResult r : each.results()) {
        digests.add(new Manifest.Digest(each.policy(), each.regime(), r.replicate(), r.digest()));
        count(invariants, "every balance and claim", r.ledgerScans());
        count(invariants, "running totals after an event", r.eventChecks());
      }
    }
    return new RunResult(
        metrics,
        series(),
        summary(),
        expectations
            .map(e -> e.rows(readings(base(), ReplicateResult::expectations)))
            .orElse(List.of()),
        findings(findings),
        digests,
        clamps(),
        invariants);
  }

  private RunCase base() {
    return find(scenario.policies().get(0), scenario.regimes().get(0));
  }

  private RunCase find(String policy, String regime) {
    return cases.stream()
        .filter(c -> c.policy().equals(policy) && c.regime().equals(regime))
        .findFirst()
        .orElseThrow();
  }

  private static List<double[]> readings(RunCase of, Function<ReplicateResult, double[]> part) {
    return of.results().stream().map(part).toList();
  }

  private SeriesTable series() {
    SeriesTable.Builder series =
        SeriesTable.builder(
            options.policies(),
            scenario.regimes(),
            metrics.stream().map(MetricDefinition::key).toList(),
            options.seriesKept(),
            times);
    for (RunCase each : cases) {
      for (ReplicateResult r : each.results()) {
        for (int m = 0; m < r.series().size(); m++) {
          String metric = each.definitions().get(m).key();
          series.put(each.policy(), each.regime(), metric, r.replicate(), r.series().get(m));
        }
      }
    }
    return series.build();
  }

  private List<SummaryRow> summary() {
    List<SummaryRow> rows = new ArrayList<>();
    for (RunCase each : cases) {
      for (MetricDefinition metric : metrics) {
        int m = each.definitions().indexOf(metric);
        if (m >= 0) {
          List<double[]> replicates = readings(each, r -> r.summaries().get(m));
          rows.addAll(Summaries.rows(each.policy(), each.regime(), metric, replicates));
        }
      }
    }
    return rows;
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
    List<ReplicateResult> to = find(compared.to(), regime).results();
    double[] effects = new double[to.size()];
    for (int r = 0; r < effects.length; r++) {
      double from =
          compared.from().isEmpty()
              ? 0
              : find(compared.from(), regime).results().get(r).readings()[place];
      effects[r] = Findings.effect(claim.spec(), from, to.get(r).readings()[place]);
    }
    return effects;
  }

  private List<Manifest.Clamp> clamps() {
    List<Manifest.Clamp> all = new ArrayList<>();
    for (RunCase each : cases) {
      Map<String, long[]> sums = new LinkedHashMap<>();
      for (ReplicateResult r : each.results()) {
        r.clamps()
            .forEach(
                (name, counts) ->
                    sums.merge(name, counts, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]}));
      }
      sums.forEach(
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
