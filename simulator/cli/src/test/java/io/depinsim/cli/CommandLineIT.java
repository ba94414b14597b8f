package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines as processes, on the packaged class path. */
class CommandLineIT {
  private static final Path HOME = Path.of(System.getProperty("depinsim.home"));
  private static final Path LIBRARIES = Path.of(System.getProperty("depinsim.lib"));

  @TempDir Path folder;

  /** What a process left behind. */
  private record Ended(int code, String out, String err) {}

  private Ended depinsim(String... arguments) throws IOException, InterruptedException {
    return fed("", arguments);
  }

  private Ended fed(String input, String... arguments) throws IOException, InterruptedException {
    Path stdin = Files.writeString(folder.resolve("stdin"), input);
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        program(arguments)
            .redirectInput(stdin.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "hangs");
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", LIBRARIES + "/*", "io.depinsim.cli.Depinsim"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  private Path scenario(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void runsAScenarioAndLeavesAWholeRunDirectory() throws Exception {
    scenario("tiny.yaml", CommandLineTest.TINY);
    Ended run = depinsim("run", "tiny.yaml", "--no-progress");
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
    Ended report = depinsim("report", "drawn");
    assertEquals(0, report.code(), report.err());
    assertArrayEquals(before, Files.readAllBytes(chart));
    assertTrue(Files.size(folder.resolve("drawn/report.html")) > 0);
  }

  @Test
  void theResolvedScenarioOfARunRepeatsItsDigests() throws Exception {
    Path two = HOME.resolve("scenarios/examples/two-networks.yaml");
    Ended first =
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
    Ended again =
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
    Ended run = depinsim("run", "tiny.yaml", "--no-progress");
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
    Ended example = depinsim("evaluate", "initialPledge", "--example");
    assertEquals(0, example.code(), example.err());
    String input = example.out().replace("525600", "-1");
    scenario("input.json", input);
    Ended file = depinsim("evaluate", "initialPledge", "--input", "input.json");
    assertEquals(0, file.code(), file.err());
    assertEquals("", file.err());
    Ended piped = fed(input, "evaluate", "initialPledge", "--input", "-");
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
    Ended run = depinsim("run", "capped.yaml", "--no-progress", "--out", "kept");
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

  /** A shell's background job ignores SIGINT, and so does every Java it starts. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).trim(), 16) & 2) != 0);
  }

  @Test
  void anInterruptedRunEndsWith130AndLeavesNoManifest() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no /bin/kill to send an interrupt with");
    assumeFalse(interruptsAreIgnored(), "started with SIGINT ignored, which children inherit");
    scenario(
        "long.yaml",
        CommandLineTest.TINY
            .replace("10 days", "20 years")
            .replace("replicates: 2", "replicates: 5000"));
    Path err = folder.resolve("stderr");
    Process run =
        program("run", "long.yaml", "--threads", "1")
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(err.toFile())
            .start();
    Path marker = folder.resolve("runs/tiny/.depinsim-run");
    for (int i = 0; i < 600 && !Files.exists(marker); i++) {
      assertFalse(run.waitFor(50, TimeUnit.MILLISECONDS), () -> "ended early");
    }
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(run.pid())).start().waitFor();
    assertTrue(run.waitFor(1, TimeUnit.MINUTES), "does not stop");
    assertEquals(130, run.exitValue());
    assertTrue(Files.readString(err).contains("Interrupted."), Files.readString(err));
    assertFalse(Files.exists(folder.resolve("runs/tiny/manifest.json")));
  }
}
