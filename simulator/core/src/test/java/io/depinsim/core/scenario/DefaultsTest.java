package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTest {
  private static final String TEXT =
      ScenarioReaderTest.TWO_NETWORKS
          .replace("halvings: 4\n        scale: 50 %", "halvings: 4")
          .replace("{set: {first.emission.halving.scale: 25 %}}", "{set: {first.unit.boost: 3}}")
          .replace(
              "{replace: {second.emission: {none: {}}}}",
              "{replace: {second.emission: {halving: {total: 9 TWO, halvings: 2}}}, "
                  + "set: {second.emission.halving.scale: 20 %}}");

  @TempDir Path folder;

  private Scenario read(String text, String... overrides) throws IOException {
    return ScenarioReaderTest.read(folder, "s.yaml", text, overrides);
  }

  private static Evidence at(Scenario scenario, String path) {
    List<Evidence> found =
        scenario.evidence().stream().filter(item -> item.path().equals(path)).toList();
    assertEquals(1, found.size(), path + " counts once");
    return found.get(0);
  }

  private static double scale(Scenario scenario, String network) {
    return ((ToyRows.Halving) scenario.networks().get(network).emission().spec()).scale();
  }

  @Test
  void whatWasLeftOutOfTheWorldIsAssumedAndSaysThatItIsADefault() throws IOException {
    Scenario scenario = read(TEXT);
    for (String path :
        List.of(
            "networks.first.emission.halving.scale",
            "networks.first.rewards.byWork.exponent",
            "networks.first.unit.boost",
            "networks.second.clock.settlement",
            "networks.first.genesis.holders.sale.tranches.0.over")) {
      Evidence evidence = at(scenario, path);
      assertEquals(Evidence.Grade.assumed, evidence.grade());
      assertEquals("default", evidence.note());
    }
    assertEquals("50 %", at(scenario, "networks.first.emission.halving.scale").value());
    assertEquals("", at(scenario, "networks.first.clock.settlement").note());
  }

  @Test
  void theResolvedTextShowsDefaultsAndReadsBackToItself() throws IOException {
    Scenario scenario = read(TEXT);
    String text = scenario.resolvedYaml();
    assertTrue(
        text.contains(
            """
                    scale:
                      value: 50 %
                      grade: assumed
                      note: default
            """),
        text);
    assertTrue(text.contains("  measure: 1 day\n"), text);
    assertTrue(text.contains("    service: population\n"), text);
    assertFalse(text.contains("notes: {}"), text);
    Scenario again = read(text);
    assertEquals(text, again.resolvedYaml());
    assertEquals(scenario.evidence(), again.evidence());
    assertEquals(scenario.networks().toString(), again.networks().toString());
  }

  @Test
  void overridesAndPoliciesReachDefaults() throws IOException {
    Scenario scenario = read(TEXT, "first.emission.halving.scale=10 %", "run.measure=2 days");
    assertEquals(0.1, scale(scenario, "first"));
    assertEquals("2 days", scenario.run().measure().toString());
    assertEquals("", at(scenario, "networks.first.emission.halving.scale").note());
    assertEquals(0.3, scale(scenario.with(List.of("first.emission.halving.scale=30 %")), "first"));
    assertEquals(
        3,
        scenario.policy("high/steps").networks().get("first").unit().boost(),
        "set by a policy, in a block that was left out");
    assertEquals(
        0.2, scale(scenario.policy("low/fixed"), "second"), "set in the block just replaced");
  }

  @Test
  void aReplacedBlockGetsItsOwnDefaults() throws IOException {
    Scenario cell =
        read(TEXT.replace(", set: {second.emission.halving.scale: 20 %}", "")).policy("low/fixed");
    assertEquals("default", at(cell, "networks.second.emission.halving.scale").note());
    assertEquals(0.5, scale(cell, "second"));
  }

  @Test
  void anOverrideOfALineOfAListGetsItsDefaults() throws IOException {
    Scenario scenario =
        read(TEXT).with(List.of("expect.0.within=[-1 %, 1 %]", "history.chain.label=x"));
    assertEquals(0, scenario.history().get("chain").hour());
    assertTrue(scenario.resolvedYaml().contains("    hour: 0\n"));
  }

  @Test
  void aFullTreeStaysTheSame() {
    Defaults defaults = new Defaults(ToyRows.catalogue());
    ConfigMap root = defaults.fill((ConfigMap) ConfigParser.parse("s.yaml", TEXT, false));
    assertSame(root, defaults.fill(root));
  }

  @Test
  void defaultsInTheCurrencyFollowIt() throws IOException {
    String sells = "amount: 1000 ONE, sells: {ofUnlocks: 1 %}, vesting";
    String text = TEXT.replace("amount: 1000 ONE, vesting", sells);
    String path = "networks.first.genesis.holders.team.sells.need";
    assertEquals("0 USD/month", at(read(text), path).value());
    String two = text.replace("TWO: {decimals: 8}", "TWO: {decimals: 8, outside: false}");
    Scenario other = read(two, "assets.USD.outside=false", "assets.TWO.outside=true");
    assertEquals("0 TWO/month", at(other, path).value());
  }

  @Test
  void whatIsWrongWithADefaultIsToldAtItsBlock() throws IOException {
    Scenario scenario = read(TEXT);
    assertEquals(
        scenario.place("networks.second").toString(),
        scenario.place("networks.second.clock.settlement").toString());
    assertEquals("", scenario.problem("networks.second.clock.settlement", "odd", "").value());
    assertEquals("1 week", scenario.problem("networks.first.clock.settlement", "o", "").value());
  }

  @Test
  void aDefaultIsNoUseOfACurrency() {
    String text =
        TEXT.replace("[100 USD, 5.5 ONE]", "[5.5 ONE]")
            .replace("USD: {decimals: 6, outside: true}", "EUR: {decimals: 6, outside: true}")
            .replace("    operatingCost: 0.5 USD/TiB-month\n", "")
            .replace("amount: 1000 ONE, vesting", "amount: 1000 ONE, sells: {}, vesting");
    ScenarioException refused = assertThrows(ScenarioException.class, () -> read(text));
    assertEquals(
        List.of("assets: EUR: nothing in this scenario refers to it"),
        refused.problems().stream()
            .map(problem -> problem.path() + ": " + problem.value() + ": " + problem.rule())
            .toList());
  }
}
