package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LevelChangeTest {
  @TempDir Path folder;

  private List<LevelChange> changes(String text) throws Exception {
    return ScenarioReaderTest.read(folder, "s.yaml", text).changes();
  }

  @Test
  void aLevelDiffersFromTheFirstOfItsFactorAndARegimeFromTheFirstRegime() throws Exception {
    assertEquals(
        List.of(
            new LevelChange(
                "price", "low", "high", "networks.first.emission.halving.scale", "50 %", "25 %"),
            new LevelChange("plan", "steps", "fixed", "networks.second.emission", "fixed", "none"),
            new LevelChange("", "calm", "crash", "providers.miners.potential", "50", "5")),
        changes(ScenarioReaderTest.TWO_NETWORKS));
  }

  @Test
  void valuesThatTheBaseSetsAreComparedAsSet() throws Exception {
    String text =
        ScenarioReaderTest.TWO_NETWORKS.replace(
            "calm: {}", "calm: {set: {providers.miners.potential: 7}}");
    assertEquals("7", changes(text).get(2).from());
  }

  @Test
  void aBlockOfTheSameKindIsComparedValueByValueAndEvidenceDoesNotCount() throws Exception {
    String text =
        ScenarioReaderTest.TWO_NETWORKS.replace(
            "fixed: {replace: {second.emission: {none: {}}}}",
            """
            same: {replace: {second.emission: {fixed: {perDay: {value: 100 TWO/day, grade: assumed}}}}}
                less: {replace: {second.emission: {fixed: {perDay: 90 TWO/day}}}}
                shorter:
                  replace:
                    providers.miners.capacity.first:
                      knots: {onboarding: {2021-01-01: 1 PiB/day}, sizes: [32 GiB]}\
            """);
    assertEquals(
        List.of(
            "less: networks.second.emission.fixed.perDay 100 TWO/day -> 90 TWO/day",
            "shorter: providers.miners.capacity.first.knots.onboarding"
                + " 2 values, 2021-01-01 to 2021-03-01 -> 1 values, 2021-01-01 to 2021-01-01",
            "shorter: providers.miners.capacity.first.knots.sizes [32 GiB, 64 GiB] -> [32 GiB]",
            "shorter: providers.miners.capacity.first.knots.deposit 3 ONE -> "),
        changes(text).stream()
            .filter(change -> change.group().equals("plan"))
            .map(c -> c.level() + ": " + c.path() + " " + c.from() + " -> " + c.to())
            .toList());
  }

  @Test
  void aScenarioWithoutLevelsHasNoChanges() throws Exception {
    String text = ScenarioReaderTest.TWO_NETWORKS;
    assertEquals(
        List.of(),
        changes(text.substring(0, text.indexOf("policies:")) + "notes: {leavesOut: [Deals.]}\n"));
  }
}
