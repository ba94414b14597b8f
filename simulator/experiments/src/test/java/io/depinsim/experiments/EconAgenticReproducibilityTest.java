package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markets, owners and consumers give the same bytes however they are run. */
class EconAgenticReproducibilityTest {
  private static final Path BASELINE = Path.of("../../scenarios/econagentic/baseline.yaml");
  private static final Path TWO_MARKETS = Path.of("../../scenarios/examples/two-markets.yaml");

  private static RunResult run(
      Path file, int threads, CheckLevel checks, Predicate<String> recorded, String... overrides)
      throws Exception {
    Scenario scenario = Samples.read(file, overrides);
    return new ScenarioRun(scenario, Samples.options(scenario, 2, threads, checks, recorded))
        .execute();
  }

  private static RunResult baseline(int threads, CheckLevel checks, String... overrides)
      throws Exception {
    return run(BASELINE, threads, checks, key -> true, overrides);
  }

  @Test
  void threadsAndCheckLevelsChangeNothing() throws Exception {
    RunResult one = baseline(1, CheckLevel.EVENT, "run.horizon=18 months");
    RunResult two = baseline(2, CheckLevel.NONE, "run.horizon=18 months");
    assertEquals(Samples.digests(one), Samples.digests(two));
    assertArrayEquals(
        one.series().values("months12", "base", "econ.price", 1),
        two.series().values("months12", "base", "econ.price", 1));
  }

  @Test
  void recordingFewerMetricsChangesNothing() throws Exception {
    RunResult all = baseline(1, CheckLevel.NONE, "run.horizon=14 months");
    RunResult some =
        run(BASELINE, 1, CheckLevel.NONE, "econ.users"::equals, "run.horizon=14 months");
    assertEquals(Samples.digests(all), Samples.digests(some));
  }

  @Test
  void anotherSeedGivesOtherDigests() throws Exception {
    List<String> digests = Samples.digests(baseline(1, CheckLevel.NONE, "run.horizon=12 months"));
    List<String> others =
        Samples.digests(baseline(1, CheckLevel.NONE, "run.horizon=12 months", "run.seed=3"));
    for (int i = 0; i < digests.size(); i++) {
      assertNotEquals(digests.get(i), others.get(i));
    }
  }

  /** Policies meet the same luck until they act differently: before the launch nobody does. */
  @Test
  void policiesAreAlikeUntilTheyDiffer() throws Exception {
    RunResult result = baseline(1, CheckLevel.NONE, "run.horizon=6 months");
    List<String> digests = Samples.digests(result);
    assertEquals(digests.get(0), digests.get(2), "replicate 0 of the first two policies");
    assertNotEquals(digests.get(0), digests.get(1), "two replicates of one policy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "run"})
  void ownersOfTwoNetworksKeepEveryInvariant(String checks) throws Exception {
    CheckLevel level = CheckLevel.valueOf(checks.toUpperCase(Locale.ROOT));
    RunResult result = run(TWO_MARKETS, 2, level, key -> true, "run.horizon=24 months");
    assertEquals(
        Samples.digests(run(TWO_MARKETS, 1, CheckLevel.NONE, key -> true, "run.horizon=24 months")),
        Samples.digests(result));
  }
}
