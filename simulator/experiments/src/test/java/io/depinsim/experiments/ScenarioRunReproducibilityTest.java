package io.depinsim.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Same scenario and seed, same results; another seed, others. */
class ScenarioRunReproducibilityTest {
  private static final int REPLICATES = 3;

  @TempDir Path folder;

  @Test
  void threadsChangeNoDigestAndNoByteOfTheSeries() throws Exception {
    Scenario scenario = Samples.smallFilecoin();
    write(scenario, 1, folder.resolve("one"));
    write(scenario, 2, folder.resolve("two"));
    for (String file : List.of("series.csv", "summary.csv", "scenario.yaml")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("one").resolve(file)),
          Files.readAllBytes(folder.resolve("two").resolve(file)),
          file);
    }
    assertEquals(digests(folder.resolve("one")), digests(folder.resolve("two")));
  }

  @ParameterizedTest
  @EnumSource(CheckLevel.class)
  void checkLevelsChangeNothing(CheckLevel checks) throws Exception {
    Scenario scenario = Samples.smallFilecoin();
    RunResult checked =
        new ScenarioRun(scenario, Samples.options(scenario, 1, 1, checks)).execute();
    RunResult unchecked =
        new ScenarioRun(scenario, Samples.options(scenario, 1, 1, CheckLevel.NONE)).execute();
    assertEquals(Samples.digests(unchecked), Samples.digests(checked));
    assertSameSeries(unchecked, checked);
  }

  @Test
  void recordingFewerMetricsChangesNeitherDigestNorTheOthersValues() throws Exception {
    Scenario scenario = Samples.smallFilecoin();
    RunResult all = Samples.run(scenario, 1);
    RunResult some =
        new ScenarioRun(
                scenario,
                Samples.options(
                    scenario, 1, 2, CheckLevel.NONE, key -> key.equals("filecoin.burnPerDay")))
            .execute();
    assertEquals(1, some.metrics().size());
    assertEquals(Samples.digests(all), Samples.digests(some));
    assertArrayEquals(
        all.series().values("base", "base", "filecoin.burnPerDay", 0),
        some.series().values("base", "base", "filecoin.burnPerDay", 0));
  }

  @Test
  void runningTwiceInOneProcessGivesTheSame() throws Exception {
    RunResult first = Samples.run(Samples.smallFilecoin(), REPLICATES);
    RunResult second = Samples.run(Samples.smallFilecoin(), REPLICATES);
    assertEquals(Samples.digests(first), Samples.digests(second));
    assertSameSeries(first, second);
  }

  @Test
  void anotherSeedGivesOtherDigests() throws Exception {
    List<String> digests = Samples.digests(Samples.run(Samples.smallFilecoin("run.seed=7"), 1));
    List<String> others = Samples.digests(Samples.run(Samples.smallFilecoin("run.seed=8"), 1));
    assertNotEquals(digests, others);
  }

  @Test
  void replicatesDifferAndDoNotDependOnHowManyThereAre() throws Exception {
    Scenario scenario = Samples.smallFilecoin();
    List<String> many = Samples.digests(Samples.run(scenario, 5));
    assertEquals(5, new HashSet<>(many).size());
    assertEquals(many.subList(0, 2), Samples.digests(Samples.run(scenario, 2)));
    Replicate alone =
        new Assembler(scenario.policy("base")).assemble(4, CheckLevel.RUN, key -> true);
    alone.run();
    assertEquals(many.get(4), alone.recorder().digest());
  }

  @Test
  void theResolvedScenarioGivesTheSameDigestsAgain() throws Exception {
    Scenario changed =
        Samples.smallFilecoin(
            "run.seed=99",
            "filecoin.vesting.linear.locked=50 %",
            "providers.miners.potential=40",
            "filecoin.genesis.reserve=299_999_999.999999999 FIL");
    Scenario again = Samples.parse(folder, changed.resolvedYaml());
    assertEquals(99, again.run().seed());
    assertEquals(changed.resolvedYaml(), again.resolvedYaml());
    assertEquals(Samples.digests(Samples.run(changed, 2)), Samples.digests(Samples.run(again, 2)));
  }

  @Test
  void twoNetworksRunTheSameOnAnyNumberOfThreads() throws Exception {
    Scenario scenario = Samples.twoNetworks();
    RunResult one =
        new ScenarioRun(scenario, Samples.options(scenario, 2, 1, CheckLevel.EVENT)).execute();
    RunResult two =
        new ScenarioRun(scenario, Samples.options(scenario, 2, 2, CheckLevel.NONE)).execute();
    assertEquals(Samples.digests(one), Samples.digests(two));
    assertSameSeries(one, two);
  }

  @Test
  void keepingFewerSeriesChangesNothingElse() throws Exception {
    Scenario scenario = Samples.smallFilecoin();
    RunResult all = Samples.run(scenario, 4);
    RunOptions some =
        new RunOptions(
            scenario.policies(),
            4,
            2,
            CheckLevel.NONE,
            key -> true,
            RunOptions.Progress.NONE,
            2,
            Keeping.fromTheStart(),
            Optional.empty());
    RunResult two = new ScenarioRun(scenario, some).execute();
    assertEquals(2, two.series().replicates());
    assertEquals(4, all.series().replicates());
    assertEquals(all.summary(), two.summary());
    assertEquals(all.expectations(), two.expectations());
    assertEquals(Samples.digests(all), Samples.digests(two));
    assertEquals(4, two.digests().size());
    String metric = "filecoin.minedTotal";
    assertArrayEquals(
        all.series().values("base", "base", metric, 1),
        two.series().values("base", "base", metric, 1));
  }

  private static void assertSameSeries(RunResult expected, RunResult actual) {
    assertEquals(expected.metrics(), actual.metrics());
    for (String metric : expected.series().metrics()) {
      for (int r = 0; r < expected.series().replicates(); r++) {
        assertArrayEquals(
            expected.series().values("base", "base", metric, r),
            actual.series().values("base", "base", metric, r),
            metric);
      }
    }
  }

  private static void write(Scenario scenario, int threads, Path folder)
      throws InterruptedException {
    new RunService(scenario, Samples.options(scenario, REPLICATES, threads, CheckLevel.EPOCH))
        .run(folder, new RunService.Provenance("test", "none"));
  }

  private static List<String> digests(Path folder) throws IOException {
    try (RunDirectory run = RunDirectory.open(folder)) {
      return run.manifest().digests().stream().map(digest -> digest.digest()).toList();
    }
  }
}
