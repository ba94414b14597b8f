package io.depinsim.experiments.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.run.SweepDirectory;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.run.SweepRecord.EffectRow;
import io.depinsim.core.run.SweepRecord.Input;
import io.depinsim.core.run.SweepRecord.SensitivityRow;
import io.depinsim.core.run.SweepRecord.ShareRow;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.RunService.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten days of so many tokens a day, by plan much or little: what the points say can be worked out
 * from the design. Between 2 and 12 tokens a day, and up to 60 tokens at genesis, are plausible.
 */
class SweepServiceReproducibilityTest {
  private static final String TEXT =
      """
      depinsim: 1
      name: small
      question: Is more minted than was there before?
      run: {seed: 3, start: 2025-01-01, horizon: 10 days}
      assets:
        TOKEN: {decimals: 6, cap: 130 TOKEN}
      providers:
        pair:
          kind: fleet
          potential: {value: 4, grade: assumed, range: [3, 5]}
          joins: [first]
          capacity: {first: {constant: {units: {value: 7 units, grade: assumed, range: [1 units, 9 units]}}}}
      networks:
        first:
          asset: TOKEN
          genesis: {holders: {all: {amount: {value: 10 TOKEN, grade: assumed, range: [0 TOKEN, 60 TOKEN]}}}}
          emission: {fixed: {perDay: {value: 10 TOKEN, grade: assumed, range: [2 TOKEN, 12 TOKEN]}}}
          rewards: {byCapacity: {}}
      policies:
        plan:
          much: {}
          little: {set: {first.emission.fixed.perDay: 4 TOKEN}}
      findings:
        less: {claim: Little mints less., source: a paper, metric: first.minedTotal, statistic: last, between: [much, little], below: 0}
        most: {claim: More is minted than 50 tokens., metric: first.minedTotal, statistic: last, above: 50}
        grows: {claim: What is minted grows from the start., metric: first.minedTotal, statistic: growth, above: 0}
      """;

  @TempDir Path folder;

  private Scenario scenario(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("sweep.yaml"), text);
    return new ScenarioReader(
            new Catalogue(List.of(new IncentiveCatalogue(), new AgentsCatalogue())))
        .read(file, List.of());
  }

  private SweepRecord sweep(String text, int points, int threads, Design design, String inputs)
      throws Exception {
    SweepOptions options =
        new SweepOptions(
            design,
            points,
            2,
            path -> path.contains(inputs),
            threads,
            RunOptions.Progress.NONE,
            Keeping.fromTheStart());
    return new SweepService(scenario(text), options)
        .run(folder.resolve("swept"), new Provenance("test", "none"), (place, record) -> {});
  }

  private static ShareRow share(SweepRecord sweep, String finding) {
    return sweep.shares().stream()
        .filter(r -> r.finding().equals(finding))
        .findFirst()
        .orElseThrow();
  }

  private static double value(SweepRecord sweep, int point, String input) {
    return sweep.design().stream()
        .filter(row -> row.point() == point && row.input().endsWith(input))
        .map(row -> Double.parseDouble(row.value().split(" ")[0]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void effectsFollowFromTheValuesOfThePoint() throws Exception {
    SweepRecord sweep = sweep(TEXT, 10, 1, Design.latinHypercube, "perDay");
    assertEquals(0, sweep.manifest().failed());
    int above = 0;
    for (int p = 0; p < 10; p++) {
      int point = p;
      double perDay = value(sweep, p, "perDay");
      EffectRow less =
          sweep.effects().stream()
              .filter(r -> r.point() == point && r.finding().equals("less"))
              .findFirst()
              .orElseThrow();
      assertEquals(40 - 10 * perDay, less.effect().getAsDouble(), 1e-9);
      assertEquals(perDay > 4, less.holds());
      above += perDay > 4 ? 1 : 0;
    }
    ShareRow less = share(sweep, "less");
    assertEquals(above, less.holds());
    assertEquals(8, above, "two of ten strata, 2 to 3 and 3 to 4, lie below 4");
    assertEquals(0.8, less.share().getAsDouble());
    assertEquals("TOKEN", less.unit());
    assertEquals("a paper", less.source());
    SensitivityRow rank = sweep.sensitivities().get(0);
    assertEquals("less", rank.finding());
    assertEquals(-1, rank.spearman().getAsDouble(), 1e-15);
  }

  @Test
  void aClaimAboutEveryPolicyHoldsOnlyIfAllMeetIt() throws Exception {
    SweepRecord sweep = sweep(TEXT, 10, 1, Design.latinHypercube, "perDay");
    ShareRow most = share(sweep, "most");
    assertEquals(0, most.holds(), "little mints 40 at every point");
    assertEquals(40, most.effectQ95().getAsDouble(), "much can be below 40, never decide above");
    assertTrue(
        sweep.effects().stream().anyMatch(r -> r.finding().equals("most") && r.holds()),
        "much alone holds somewhere");
  }

  @Test
  void anUndefinedEffectCountsAsNoEffect() throws Exception {
    ShareRow grows = share(sweep(TEXT, 4, 1, Design.latinHypercube, "perDay"), "grows");
    assertEquals(4, grows.failed());
    assertEquals(OptionalDouble.empty(), grows.share());
    assertEquals(OptionalDouble.empty(), grows.medianEffect());
  }

  /** The cap of 130 is passed where genesis and ten days together exceed it. */
  @Test
  void aPointThatBreaksAnInvariantIsCountedAndNamed() throws Exception {
    SweepRecord sweep = sweep(TEXT, 40, 2, Design.latinHypercube, "first");
    int expected = 0;
    for (int p = 0; p < 40; p++) {
      int point = p;
      boolean broken = value(sweep, p, "amount") + 10 * value(sweep, p, "perDay") > 130;
      assertEquals(
          broken, sweep.failures().stream().anyMatch(row -> row.point() == point), "point " + p);
      assertEquals(!broken, sweep.effects().stream().anyMatch(row -> row.point() == point));
      expected += broken ? 1 : 0;
    }
    assertTrue(expected > 0, "the case is there");
    assertEquals(expected, sweep.manifest().failed());
    assertEquals(expected, share(sweep, "less").failed());
    assertEquals(40, share(sweep, "less").points());
    assertTrue(sweep.failures().get(0).sentence().contains("cap"), sweep.failures().toString());
  }

  @Test
  void wholeNumbersAndDecimalsOfTheTokenAreFoundByAsking() throws Exception {
    String cents = TEXT.replace("decimals: 6", "decimals: 2");
    SweepRecord sweep = sweep(cents, 3, 1, Design.sobol, "");
    assertEquals(
        List.of(
            "providers.pair.potential true",
            "providers.pair.capacity.first.constant.units true",
            "networks.first.genesis.holders.all.amount false",
            "networks.first.emission.fixed.perDay false"),
        sweep.inputs().stream().map(i -> i.path() + " " + i.whole()).toList());
    assertEquals(
        List.of(false, false, false, true),
        sweep.inputs().stream().map(Input::setByPolicy).toList());
    assertTrue(
        sweep.design().stream()
            .filter(row -> row.input().endsWith("amount"))
            .allMatch(row -> row.value().matches("[0-9]+(\\.[0-9]{1,2})? TOKEN")),
        sweep.design().toString());
  }

  @Test
  void threadsChangeNoByteAndTheSeedDoes() throws Exception {
    for (Design design : Design.values()) {
      Path one = write(sweep(TEXT, 12, 1, design, ""), design + "-one");
      Path two = write(sweep(TEXT, 12, 2, design, ""), design + "-two");
      for (String file :
          List.of(
              "design.csv",
              "effects.csv",
              "failures.csv",
              "shares.csv",
              "sensitivity.csv",
              "sweep.json",
              "scenario.yaml")) {
        assertEquals(-1, Files.mismatch(one.resolve(file), two.resolve(file)), file);
      }
      SweepRecord other = sweep(TEXT.replace("seed: 3", "seed: 4"), 12, 2, design, "");
      SweepRecord same = sweep(TEXT, 12, 2, design, "");
      assertNotEquals(same.manifest().digest(), other.manifest().digest());
      assertNotEquals(same.design(), other.design());
    }
  }

  private Path write(SweepRecord sweep, String name) throws IOException {
    Path target = folder.resolve(name);
    try (SweepDirectory directory = SweepDirectory.create(target)) {
      directory.write(scenario(TEXT).resolvedYaml(), sweep);
    }
    return target;
  }

  private String refused(String text, String inputs) {
    return assertThrows(
            IllegalArgumentException.class, () -> sweep(text, 2, 1, Design.latinHypercube, inputs))
        .getMessage();
  }

  @Test
  void aSweepWithNothingToVaryOrToTestIsRefused() {
    assertTrue(refused(TEXT, "nowhere").startsWith("--inputs: none of 4 inputs matches. Maybe `"));
    String silent = TEXT.substring(0, TEXT.indexOf("findings:"));
    assertTrue(refused(silent, "").startsWith("findings: this scenario states none"));
    String known = TEXT.replace("grade: assumed", "grade: derived");
    assertTrue(refused(known, "").startsWith("inputs: no assumed number of this scenario states"));
    assertFalse(Files.exists(folder.resolve("swept")), "a refused sweep leaves no folder");
  }
}
