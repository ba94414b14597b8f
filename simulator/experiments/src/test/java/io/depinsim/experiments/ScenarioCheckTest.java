package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCheckTest {
  private static final String POLICIES =
      """
      policies:
        plan:
          flat: {}
          decaying:
            replace:
              first.emission:
                simplePlusBaseline:
                  genesis: 2025-01-01T00:00:00Z
                  simple: 1000 TOKEN
                  baseline: 1000 TOKEN
                  halfLife: 6
                  baselineAtGenesis: 1 EB
                  baselineGrowth: 100 %
                  realisedAtStart: 0
      """;

  @TempDir Path folder;

  private String refused(String more) {
    return refusedText(SmallScenario.TEXT + more);
  }

  @Test
  void everyUnknownMetricIsNamedAtOnceWithItsNearest() {
    String message =
        refused(
            """
            history:
              h: {metric: first.circulatin, label: h, points: {2025-01-02: 1}}
            charts:
              c: {title: t, kind: lines, metrics: [first.minedTotl, first.minedTotal], history: [h]}
            expect:
              - {name: e, basis: input, metric: second.minedTotal, statistic: last}
            """);
    assertEquals(
        """
        19:15: history.h.metric: first.circulatin: no metric of this scenario. Maybe `first.circulating`.
        21:40: charts.c.metrics.0: first.minedTotl: no metric of this scenario. Maybe `first.minedTotal`.
        23:37: expect.0.metric: second.minedTotal: no metric of this scenario. Maybe `first.minedTotal`.\
        """,
        message);
  }

  @Test
  void whatNothingReadsIsRefused() {
    String idle = SmallScenario.TEXT.replace("kind: fleet", "kind: idle");
    assertTrue(
        assertThrows(ScenarioException.class, () -> Samples.parse(folder, idle))
            .getMessage()
            .contains(".kind: idle: idle needs `owns`"));
    String jobs =
        SmallScenario.TEXT.replaceFirst(
            "    asset: TOKEN\n", "    asset: TOKEN\n    service: jobs\n");
    assertTrue(
        refusedText(jobs).contains(".service: jobs: jobs are paid for, so they need `pricing`"),
        jobs);
  }

  @Test
  void aQuestionMustFindItsMetricAndUnit() throws IOException {
    String good =
        "metrics:\n  first.minedTotal: {matters: 5 TOKEN}\n  half: {metric: first.minedTotal,"
            + " statistic: growth, matters: 3 points}\n";
    assertDoesNotThrow(() -> ScenarioCheck.check(Samples.parse(folder, SmallScenario.TEXT + good)));
    assertEquals(
        """
        19:3: metrics.first.minedTotl: no metric of this scenario, nor is `metric` given. Maybe `first.minedTotal`.
        20:31: metrics.first.minedTotal.matters: 5 USD: must be in TOKEN or `%` of the base's mean.
        21:47: metrics.points.matters: 3 points: points are for shares and other pure numbers; this is in TOKEN.
        22:65: metrics.share.matters: 2 TOKEN: must be a bare number, `points` or `%`.
        23:72: metrics.late.to: 2025-01-05: nothing is measured between `from` and `to`. Maybe widen them, or measure more often by `run.measure`.\
        """,
        refusedText(
            SmallScenario.TEXT.replace("horizon: 10 days}", "horizon: 10 days, measure: 5 days}")
                + """
                metrics:
                  first.minedTotl: {matters: 1 %}
                  first.minedTotal: {matters: 5 USD}
                  points: {metric: first.minedTotal, matters: 3 points}
                  share: {metric: first.minedTotal, statistic: growth, matters: 2 TOKEN}
                  late: {metric: first.minedTotal, matters: 1 %, from: 2025-01-05, to: 2025-01-05}
                """));
  }

  @Test
  void anUncertainInputMustBePossibleAtBothEnds() throws IOException {
    String good =
        "uncertainties:\n  pay: {path: first.emission.fixed.perDay, uniform: [5 TOKEN, 20 TOKEN]}\n";
    Scenario scenario = Samples.parse(folder, SmallScenario.TEXT + good);
    assertDoesNotThrow(() -> ScenarioCheck.check(scenario));
    assertEquals("[pay]", scenario.uncertainties().keySet().toString());
    String below = good.replace("[5", "[-5");
    String told = refused(below);
    assertTrue(told.contains("uncertainties.pay: its value -5 TOKEN is refused: "), told);
    String run = refused("uncertainties: {s: {path: run.seed, uniform: [1, 5]}}\n");
    assertTrue(run.contains("run.seed: must lead into the world"), run);
  }

  private String refusedText(String text) {
    return assertThrows(
            ScenarioException.class, () -> ScenarioCheck.check(Samples.parse(folder, text)))
        .getMessage()
        .replace(folder + "/parsed.yaml:", "");
  }

  @Test
  void aStatementThatCanNeverFindItsHistoryIsNamedBeforeTheRun() {
    String history =
        "history:\n  h: {metric: first.minedTotal, label: h, points: {2025-01-02: 10, 2025-01-05: 30}}\n";
    String expect =
        "expect:\n  - {name: e, basis: predicted, metric: first.minedTotal, statistic: worstIncrementError,"
            + " history: h, step: 2}\n";
    assertTrue(
        refused(history + expect)
            .contains("expect.0.history: h: no two points of this history between"));
    String window =
        "expect:\n  - {name: e, basis: predicted, metric: first.minedTotal, statistic: worstError,"
            + " history: h, from: 2025-01-06}\n";
    assertTrue(refused(history + window).contains("h: no point of this history lies between"));
  }

  @Test
  void chartsMayShowWhatOnlyAnotherPolicyMeasures() throws IOException {
    String chart = "charts:\n  c: {title: t, kind: lines, metrics: [first.baselinePower]}\n";
    assertTrue(refused(chart).contains("first.baselinePower"), "the base has none");
    Scenario scenario = Samples.parse(folder, SmallScenario.TEXT + POLICIES + chart);
    assertDoesNotThrow(() -> ScenarioCheck.check(scenario));
    String expect =
        "expect:\n  - {name: e, basis: input, metric: first.baselinePower, statistic: last}\n";
    assertTrue(
        refused(POLICIES + expect).contains("no metric of this scenario under the base policy"));
  }

  @Test
  void policiesWithDifferentMetricsKeepTheirValuesApart() throws Exception {
    Scenario scenario = Samples.parse(folder, SmallScenario.TEXT + POLICIES);
    RunResult both =
        new ScenarioRun(scenario, Samples.options(scenario, 1, 2, CheckLevel.EVENT)).execute();
    for (String policy : scenario.policies()) {
      RunResult alone = Samples.run(scenario.policy(policy), 1);
      for (String metric : alone.series().metrics()) {
        assertEquals(
            List.of(boxed(alone, "base", metric)), List.of(boxed(both, policy, metric)), metric);
      }
    }
    assertTrue(both.series().find("flat", "base", "first.baselinePower", 0).isEmpty());
  }

  private static List<Double> boxed(RunResult result, String policy, String metric) {
    return Arrays.stream(result.series().values(policy, "base", metric, 0)).boxed().toList();
  }
}
