package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.core.scenario.Problem;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims about two policies: 10 and 4 tokens a day for 10 days, and half the time under slow. */
class FindingsTest {
  private static final String POLICIES =
      """
      policies:
        plan:
          much: {}
          little: {set: {first.emission.fixed.perDay: 4 TOKEN}}
      regimes:
        usual: {}
        slow: {set: {first.clock.settlement: 6 days}}
      """;

  @TempDir Path folder;

  private Scenario scenario(String findings) throws IOException {
    String text =
        SmallScenario.TEXT.replace(
            "asset: TOKEN\n", "asset: TOKEN\n    clock: {settlement: 1 day}\n");
    return Samples.parse(folder, text + POLICIES + "findings:\n" + findings);
  }

  private List<FindingRow> run(String findings, int replicates) throws Exception {
    return Samples.run(scenario(findings), replicates).findings();
  }

  private static String claim(String name, String rest) {
    return "  " + name + ": {claim: Less is minted., metric: first.minedTotal, " + rest + "}\n";
  }

  private String refused(String rest) {
    return assertThrows(ScenarioException.class, () -> scenario(claim("less", rest))).getMessage();
  }

  @Test
  void aClaimIsTestedUnderEveryRegimeByPairedDifferences() throws Exception {
    List<FindingRow> rows =
        run(claim("less", "statistic: last, between: [much, little], below: 0"), 2);
    assertEquals(List.of("usual", "slow"), rows.stream().map(FindingRow::regime).toList());
    FindingRow usual = rows.get(0);
    assertEquals(OptionalDouble.of(-60), usual.meanEffect(), "40 less 100");
    assertEquals(OptionalDouble.of(-36), rows.get(1).meanEffect(), "24 less 60 in 6 days");
    assertEquals(OptionalDouble.of(0), usual.sd());
    assertEquals(1, usual.shareHolding());
    assertEquals(Verdict.holds, usual.verdict());
    assertEquals("TOKEN", usual.unit());
    assertEquals("much", usual.policyFrom());
    assertEquals("little", usual.policyTo());
  }

  @Test
  void relativeEffectsAreSharesOfTheFirstPolicy() throws Exception {
    FindingRow row =
        run(claim("l", "statistic: last, between: [much, little], relative: true, above: -70 %"), 2)
            .get(0);
    assertEquals(-0.6, row.meanEffect().getAsDouble(), 1e-15);
    assertEquals(-0.7, row.limit(), 1e-15);
    assertEquals("1", row.unit());
    assertEquals(Verdict.holds, row.verdict());
  }

  @Test
  void withoutAPairEachPolicyHasItsRow() throws Exception {
    List<FindingRow> rows = run(claim("more", "statistic: last, above: 50"), 2);
    assertEquals(
        List.of(
            "usual  much holds",
            "usual  little reversed",
            "slow  much holds",
            "slow  little reversed"),
        rows.stream()
            .map(r -> r.regime() + " " + r.policyFrom() + " " + r.policyTo() + " " + r.verdict())
            .toList());
  }

  @Test
  void aWindowOfDaysIsTheOnlyOneRead() throws Exception {
    String window = "statistic: growth, from: 2025-01-03, to: 2025-01-06, above: 1";
    FindingRow row = run(claim("g", window), 2).get(0);
    assertEquals(1.5, row.meanEffect().getAsDouble(), 1e-15, "from 20 to 50");
  }

  @Test
  void warmUpIsLeftOutUnlessTheWindowSaysOtherwise() throws Exception {
    String text =
        SmallScenario.TEXT.replace("horizon: 10 days", "horizon: 10 days, warmUp: 3 days");
    String findings =
        "findings:\n"
            + claim("later", "statistic: min, above: 0")
            + claim("all", "statistic: min, from: 2025-01-01, above: 0");
    List<FindingRow> rows = Samples.run(Samples.parse(folder, text + findings), 1).findings();
    assertEquals(OptionalDouble.of(30), rows.get(0).meanEffect());
    assertEquals(OptionalDouble.of(0), rows.get(1).meanEffect());
  }

  @Test
  void oneReplicateDecidesNothing() throws Exception {
    FindingRow row = run(claim("more", "statistic: last, above: 50"), 1).get(0);
    assertEquals(Verdict.undecided, row.verdict());
    assertEquals(1, row.shareHolding());
    assertEquals(OptionalDouble.of(100), row.meanEffect());
    assertEquals(OptionalDouble.empty(), row.ci95Low());
  }

  @Test
  void anUndefinedEffectIsNeitherANumberNorAFailure() throws Exception {
    FindingRow row = run(claim("g", "statistic: growth, above: 0"), 2).get(0);
    assertEquals(OptionalDouble.empty(), row.meanEffect(), "nothing is minted at the start");
    assertEquals(Verdict.undecided, row.verdict());
    assertEquals(0, row.shareHolding());
    String first =
        "statistic: last, to: 2025-01-01, between: [much, little], relative: true, below: 0";
    assertEquals(OptionalDouble.empty(), run(claim("r", first), 2).get(0).meanEffect());
  }

  /**
   * Effects 1, 2, 3, 6: mean 3, standard deviation sqrt(14/3), t of 3 degrees of freedom 3.182446,
   * so the interval is 3 ± 3.437420.
   */
  @Test
  void theVerdictIsThatOfTheWholeInterval() throws Exception {
    double[] effects = {1, 2, 3, 6};
    double half = 3.182446 * StrictMath.sqrt(14.0 / 3) / 2;
    assertEquals(3 - half, verdict("above: 0", effects).ci95Low().getAsDouble(), 1e-6);
    assertEquals(3 + half, verdict("above: 0", effects).ci95High().getAsDouble(), 1e-6);
    assertEquals(Verdict.undecided, verdict("above: 0", effects).verdict());
    assertEquals(Verdict.holds, verdict("above: -0.44", effects).verdict());
    assertEquals(Verdict.reversed, verdict("above: 6.44", effects).verdict());
    assertEquals(Verdict.undecided, verdict("above: 6.43", effects).verdict());
    assertEquals(Verdict.holds, verdict("below: 6.44", effects).verdict());
    assertEquals(Verdict.reversed, verdict("below: -0.44", effects).verdict());
    assertEquals(0.5, verdict("above: 2", effects).shareHolding(), "2 is not above 2");
    assertEquals(0.25, verdict("below: 2", effects).shareHolding());
    assertEquals(Verdict.undecided, verdict("above: 5", 5, 5, 5).verdict(), "on the limit");
    assertEquals(0, verdict("above: 0", 1, Double.NaN).ci95Low().orElse(0));
  }

  private FindingRow verdict(String limit, double... effects) throws IOException {
    Scenario scenario = scenario(claim("c", "statistic: last, " + limit));
    Findings findings =
        new Findings(
            scenario,
            List.of(Instant.parse("2025-01-01T00:00:00Z")),
            key -> true,
            scenario.policies(),
            0);
    Findings.Claim claim = findings.claims().get(0);
    return Findings.row(claim, claim.cases().get(0), "usual", effects, List.of(), false);
  }

  @Test
  void whatIsNotRecordedOrNotRunOrNotReachedIsSkipped() throws Exception {
    String pair = claim("pair", "statistic: last, between: [much, little], below: 0");
    String each = claim("each", "statistic: last, above: 0");
    String late = claim("late", "statistic: last, from: 2026-01-01, above: 0");
    Scenario scenario = scenario(pair + each + late);
    assertEquals(
        List.of("pair", "each"), names(scenario, List.of("much", "little"), "first.minedTotal"));
    assertEquals(List.of(), names(scenario, List.of("much"), "first.minedTotal"));
    assertEquals(List.of(), names(scenario, List.of("much", "little"), "first.burntTotal"));
  }

  private static List<String> names(Scenario scenario, List<String> policies, String metric)
      throws InterruptedException {
    RunOptions options =
        new RunOptions(policies, 2, 1, CheckLevel.NONE, metric::equals, RunOptions.Progress.NONE);
    return new ScenarioRun(scenario, options)
        .execute().findings().stream().map(FindingRow::finding).distinct().toList();
  }

  @Test
  void mistakesAreNamedWhenTheScenarioIsRead() {
    String pair = "between: [much, litle], below: 0";
    assertTrue(
        refused("statistic: last, " + pair)
            .contains("findings.less.between.1: litle: no such policy. Maybe `little`."));
    assertTrue(refused("statistic: last").contains("exactly one of `above` and `below`"));
    assertTrue(refused("statistic: last, above: 1, below: 2").contains("exactly one of"));
    assertTrue(
        refused("statistic: worstError, above: 1").contains("a finding compares with no history"));
    assertTrue(
        refused("statistic: last, above: 1, relative: true").contains("belongs to `between`"));
    assertTrue(
        refused("statistic: last, above: 1, between: [much]").contains("two different policies"));
    assertTrue(
        refused("statistic: last, above: 1, from: 2025-01-05, to: 2025-01-04")
            .contains("must not be before `from`"));
  }

  @Test
  void aMetricThatAPolicyOfTheClaimLacksIsNamedBeforeTheRun() throws IOException {
    Scenario scenario =
        scenario("  c: {claim: x, metric: first.mintedTotal, statistic: last, above: 0}\n");
    List<Problem> problems =
        assertThrows(ScenarioException.class, () -> ScenarioCheck.check(scenario)).problems();
    assertEquals(1, problems.size(), "a mistake is told once, not once for each policy");
    assertEquals("findings.c.metric", problems.get(0).path());
    assertEquals("no metric of this scenario", problems.get(0).rule());
    assertEquals("`first.minedTotal`", problems.get(0).maybe());
  }
}
