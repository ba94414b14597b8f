package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines as processes, on the packaged class path. */
class CommandLineIT {
  private static final Path HOME = Path.of(System.getProperty("depinsim.home"));

  @TempDir Path folder;

  private Program.Ended depinsim(String... arguments) throws IOException, InterruptedException {
    return fed("", arguments);
  }

  private Program.Ended fed(String input, String... arguments)
      throws IOException, InterruptedException {
    return new Program(folder).run(input, arguments);
  }

  private Path scenario(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void runsAScenarioAndLeavesAWholeRunDirectory() throws Exception {
    scenario("tiny.yaml", CommandLineTest.TINY);
    Program.Ended run = depinsim("run", "tiny.yaml", "--no-progress");
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().contains("1 of 1 expectations hold."), run.out());
    Path left = folder.resolve("runs/tiny");
    for (String file :
        List.of(
            "manifest.json",
            "scenario.yaml",
            "series.csv",
            "summary.csv",
            "expectations.csv",
            "report.html",
            "charts/minted.svg",
            "charts/minted.png")) {
      assertTrue(Files.size(left.resolve(file)) > 0, file);
    }
    String lastDay = "base,base,1,2025-01-11T00:00:00Z,first.minedTotal,100";
    assertTrue(Files.readAllLines(left.resolve("series.csv")).contains(lastDay));
  }

  @Test
  void redrawingAReportGivesTheSameBytes() throws Exception {
    scenario("tiny.yaml", CommandLineTest.TINY);
    depinsim("run", "tiny.yaml", "--quiet", "--out", "drawn");
    Path chart = folder.resolve("drawn/charts/minted.svg");
    byte[] before = Files.readAllBytes(chart);
    Files.delete(chart);
    Files.delete(folder.resolve("drawn/report.html"));
    Program.Ended report = depinsim("report", "drawn");
    assertEquals(0, report.code(), report.err());
    assertArrayEquals(before, Files.readAllBytes(chart));
    assertTrue(Files.size(folder.resolve("drawn/report.html")) > 0);
  }

  @Test
  void theResolvedScenarioOfARunRepeatsItsDigests() throws Exception {
    Path two = HOME.resolve("scenarios/examples/two-networks.yaml");
    Program.Ended first =
        depinsim(
            "run",
            two.toString(),
            "--quiet",
            "--no-report",
            "--out",
            "first",
            "--replicates",
            "2",
            "--seed",
            "99",
            "--set",
            "run.horizon=1 months",
            "--set",
            "storage.vesting.linear.locked=50 %");
    assertEquals(1, first.code(), "the year's expectation cannot hold in a month" + first.err());
    Program.Ended again =
        depinsim("run", "first/scenario.yaml", "--quiet", "--no-report", "--out", "again");
    assertEquals(1, again.code(), again.err());
    List<String> digests = digests("first");
    assertEquals(2, digests.size());
    assertEquals(digests, digests("again"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("first/series.csv")),
        Files.readAllBytes(folder.resolve("again/series.csv")));
  }

  private List<String> digests(String run) throws IOException {
    String manifest = Files.readString(folder.resolve(run).resolve("manifest.json"));
    return Pattern.compile("\"digest\"\\s*:\\s*\"([0-9a-f]{64})\"")
        .matcher(manifest)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void aFailedExpectationEndsWithOneAndIsShown() throws Exception {
    scenario("tiny.yaml", CommandLineTest.TINY.replace("within: [100, 100]", "within: [101, 102]"));
    Program.Ended run = depinsim("run", "tiny.yaml", "--no-progress");
    assertEquals(1, run.code(), run.err());
    assertTrue(run.out().contains("FAILS"), run.out());
    assertTrue(run.out().contains("0 of 1 expectations hold."), run.out());
    assertTrue(Files.exists(folder.resolve("runs/tiny/report.html")));
  }

  /**
   * By hand, gamma 1: 30 FIL of 57,600 epochs times 320 GiB of 20 EiB, plus 30 % of 650 M FIL times
   * 320 GiB of the baseline's 150 EiB: 0.02575 + 0.38743.
   */
  @Test
  void evaluatesARuleFromAFileAndFromStandardInput() throws Exception {
    Program.Ended example = depinsim("evaluate", "initialPledge", "--example");
    assertEquals(0, example.code(), example.err());
    String input = example.out().replace("525600", "-1");
    scenario("input.json", input);
    Program.Ended file = depinsim("evaluate", "initialPledge", "--input", "input.json");
    assertEquals(0, file.code(), file.err());
    assertEquals("", file.err());
    Program.Ended piped = fed(input, "evaluate", "initialPledge", "--input", "-");
    assertEquals(file.out(), piped.out());
    assertTrue(piped.out().contains("\"initialPledgeFil\" : \"0.413179"), piped.out());
  }

  /** A token with a cap of 55 cannot mint 100: the ledger says so on the sixth day. */
  @Test
  void aBrokenInvariantEndsWithThreeAndLeavesEarlierResultsAlone() throws Exception {
    scenario("tiny.yaml", CommandLineTest.TINY);
    depinsim("run", "tiny.yaml", "--quiet", "--out", "kept");
    String earlier = Files.readString(folder.resolve("kept/manifest.json"));
    scenario(
        "capped.yaml",
        CommandLineTest.TINY.replace("{decimals: 3}", "{decimals: 3, cap: 55 TOKEN}"));
    Program.Ended run = depinsim("run", "capped.yaml", "--no-progress", "--out", "kept");
    assertEquals(3, run.code(), run.err());
    assertTrue(run.err().startsWith("An invariant broke: at 518400000000 µs"), run.err());
    for (String part : List.of("phase SETTLEMENT", "mechanism first", "entity", "seed 3")) {
      assertTrue(run.err().contains(part), run.err());
    }
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(earlier, Files.readString(folder.resolve("kept/manifest.json")));
    assertEquals(3, depinsim("run", "capped.yaml", "--no-progress", "--out", "fresh").code());
    assertFalse(Files.exists(folder.resolve("fresh/manifest.json")), "looks like a finished run");
    assertEquals(4, depinsim("report", "fresh").code());
  }
}
