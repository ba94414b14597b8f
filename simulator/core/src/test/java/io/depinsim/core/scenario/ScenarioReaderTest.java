package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.depinsim.core.time.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario file becomes. */
final class ScenarioReaderTest {
  static final String TWO_NETWORKS =
      """
      depinsim: 1
      name: two-networks
      question: Do two networks share a cohort?
      description: "A toy: two networks, one cohort."
      run: {seed: 7, replicates: 2, start: 2021-01-01, horizon: 6 months, warmUp: 1 week}
      assets:
        USD: {decimals: 6, outside: true}
        ONE: {decimals: 9, cap: 2_000_000 ONE}
        TWO: {decimals: 8}
      providers:
        miners:
          kind: fleet
          potential: 50
          joins: [first, second]
          sizes: {logNormalSigma: 1.2}
          opening: [100 USD, 5.5 ONE]
          operatingCost: 0.5 USD/TiB-month
          capacity:
            first:
              knots:
                onboarding:
                  value: {2021-01-01: 1 PiB/day, 2021-03-01: 512 TiB/day}
                  grade: documented
                  source: a chart
                  date: 2021-04-01
                sizes: [32 GiB, 64 GiB]
                deposit: 3 ONE
            second:
              knots:
                onboarding: {2021-01-01: 0 B/s}
                deposit: 4 TWO
                sector: 32 GiB
      networks:
        first:
          asset: ONE
          clock: {settlement: 1 week}
          genesis:
            holders:
              team: {amount: 1000 ONE, vesting: {from: 2020-10-15, cliff: 6 months, over: 6 years}}
              sale:
                tranches:
                  - {amount: 10 ONE, from: 2020-10-15}
                  - {amount: 20.5 ONE, from: 2020-10-15, over: 3 years}
            minedBefore: 12 ONE
          emission:
            halving:
              total: {value: 1_000_000 ONE, grade: assumed, range: [500000 ONE, 2000000 ONE], note: a guess}
              halvings: 4
          rewards: {byWork: {}}
        second:
          asset: TWO
          service: jobs
          emission: {fixed: {perDay: 100 TWO/day}}
          rewards: {byWork: {exponent: 0.5}}
      metrics:
        first.minted: {better: higher, matters: 2 %}
      history:
        chain: {metric: first.minted, label: the chain, points: {2021-02-01: 10.5, 2021-03-01: 20}}
      charts:
        minted: {title: Minted (ONE), kind: lines, metrics: [first.minted], history: [chain]}
      expect:
        - {name: close, basis: predicted, metric: first.minted, statistic: worstError, history: chain, within: [-2 %, 2 %]}
      policies:
        price:
          low: {}
          high: {set: {first.emission.halving.scale: 25 %}}
        plan:
          steps: {}
          fixed: {replace: {second.emission: {none: {}}}}
      regimes:
        calm: {}
        crash: {set: {providers.miners.potential: 5}}
      notes: {leavesOut: [Deals are not modelled.]}
      """
          // The lever must exist to be set.
          .replace("halvings: 4", "halvings: 4\n        scale: 50 %");

  @TempDir Path folder;

  static Scenario read(Path folder, String name, String text, String... overrides)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return new ScenarioReader(ToyRows.catalogue()).read(file, List.of(overrides));
  }

  private Scenario read(String text, String... overrides) throws IOException {
    return read(folder, "toy.yaml", text, overrides);
  }

  @Test
  void readsEveryPartOfTwoNetworksSharingACohort() throws IOException {
    Scenario scenario = read(TWO_NETWORKS);
    assertEquals("two-networks", scenario.name());
    assertEquals("A toy: two networks, one cohort.", scenario.description().orElseThrow());
    assertEquals(7, scenario.run().seed());
    assertEquals(Span.parse("6 months"), scenario.run().horizon());
    assertEquals(Span.parse("1 day"), scenario.run().measure());
    assertNull(scenario.run().end());
    assertEquals(List.of("USD", "ONE", "TWO"), List.copyOf(scenario.assets().keySet()));
    assertEquals(new BigDecimal("2000000"), scenario.assets().get("ONE").cap());
    assertTrue(scenario.assets().get("USD").outside());

    CohortSpec miners = scenario.providers().get("miners");
    assertEquals(CohortSpec.ProviderKind.fleet, miners.kind());
    assertEquals(1.2, miners.sizes().logNormalSigma());
    assertEquals(new Quantity(new BigDecimal("5.5"), "ONE"), miners.opening().get(1));
    ToyRows.Knots knots = (ToyRows.Knots) miners.capacity().get("first").spec();
    assertEquals(
        Map.of(LocalDate.of(2021, 1, 1), 1.0, LocalDate.of(2021, 3, 1), 0.5), knots.onboarding());
    assertEquals(List.of(32.0, 64.0), knots.sizes());
    assertEquals(new BigDecimal("3"), knots.deposit());
    knots = (ToyRows.Knots) miners.capacity().get("second").spec();
    assertEquals(new BigDecimal("4"), knots.deposit());
    assertEquals(34_359_738_368L, knots.sector());

    NetworkSpec first = scenario.networks().get("first");
    assertEquals(NetworkSpec.Service.population, first.service());
    assertEquals(Span.parse("1 week"), first.clock().settlement());
    assertEquals(Span.parse("6 months"), first.genesis().holders().get("team").vesting().cliff());
    assertEquals(new BigDecimal("30.5"), first.genesis().holders().get("sale").total());
    assertEquals(new ToyRows.Halving(new BigDecimal("1000000"), 0.5, 4), first.emission().spec());
    assertEquals(Role.EMISSION, first.emission().role());
    assertEquals("halving", first.emission().key());
    assertEquals(new ToyRows.ByWork(1), first.rewards().spec());
    assertNull(first.vesting());
    assertEquals(NetworkSpec.Service.jobs, scenario.networks().get("second").service());

    assertEquals(
        new Quantity(new BigDecimal("2"), "%"), scenario.metrics().get("first.minted").matters());
    assertEquals(20.0, scenario.history().get("chain").points().get(LocalDate.of(2021, 3, 1)));
    assertEquals(List.of("chain"), scenario.charts().get("minted").history());
    assertEquals(List.of(-0.02, 0.02), scenario.expect().get(0).within());
    assertEquals(List.of("Deals are not modelled."), scenario.notes().leavesOut());
  }

  @Test
  void buildsTheChosenKind() throws IOException {
    KindChoice rewards = read(TWO_NETWORKS).networks().get("second").rewards();
    assertEquals(new ToyRows.ByWork(0.5), rewards.build(Object.class, null));
  }

  @Test
  void readsTheSameFromJson() throws IOException {
    Object tree = new ObjectMapper(new YAMLFactory()).readValue(TWO_NETWORKS, Object.class);
    String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    Scenario twin = read(folder, "toy.json", json);
    Scenario scenario = read(TWO_NETWORKS);
    assertEquals(scenario.run(), twin.run());
    assertEquals(scenario.assets(), twin.assets());
    assertEquals(
        scenario.networks().get("first").genesis(), twin.networks().get("first").genesis());
    assertEquals(scenario.history(), twin.history());
    assertEquals(scenario.expect(), twin.expect());
    assertEquals(scenario.providers().keySet(), twin.providers().keySet());
    assertEquals(scenario.evidence().size(), twin.evidence().size());
    assertEquals(
        scenario.providers().get("miners").capacity().get("first").spec(),
        twin.providers().get("miners").capacity().get("first").spec());
    assertEquals(
        scenario.networks().get("second").emission().spec(),
        twin.networks().get("second").emission().spec());
  }

  @Test
  void gradesBareNumbersAsAssumedAndKeepsStatedEvidence() throws IOException {
    List<Evidence> evidence = read(TWO_NETWORKS).evidence();
    assertEquals(
        new Evidence(
            "providers.miners.capacity.first.knots.onboarding",
            "2 values, 2021-01-01 to 2021-03-01",
            Evidence.Grade.documented,
            "a chart",
            "2021-04-01",
            List.of()),
        find(evidence, "providers.miners.capacity.first.knots.onboarding"));
    assertEquals(
        new Evidence(
            "networks.first.emission.halving.total",
            "1_000_000 ONE",
            Evidence.Grade.assumed,
            "",
            "",
            List.of("500000 ONE", "2000000 ONE"),
            "a guess"),
        find(evidence, "networks.first.emission.halving.total"));
    assertEquals("4", find(evidence, "networks.first.emission.halving.halvings").value());
    assertTrue(evidence.stream().noneMatch(e -> e.path().startsWith("policies")));
    assertTrue(evidence.stream().noneMatch(e -> e.path().startsWith("history")));
  }

  private static Evidence find(List<Evidence> all, String path) {
    return all.stream().filter(e -> e.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void resolvedTextReadsBackToItself() throws IOException {
    Scenario scenario = read(TWO_NETWORKS, "run.seed=99");
    Scenario again = read(folder, "again.yaml", scenario.resolvedYaml());
    assertEquals(99, again.run().seed());
    assertEquals(scenario.resolvedYaml(), again.resolvedYaml());
    assertEquals(scenario.evidence(), again.evidence());
    assertEquals(scenario.networks().toString(), again.networks().toString());
    assertEquals(scenario.policies(), again.policies());
  }

  @Test
  void aCellIsAScenarioOfItsOwn() throws IOException {
    Scenario cell = read(TWO_NETWORKS).policy("high/steps", "crash");
    Scenario again = read(folder, "cell.yaml", cell.resolvedYaml());
    assertEquals(cell.resolvedYaml(), again.resolvedYaml());
    assertEquals(cell.networks().toString(), again.networks().toString());
    assertEquals(5, again.providers().get("miners").potential());
    assertEquals(List.of("base"), again.policies());
    assertEquals("25 %", find(cell.evidence(), "networks.first.emission.halving.scale").value());
    assertEquals(cell.evidence(), again.evidence());
  }

  @Test
  void overridesComeBeforePoliciesAndReachLists() throws IOException {
    Scenario scenario =
        read(
            TWO_NETWORKS,
            "first.emission.halving.scale=10 %",
            "expect.0.within.1=5 %",
            "providers.miners.capacity.first.knots.onboarding.2021-03-01=1 PiB/day");
    assertEquals(0.05, scenario.expect().get(0).within().get(1));
    assertEquals(
        0.1,
        ((ToyRows.Halving) scenario.policy("low/steps").networks().get("first").emission().spec())
            .scale());
    assertEquals(
        0.25,
        ((ToyRows.Halving) scenario.policy("high/steps").networks().get("first").emission().spec())
            .scale());
    assertEquals(
        Evidence.Grade.documented,
        find(scenario.evidence(), "providers.miners.capacity.first.knots.onboarding").grade());
  }

  @Test
  void namesEveryFileItWasReadFrom() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    Files.writeString(parts.resolve("base.yaml"), TWO_NETWORKS);
    Scenario scenario = read("extends: parts/base.yaml\nname: child\nrun: {seed: 8}\n");
    assertEquals("child", scenario.name());
    assertEquals(8, scenario.run().seed());
    assertEquals(2, scenario.run().replicates());
    assertEquals(folder.resolve("toy.yaml"), scenario.source());
    assertEquals(
        List.of(folder.resolve("toy.yaml"), parts.resolve("base.yaml")),
        scenario.sources().stream().map(SourceFile::path).toList());
    assertEquals(scenario.sources().get(0).sha256(), scenario.sha256());
    assertTrue(!scenario.resolvedYaml().contains("extends"));
  }

  @Test
  void crossesFactorsAndAppliesTheirLevels() throws IOException {
    Scenario scenario = read(TWO_NETWORKS);
    assertEquals(
        List.of("low/steps", "low/fixed", "high/steps", "high/fixed"), scenario.policies());
    assertEquals(List.of("calm", "crash"), scenario.regimes());
    Scenario cell = scenario.policy("high/fixed", "crash");
    assertEquals(0.25, ((ToyRows.Halving) cell.networks().get("first").emission().spec()).scale());
    assertEquals("none", cell.networks().get("second").emission().key());
    assertEquals(5, cell.providers().get("miners").potential());
    assertEquals(List.of("base"), cell.policies());
    Scenario base = scenario.policy("low/steps");
    assertEquals(0.5, ((ToyRows.Halving) base.networks().get("first").emission().spec()).scale());
    assertEquals(50, base.providers().get("miners").potential());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> scenario.policy("high/fixd"));
    assertEquals("high/fixd: no such policy. Maybe `high/fixed`.", refused.getMessage());
  }
}
