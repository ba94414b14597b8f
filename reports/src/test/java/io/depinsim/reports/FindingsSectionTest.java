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
    assertEquals(2, section.split("Claim of rises.", -1).length, "the claim is not told once");
    assertTrue(section.contains("<td>calm: half less plan</td>"), section);
    assertTrue(section.contains("Source: Paper, table 2."));
    assertTrue(
        section.contains("+0.500\u00a0FIL <small class=\"b\">[0.490, 0.510]</small>"), section);
    assertTrue(section.contains("\u22123.000\u00a0FIL"), section);
    assertTrue(section.contains("above +0.200\u00a0FIL"), section);
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

  private static FindingRow measured(
      String metric, String statistic, boolean relative, double effect, double half) {
    return new FindingRow(
        "f",
        "Claim.",
        "calm",
        "a",
        "b",
        metric,
        statistic,
        OptionalDouble.of(effect),
        OptionalDouble.of(1),
        OptionalDouble.of(effect - half),
        OptionalDouble.of(effect + half),
        Direction.above,
        -0.1,
        1,
        8,
        Verdict.holds,
        "1",
        relative,
        "");
  }

  @Test
  void sharesArePercentAndTheirDifferencesPointsInAsManyDigitsAsTheIntervalCarries() {
    FindingRow share = measured("n.servedShare", "mean", false, 0.0231812, 0.0006);
    assertEquals("+2.32 points [2.26, 2.38]", FindingWords.measured(share));
    assertEquals("above \u221210 points", FindingWords.limit(share));
    FindingRow relative = measured("n.marketCap", "last", true, 0.59743, 0.029);
    assertEquals("+59.7\u202f% [56.8, 62.6]", FindingWords.measured(relative));
    assertEquals("above \u221210\u202f%", FindingWords.limit(relative));
    FindingRow drawdown = measured("n.price", "drawdown", false, -0.1003, 0.0089);
    assertEquals("\u221210.0 points [\u221210.9, \u22129.1]", FindingWords.measured(drawdown));
    FindingRow gini = measured("n.gini", "last", false, 0.023181, 0.0006);
    assertEquals("+0.0232 [0.0226, 0.0238]", FindingWords.measured(gini));
    FindingRow alone = row("g", "calm", "", "b", "growth", "1", false, Verdict.holds, 0.5);
    assertEquals("50.0\u202f% [49.0, 51.0]", FindingWords.measured(alone));
  }

  @Test
  void anEffectWithoutIntervalOrValueSaysSo() {
    FindingRow one =
        new FindingRow(
            "f",
            "Claim.",
            "calm",
            "a",
            "b",
            "n.gini",
            "last",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Direction.above,
            0,
            0,
            1,
            Verdict.undecided,
            "1",
            false,
            "");
    assertEquals("undefined, undecided", FindingWords.outcome(List.of(one)));
  }

  @Test
  void theClaimsFollowTheAnswerWithTheirEffectsInWords() throws Exception {
    String page =
        page(
            List.of(
                row("rises", "calm", Verdict.holds, 0.5),
                row("rises", "crash", Verdict.refused, -3),
                row("each", "calm", "", "plan", "growth", "1", false, Verdict.holds, 1),
                row("each", "calm", "", "half", "growth", "1", false, Verdict.undecided, 0.2)));
    String list = page.substring(page.indexOf("<ul class=\"claims\">"), page.indexOf("</ul>"));
    assertTrue(
        list.contains(
            "<b>Claim of rises</b>: under calm +0.500\u00a0FIL [0.490, 0.510], holds; under crash"
                + " \u22123.000\u00a0FIL [\u22123.010, \u22122.990], not judged (price from"
                + " outside)."),
        list);
    assertTrue(
        list.contains(
            "under calm from 20.0\u202f% [19.0, 21.0] under half to 100.0\u202f% [99.0, 101.0] under"
                + " plan, holds under plan; undecided under half."),
        list);
    assertTrue(page.indexOf(list) < page.indexOf("id=\"compared\""));
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
