package io.depinsim.experiments.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.agents.AgentsCatalogue;
import io.depinsim.core.incentive.IncentiveCatalogue;
import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.Assembler;
import io.depinsim.experiments.Factor;
import io.depinsim.experiments.Factors;
import io.depinsim.experiments.Findings;
import io.depinsim.experiments.Replicate;
import io.depinsim.experiments.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three providers of random sizes share ten tokens a day. */
class PointRunTest {
  private static final String TEXT =
      """
      depinsim: 1
      name: sizes
      question: How much is minted?
      run: {seed: 3, start: 2025-01-01, horizon: 3 days}
      assets: {TOKEN: {decimals: 6}}
      providers:
        three:
          kind: fleet
          potential: 3
          sizes: {logNormalSigma: 1.5}
          joins: [first]
          capacity: {first: {constant: {units: 1000 units}}}
      networks:
        first:
          asset: TOKEN
          emission: {fixed: {perDay: {value: 10 TOKEN, grade: assumed, range: [5 TOKEN, 15 TOKEN]}}}
          rewards: {byCapacity: {}}
      policies:
        plan: {now: {}, later: {set: {first.clock.settlement: 2 days}}}
      findings:
        same: {claim: Nothing changes., metric: first.minedTotal, statistic: last, between: [now, later], below: 1}
      """;

  @TempDir Path folder;
  private Scenario scenario;

  @BeforeEach
  void read() throws Exception {
    String text = TEXT.replace("asset: TOKEN\n", "asset: TOKEN\n    clock: {settlement: 1 day}\n");
    scenario =
        new ScenarioReader(new Catalogue(List.of(new IncentiveCatalogue(), new AgentsCatalogue())))
            .read(Files.writeString(folder.resolve("sizes.yaml"), text), List.of());
  }

  private PointRun run() {
    Assembler base = new Assembler(scenario.policy("now"));
    Findings findings =
        new Findings(
            scenario,
            Arrays.stream(base.measurementPoints()).mapToObj(base.calendar()::toInstant).toList(),
            key -> true,
            scenario.policies(),
            0);
    List<Factor> factors = Factors.of(scenario, path -> true);
    return new PointRun(scenario, factors, findings, scenario.policies(), 2, new StopSignal());
  }

  private String digest(String policy, int replicate, String... overrides) {
    Replicate alone =
        new Assembler(scenario.with(List.of(overrides)).policy(policy))
            .assemble(replicate, CheckLevel.NONE, key -> true);
    alone.run();
    return alone.recorder().digest();
  }

  /** Point 3 with two replicates has the numbers 6 and 7, under every policy. */
  @Test
  void aPointIsTheScenarioWithOtherValuesAndReplicatesOfItsOwn() {
    PointResult point = run().run(3, new double[] {0.25}).orElseThrow();
    assertEquals("7.5", point.values().get(0).toPlainString());
    String value = "networks.first.emission.fixed.perDay=7.5 TOKEN";
    assertEquals(
        List.of(
            digest("now", 6, value),
            digest("now", 7, value),
            digest("later", 6, value),
            digest("later", 7, value)),
        point.digests());
    assertFalse(point.digests().get(0).equals(point.digests().get(1)), "luck matters here");
    // 3 days of 7.5 now; later settles once, after 2 days.
    assertEquals(-7.5, point.effects().get(0)[0], 1e-9);
  }

  @Test
  void whatFailsIsASentence() {
    scenario = scenario.with(List.of("run.horizon=12 days", "assets.TOKEN.decimals=17"));
    PointResult point = run().run(0, new double[] {0.5}).orElseThrow();
    assertTrue(point.failed(), "a hundred tokens do not fit 64 bits of 10^-17");
    assertFalse(point.failure().isBlank());
    assertEquals(List.of(), point.digests());
    assertEquals(1, point.values().size());
  }
}
