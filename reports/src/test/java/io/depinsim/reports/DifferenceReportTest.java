package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.SeriesTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceReportTest {
  private static final int DAYS = 120;

  @TempDir Path folder;

  private RunDirectory run(String name, int replicates, int days, List<String> policies) {
    return new FilecoinLikeRun(replicates, days, policies, List.of("base"))
        .write(folder.resolve(name));
  }

  private RunPair pair(RunDirectory one, RunDirectory two) {
    return new RunPair(RunRecord.read(one), RunRecord.read(two));
  }

  @Test
  void matchesByNameAndSubtractsReplicateByReplicate() {
    RunDirectory one = run("one", 3, DAYS, List.of("plan", "half", "own"));
    RunDirectory two = run("two", 2, DAYS, List.of("half", "plan"));
    SeriesTable less = pair(one, two).differences().series();
    assertEquals(List.of("plan", "half"), less.policies());
    assertEquals(2, less.replicates());
    double[] expected = one.series().values("half", "base", "filecoin.pledge", 1);
    double[] taken = two.series().values("half", "base", "filecoin.pledge", 1);
    for (int t = 0; t < expected.length; t++) {
      expected[t] -= taken[t];
    }
    assertArrayEquals(expected, less.values("half", "base", "filecoin.pledge", 1));
    assertEquals(List.of("policy own (not in the other run)"), pair(one, two).unmatched());
  }

  @Test
  void matchesTheOnlyPoliciesWhateverTheyAreCalledAndTheTimesThatBothHave() {
    RunDirectory one = run("one", 1, DAYS, List.of("new"));
    RunDirectory two = run("two", 1, DAYS / 2, List.of("old"));
    SeriesTable less = pair(one, two).differences().series();
    assertEquals(List.of("new less old"), less.policies());
    assertEquals(one.series().times(), less.times());
  }

  @Test
  void refusesWithASentenceWhatHasNothingInCommon() {
    RunDirectory one = run("one", 1, DAYS, List.of("a", "b"));
    RunDirectory two = run("two", 1, DAYS, List.of("c", "d"));
    assertEquals(
        "The two runs have no policy in common: a, b here, c, d in the other. Maybe they are runs of"
            + " different scenarios?",
        assertThrows(IllegalArgumentException.class, () -> pair(one, two)).getMessage());
  }

  @Test
  void drawsEveryChartAsLinesBesideTheOrdinaryFiles() throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(2, DAYS);
    try (RunDirectory one = demo.write(folder.resolve("one"));
        RunDirectory two = new FilecoinLikeRun(2, DAYS).write(folder.resolve("two"))) {
      DifferenceReport.write(one, two, demo.input());
    }
    String page = Files.readString(folder.resolve("one/report-difference.html"));
    for (String chart : demo.input().charts().keySet()) {
      String svg = Files.readString(folder.resolve("one/charts/" + chart + ".difference.svg"));
      assertTrue(page.contains(svg), chart);
      assertTrue(svg.contains("one less two · seed 20201015 · digests 5f0c2a91 and 5f0c2a91"), svg);
    }
    String supply = Files.readString(folder.resolve("one/charts/supply.difference.svg"));
    assertTrue(supply.contains("Supply by account class, FIL, difference"));
    assertFalse(supply.contains(">Total"), "still a stack");
    String minted = Files.readString(folder.resolve("one/charts/minted.difference.svg"));
    assertFalse(minted.contains("Minted, chain"), "history is drawn");
    assertFalse(Files.exists(folder.resolve("one/report.html")));
    assertFalse(Files.exists(folder.resolve("two/report-difference.html")));
    assertTrue(page.contains("Both runs have the same seed"));
    assertTrue(page.contains("agree in every value of every metric"));
  }

  @Test
  void saysWhichMetricsDifferAndByHowMuch() throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(2, DAYS);
    try (RunDirectory one = demo.write(folder.resolve("one"));
        RunDirectory two = new FilecoinLikeRun(1, DAYS).write(folder.resolve("two"))) {
      DifferenceReport.write(one, two, demo.input());
    }
    String page = Files.readString(folder.resolve("one/report-difference.html"));
    assertTrue(page.contains("1 replicate whose series both runs kept"));
    assertTrue(page.contains("differ at some time"));
    double end = last("one") - last("two");
    assertTrue(end < 0);
    assertTrue(
        page.contains("<td class=\"n\">" + Quantities.withUnit(end, "") + "</td>"), "" + end);
  }

  private double last(String name) {
    double[] values =
        RunDirectory.open(folder.resolve(name))
            .series()
            .values("base", "base", "filecoin.pledge", 0);
    return values[values.length - 1];
  }
}
