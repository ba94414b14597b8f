package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.Manifest.Clamp;
import io.depinsim.core.run.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClampsTableTest {
  @TempDir Path folder;

  private String table(List<String> policies, List<String> regimes, List<Clamp> clamps) {
    FilecoinLikeRun demo = new FilecoinLikeRun(1, 120, policies, regimes);
    try (RunDirectory run = demo.write(folder)) {
      RunRecord record = RunRecord.read(run);
      Manifest m = record.manifest();
      Manifest changed =
          new Manifest(
              m.scenarioName(),
              m.scenarioPath(),
              m.scenarioSha256(),
              m.program(),
              m.programVersion(),
              m.seed(),
              m.replicates(),
              m.policies(),
              m.regimes(),
              m.backend(),
              m.threads(),
              m.checkLevel(),
              m.jvm(),
              m.startedAt(),
              m.wallSeconds(),
              m.commandLine(),
              m.stateHashVersion(),
              m.digests(),
              m.metrics(),
              clamps,
              m.invariants(),
              m.seriesReplicates(),
              Map.of("the command", "run"),
              false,
              Manifest.Decisions.NONE,
              "");
      Html html = new Html();
      new ClampsTable(
              new RunRecord(
                  changed, record.series(), List.of(), List.of(), List.of(), record.metrics()))
          .write(html);
      return html.toString();
    }
  }

  @Test
  void aLimitHasOneRowWithAColumnPerCaseAndThoseWithoutOpportunityAreCounted() {
    String table =
        table(
            List.of("plan", "half"),
            List.of("base"),
            List.of(
                new Clamp("plan", "base", "cash", 10, 1000),
                new Clamp("plan", "base", "never", 0, 0),
                new Clamp("plan", "base", "cap", 0, 7),
                new Clamp("half", "base", "cash", 500, 2000),
                new Clamp("half", "base", "never", 0, 0),
                new Clamp("half", "base", "cap", 0, 0)));
    assertTrue(
        table.contains(
            "<td>cash</td><td class=\"n\">1\u202f%</td><td class=\"n\">25\u202f%</td>"
                + "<td class=\"n\">510</td><td class=\"n\">3\u202f000</td>"),
        table);
    assertTrue(
        table.contains("<td>cap</td><td class=\"n\">0\u202f%</td><td class=\"n\">–</td>"), table);
    assertFalse(table.contains("<td>never</td>"), table);
    assertTrue(
        table.contains(
            "Of 2 limits that had an opportunity, 1 bound at least once; the most frequent, cash,"
                + " in 25\u202f% of its opportunities under half. 1 other never had one and is not"
                + " listed."),
        table);
  }

  @Test
  void withManyCasesTheHighestShareNamesItsCase() {
    List<Clamp> clamps = new ArrayList<>();
    List<String> policies = List.of("a", "b", "c", "d");
    for (String policy : policies) {
      clamps.add(new Clamp(policy, "calm", "cash", policy.equals("c") ? 30 : 1, 100));
      clamps.add(new Clamp(policy, "crash", "cash", 0, 100));
    }
    String table = table(policies, List.of("calm", "crash"), clamps);
    assertTrue(
        table.contains(
            "<td>cash</td><td class=\"n\">30\u202f%</td><td>c, calm</td>"
                + "<td class=\"n\">4 of 8</td>"),
        table);
  }

  @Test
  void limitsThatNeverBoundSaySo() {
    String table =
        table(List.of("base"), List.of("base"), List.of(new Clamp("base", "base", "cash", 0, 9)));
    assertTrue(table.contains("None of 1 limit that had an opportunity ever bound."), table);
  }
}
