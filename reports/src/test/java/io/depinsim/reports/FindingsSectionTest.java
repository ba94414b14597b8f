package io.depinsim.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.FindingRow;
import io.depinsim.core.run.FindingRow.Verdict;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.FindingSpec.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsSectionTest {
  private static final List<String> POLICIES = List.of("plan", "half");
  private static final List<String> REGIMES = List.of("calm", "crash");

  @TempDir Path folder;

  private static FindingRow row(String name, String regime, Verdict verdict, double effect) {
    return row(name, regime, "plan", "half", "last", "FIL", false, verdict, effect);
  }

  private static FindingRow row(
      String name,
      String regime,
      String from,
      String to,
      String statistic,
      String unit,
      boolean relative,
      Verdict verdict,
      double effect) {
    return new FindingRow(
        name,
        "Claim of " + name + ".",
        regime,
        from,
        to,
        "filecoin.pledge",
        statistic,
        OptionalDouble.of(effect),
        OptionalDouble.of(1),
        OptionalDouble.of(effect - 0.01),
        OptionalDouble.of(effect + 0.01),
        Direction.above,
        0.2,
        0.75,
        4,
        verdict,
        unit,
        relative,
        "Paper, table 2");
  }

  private String page(List<FindingRow> rows) throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(4, 60, POLICIES, REGIMES);
    try (RunDirectory run = demo.write(folder)) {
      run.writeFindings(rows);
      ReportWriter.write(run, demo.input());
    }
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void showsClaimIntervalVerdictAndShareForEveryRegime() throws Exception {
    String page =
        page(
            List.of(
                row("rises", "calm", Verdict.holds, 0.5),
                row("rises", "crash", Verdict.reversed, -3)));
    String section = page.substring(page.indexOf("id=\"findings\""), page.indexOf("id=\"charts\""));
    assertTrue(section.contains("<h3>Claim of rises.</h3>"), section);
    assertTrue(section.contains("under half less that under plan. Source: Paper, table 2."));
    assertTrue(
        section.contains("+0.5\u00a0FIL<small>[+0.490\u00a0FIL, +0.510\u00a0FIL]</small>"),
        section);
    assertTrue(section.contains("\u22123\u00a0FIL"), section);
    assertTrue(section.contains("above +0.200\u00a0FIL"));
    assertTrue(section.contains("✗ reversed"));
    assertTrue(section.contains("3 of 4"));
    String lower = section.toLowerCase(Locale.ROOT);
    for (String word : List.of("optimal", "strong", "guaranteed", "prove")) {
      assertFalse(lower.contains(word), word);
    }
  }

  @Test
  void aRunWithoutFindingsHasNoSuchSection() throws Exception {
    assertFalse(page(List.of()).contains("id=\"findings\""));
  }

  @Test
  void theAnswerCountsClaimsUnderTheBaseRegimeOnly() {
    List<FindingRow> rows =
        List.of(
            row("one", "calm", Verdict.holds, 1),
            row("one", "crash", Verdict.reversed, 1),
            row("two", "calm", Verdict.undecided, 1),
            row("each", "calm", "", "plan", "last", "FIL", false, Verdict.holds, 1),
            row("each", "calm", "", "half", "last", "FIL", false, Verdict.reversed, 1));
    assertEquals(
        "Of 3 claims held against this run under the regime calm, 1 holds, 1 is reversed (each), 1"
            + " is undecided (two), by 95 % intervals of the mean effect.",
        FindingWords.answer(rows, "calm"));
  }

  @Test
  void sharesArePercentAndTheirDifferencesPoints() {
    FindingRow relative = row("r", "calm", "a", "b", "last", "1", true, Verdict.holds, 0.5);
    assertEquals("+50\u202f%", FindingWords.effect(relative, relative.meanEffect()));
    FindingRow drawdown = row("d", "calm", "a", "b", "drawdown", "1", false, Verdict.holds, -0.05);
    assertEquals("\u22125 points", FindingWords.effect(drawdown, drawdown.meanEffect()));
    FindingRow alone = row("g", "calm", "", "b", "growth", "1", false, Verdict.holds, 0.5);
    assertEquals("50\u202f%", FindingWords.effect(alone, alone.meanEffect()));
    FindingRow count = row("c", "calm", "", "b", "last", "1", false, Verdict.holds, 4.75);
    assertEquals("4.75", FindingWords.effect(count, count.meanEffect()));
    assertEquals("undefined", FindingWords.effect(count, OptionalDouble.empty()));
  }

  @Test
  void aPageOfAPartOfTheSeriesSaysSo() throws Exception {
    FilecoinLikeRun demo = new FilecoinLikeRun(4, 60);
    try (RunDirectory run = demo.write(folder)) {
      assertFalse(footers(run, demo).contains("bands from"));
    }
    String manifest = Files.readString(folder.resolve("manifest.json"));
    Files.writeString(
        folder.resolve("manifest.json"),
        manifest
            .replace("\"replicates\" : 4", "\"replicates\" : 900")
            .replaceFirst("(?s)\"digests\".*\"metrics\"", "\"digests\" : [], \"metrics\""));
    try (RunDirectory run = RunDirectory.open(folder)) {
      assertTrue(
          footers(run, demo)
              .contains(
                  "900 replicates, median with 50 % and 90 % bands, bands from the first 4 of 900"
                      + " replicates"));
    }
  }

  private String footers(RunDirectory run, FilecoinLikeRun demo) throws Exception {
    ReportWriter.write(run, demo.input());
    return Files.readString(folder.resolve("report.html"));
  }
}
