package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.ExpectationRow.Outcome;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements held against series made by hand: 11 days, 0, 10, …, 100 and twice that. */
class ExpectationsTest {
  private static final String METRIC = "first.minedTotal";

  @TempDir Path folder;

  private List<ExpectationRow> rows(String statements) throws IOException {
    Scenario scenario = Samples.parse(folder, SmallScenario.TEXT + statements);
    List<Instant> times = new ArrayList<>();
    double[] once = new double[11];
    double[] twice = new double[11];
    for (int day = 0; day <= 10; day++) {
      times.add(Instant.parse("2025-01-01T00:00:00Z").plus(day, ChronoUnit.DAYS));
      once[day] = 10 * day;
      twice[day] = 20 * day;
    }
    Expectations expectations =
        new Expectations(scenario, times, METRIC::equals, scenario.policies());
    return expectations.rows(
        (policy, regime) ->
            List.of(
                expectations.values(policy, regime, key -> Optional.of(once)),
                expectations.values(
                    policy, regime, key -> Optional.of(regime.equals("bust") ? once : twice))));
  }

  private static String model(String statistic, String more) {
    return "expect:\n  - {name: n, basis: predicted, metric: first.minedTotal, statistic: "
        + statistic
        + more
        + "}\n";
  }

  private static String history(String statistic, String points, String more) {
    return "history:\n  chain: {metric: first.minedTotal, label: chain"
        + points
        + "}\n"
        + model(statistic, ", history: chain" + more);
  }

  private double value(String statements) throws IOException {
    List<ExpectationRow> rows = rows(statements);
    assertEquals(1, rows.size());
    assertEquals(Outcome.reported, rows.get(0).outcome());
    assertEquals(OptionalDouble.empty(), rows.get(0).low());
    return rows.get(0).value();
  }

  @Test
  void statisticsOfTheModelAreMeansOverReplicates() throws IOException {
    assertEquals(150, value(model("last", "")));
    assertEquals(75, value(model("mean", "")));
    assertEquals(150, value(model("max", "")));
  }

  @Test
  void aWindowHasBothItsDaysInIt() throws IOException {
    String window = ", from: 2025-01-03, to: 2025-01-05";
    assertEquals(60, value(model("last", window)));
    assertEquals(45, value(model("mean", window)));
    assertEquals("2025-01-03", rows(model("last", window)).get(0).from().toString());
    assertEquals("2025-01-11", rows(model("last", "")).get(0).to().toString());
  }

  @Test
  void everyReplicateMustLieWithinTheLimitsAndTheWorstIsShown() throws IOException {
    ExpectationRow held = rows(model("last", ", within: [100, 200]")).get(0);
    assertEquals(Outcome.passed, held.outcome());
    ExpectationRow failed = rows(model("last", ", within: [90, 190]")).get(0);
    assertEquals(Outcome.failed, failed.outcome(), "their mean of 150 lies within");
    assertEquals(200, failed.value(), "farthest from the middle, 140");
    assertEquals(OptionalDouble.of(90), failed.low());
  }

  @Test
  void errorsAreRelativeAndTheWorstKeepsItsSign() throws IOException {
    // Models 20 and 40, then 50 and 100, against 25 and 40: errors -0.2, 0.25 and 0.6, 1.5.
    String points = ", points: {2025-01-03: 25, 2025-01-06: 40}";
    assertEquals((0.25 + 1.5) / 2, value(history("worstError", points, "")), 1e-15);
    assertEquals((0.025 + 1.05) / 2, value(history("meanError", points, "")), 1e-15);
    String early = ", to: 2025-01-04";
    assertEquals((-0.2 + 0.6) / 2, value(history("worstError", points, early)), 1e-15);
  }

  @Test
  void theSeriesIsReadBetweenMeasurementsAtTheHourOfThePoint() throws IOException {
    // 2 January at noon: 15 and 30 against 15.
    assertEquals(
        0.5, value(history("worstError", ", hour: 12, points: {2025-01-02: 15}", "")), 1e-15);
    assertEquals(
        0.5, value(history("worstError", ", hour: 0, points: {2025-01-02: 10}", "")), 1e-15);
  }

  @Test
  void incrementsAreTakenOverPointsOneStepApart() throws IOException {
    // Steps of 3 days: 30 and 60 against 20; the point of 6 January has none 3 days before.
    String points = ", points: {2025-01-02: 10, 2025-01-05: 30, 2025-01-06: 1000}";
    assertEquals((0.5 + 2) / 2, value(history("worstIncrementError", points, ", step: 3")), 1e-15);
  }

  @Test
  void aStatementAboutDaysTheRunDoesNotReachIsLeftOut() throws IOException {
    assertEquals(List.of(), rows(model("last", ", from: 2026-01-01, to: 2026-02-01")));
    String far = ", points: {2025-01-02: 10, 2026-01-05: 30}";
    assertEquals(1, rows(history("worstError", far, "")).size());
    assertEquals(List.of(), rows(history("worstIncrementError", far, ", step: 368")));
    assertEquals(List.of(), rows(history("worstError", far, ", from: 2025-02-01")));
  }

  @Test
  void metricsThatWereNotWantedAndOtherPoliciesAreSkipped() throws Exception {
    String other = model("last", "").replace("minedTotal", "burntTotal");
    assertEquals(List.of(), rows(other));
    String policies =
        "policies:\n  plan:\n    now: {}\n    later: {set: {first.emission.fixed.perDay: 5 TOKEN}}\n";
    assertEquals(List.of(), expectations(model("last", "") + policies, List.of("later")));
    assertEquals(
        100, expectations(model("last", "") + policies, List.of("now", "later")).get(0).value());
  }

  private List<ExpectationRow> expectations(String more, List<String> policies) throws Exception {
    Scenario scenario = Samples.parse(folder, SmallScenario.TEXT + more);
    RunOptions options =
        new RunOptions(
            policies,
            2,
            1,
            CheckLevel.NONE,
            METRIC::equals,
            RunOptions.Progress.NONE,
            1,
            Keeping.fromTheStart(),
            Optional.empty());
    return new ScenarioRun(scenario, options).execute().expectations();
  }

  @Test
  void lowestValueAndSwingsAreStatisticsToo() throws IOException {
    String window = ", from: 2025-01-03, to: 2025-01-05";
    assertEquals(30, value(model("min", window)));
    assertEquals(1, value(model("growth", window)), "both double from 3 to 5 January");
    assertEquals(0, value(model("drawdown", "")));
    // log(30/20) and log(40/30), the same in both replicates.
    assertEquals(
        Math.abs(StrictMath.log(1.5) - StrictMath.log(4.0 / 3)) / StrictMath.sqrt(2),
        value(model("volatility", window)),
        1e-15);
  }

  @Test
  void growthFromNothingIsRefusedWithAGuess() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> rows(model("growth", ""))).getMessage();
    assertEquals(
        "expect: 'n': growth is undefined, since its window starts at 0. Maybe give a later"
            + " `from`.",
        message);
  }

  @Test
  void speaksOfItsOwnRegime() throws Exception {
    String both =
        model("last", ", within: [100, 100], regime: bust")
            + "  - {name: m, basis: predicted, metric: first.minedTotal, statistic: last,"
            + " within: [100, 100]}\n"
            + "regimes: {boom: {}, bust: {}}\n";
    List<ExpectationRow> rows = rows(both);
    assertEquals("bust", rows.get(0).regime());
    assertEquals(Outcome.passed, rows.get(0).outcome());
    assertEquals("boom", rows.get(1).regime());
    assertEquals(Outcome.failed, rows.get(1).outcome());
    assertEquals(200, rows.get(1).value());
  }

  @Test
  void mayJudgeTheMeanOrMedianOfReplicates() throws Exception {
    for (String across : List.of("mean", "median")) {
      ExpectationRow row = rows(model("last", ", within: [149, 151], across: " + across)).get(0);
      assertEquals(150, row.value());
      assertEquals(Outcome.passed, row.outcome());
    }
    assertEquals(Outcome.failed, rows(model("last", ", within: [149, 151]")).get(0).outcome());
  }

  @Test
  void namesTheNearestPolicyOrRegime() {
    String wrong = model("last", ", regime: bist, policy: nw") + "regimes: {boom: {}, bust: {}}\n";
    ScenarioException refused = assertThrows(ScenarioException.class, () -> rows(wrong));
    assertTrue(
        refused.getMessage().contains("no such regime. Maybe `bust`."), refused.getMessage());
    assertTrue(refused.getMessage().contains("no such policy"), refused.getMessage());
  }
}
