package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say and how they end, inside this process; see {@link CommandLineIT}. */
class CommandLineTest {
  /** Two providers, ten days, ten tokens a day. */
  static final String TINY =
      """
      depinsim: 1
      name: tiny
      question: Do ten tokens a day make a hundred in ten days?
      run: {seed: 3, replicates: 2, start: 2025-01-01, horizon: 10 days}
      assets:
        TOKEN: {decimals: 3}
      providers:
        pair:
          kind: fleet
          potential: 2
          joins: [first]
          capacity: {first: {constant: {units: 7 units}}}
      networks:
        first:
          asset: TOKEN
          emission: {fixed: {perDay: 10 TOKEN}}
          rewards: {byCapacity: {}}
      charts:
        minted: {title: Minted, kind: lines, metrics: [first.minedTotal]}
      expect:
        - {name: minted, basis: input, metric: first.minedTotal, statistic: last, within: [100, 100]}
      """;

  @TempDir Path folder;

  /** What a command left behind; the temporary folder is left out of its texts. */
  private record Ended(int code, String out, String err) {}

  /** Arguments that end in .yaml, and those after --out or report, lie in the folder. */
  private Ended depinsim(String... arguments) {
    List<String> placed = new ArrayList<>();
    String before = "";
    for (String argument : arguments) {
      boolean path =
          argument.endsWith(".yaml")
              || before.equals("--out")
              || before.equals("report") && !argument.startsWith("-");
      placed.add(path ? folder.resolve(argument).toString() : argument);
      before = argument;
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Depinsim.execute(
            placed.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(code, bare(out), bare(err));
  }

  private String bare(StringWriter text) {
    return text.toString().replace(folder + "/", "").replace(System.lineSeparator(), "\n");
  }

  private Path scenario(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void validateNamesEveryMistakeByLineAndColumn() throws Exception {
    scenario("good.yaml", TINY);
    scenario("bad.yaml", TINY.replace("seed: 3", "sed: 3").replace("10 TOKEN", "10 TOKENS"));
    Ended validate = depinsim("validate", "bad.yaml", "good.yaml");
    assertEquals(2, validate.code());
    assertTrue(validate.err().contains("bad.yaml:4:7: run: sed: unknown key."), validate.err());
    assertTrue(validate.err().contains("bad.yaml:16:32: networks.first."), validate.err());
    assertEquals(
        "good.yaml: valid; 1 policy, 1 regime, 2 replicates.\nNext: ./depinsim run good.yaml\n",
        validate.out());
  }

  @Test
  void validateKnowsWhichMetricsThereAre() throws Exception {
    scenario("tiny.yaml", TINY.replace("[first.minedTotal]", "[first.minedTotl]"));
    Ended validate = depinsim("validate", "tiny.yaml");
    assertEquals(2, validate.code());
    assertEquals(
        "tiny.yaml:19:50: charts.minted.metrics.0: first.minedTotl: no metric of this scenario."
            + " Maybe `first.minedTotal`.\n"
            + "Next: ./depinsim list fields NAME, for what a block or a kind can hold\n",
        validate.err());
    assertEquals("", validate.out());
  }

  @Test
  void moreReplicatesThanThereAreRandomNumbersForAreRefusedBeforeAFolderIsMade() throws Exception {
    scenario("tiny.yaml", TINY);
    Ended run = depinsim("run", "tiny.yaml", "--replicates", "1048577", "--out", "many");
    assertEquals(2, run.code(), run.err());
    assertTrue(
        run.err().startsWith("--replicates 1048577: must be at most 1048576, since"), run.err());
    assertFalse(Files.exists(folder.resolve("many")));
  }

  @Test
  void evaluateListsDescribesAndGuesses() throws Exception {
    assertTrue(depinsim("evaluate", "--list").out().contains("initialPledge"));
    Ended schema = depinsim("evaluate", "initialPledge", "--schema");
    assertTrue(schema.out().contains("\"qaBytes\""), schema.out());
    assertEquals("", schema.err());
    Ended wrong = depinsim("evaluate", "initialPlege", "--example");
    assertEquals(2, wrong.code());
    assertEquals(
        "initialPlege: no such rule. Maybe `initialPledge`, or see `depinsim evaluate --list`.\n"
            + "See depinsim evaluate --help.\n",
        wrong.err());
    assertEquals("", wrong.out());
  }

  @Test
  void wrongUsageEndsWithTwoAndASentence() throws Exception {
    scenario("tiny.yaml", TINY);
    refused(2, "nonsense: no such command.", "nonsense");
    refused(2, "Missing required parameter: 'FILE'.", "run");
    refused(2, "--threads 0: must be 1 or more.", "run", "tiny.yaml", "--threads", "0");
    refused(2, "--policy none: no such policy.", "run", "tiny.yaml", "--policy", "none");
    refused(
        2,
        "no such path in the scenario. Maybe `run.seed`.",
        "run",
        "tiny.yaml",
        "--set",
        "run.sed=3");
    refused(
        2, "metrics: none of this scenario's", "run", "tiny.yaml", "--out", "x", "--metrics", "x");
    refused(2, "--set run: must read PATH=VALUE.", "validate", "tiny.yaml", "--set", "run");
    refused(2, "--set run.seed=: a value must", "validate", "tiny.yaml", "--set", "run.seed=");
    refused(
        2,
        "--set run.seed=5 W: run.seed: 5 W: must be a bare number",
        "run",
        "tiny.yaml",
        "--set",
        "run.seed=5 W");
    refused(2, "Missing KIND.", "evaluate");
    refused(
        2, "nonsense: no such rule. Maybe see `depinsim evaluate --list`.", "evaluate", "nonsense");
  }

  @Test
  void troubleWithFilesEndsWithFour() throws Exception {
    scenario("tiny.yaml", TINY);
    refused(4, "nowhere.yaml: no such file.", "run", "nowhere.yaml");
    refused(4, "this is a folder", "run", folder.toString());
    refused(4, "a file stands where a folder is needed", "run", "tiny.yaml", "--out", "tiny.yaml");
    Files.createDirectories(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/thesis.txt"), "precious");
    refused(4, "not a run directory", "run", "tiny.yaml", "--out", "mine");
    refused(4, "nowhere holds no manifest.json.", "report", "nowhere");
    assertEquals("precious", Files.readString(folder.resolve("mine/thesis.txt")));
  }

  @Test
  void aStackTraceAppearsOnlyOnRequest() throws Exception {
    scenario("capped.yaml", TINY.replace("{decimals: 3}", "{decimals: 3, cap: 55 TOKEN}"));
    assertFalse(depinsim("run", "capped.yaml", "--out", "x").err().contains("\tat io.depinsim"));
    assertTrue(
        depinsim("run", "capped.yaml", "--out", "x", "--debug").err().contains("\tat io.depinsim"));
  }

  /** A third of the emission against all of it, and a range for what all of it is. */
  private static final String CLAIMS =
      TINY.substring(0, TINY.indexOf("expect:"))
              .replace(
                  "{perDay: 10 TOKEN}",
                  "{perDay: {value: 9 TOKEN, grade: assumed, range: [3 TOKEN, 30 TOKEN]}}")
          + """
          policies:
            plan: {all: {}, third: {set: {first.emission.fixed.perDay: 3 TOKEN}}}
          findings:
            less: {claim: A third mints less., metric: first.minedTotal, statistic: last, between: [all, third], below: 0}
            hundred: {claim: More than a hundred is minted., metric: first.minedTotal, statistic: last, above: 100}
          """;

  @Test
  void findingsAreShownAndChangeNoExitCode() throws Exception {
    scenario("claims.yaml", CLAIMS);
    Ended run = depinsim("run", "claims.yaml", "--out", "run", "--no-progress", "--series", "1");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        """
        tiny: Do ten tokens a day make a hundred in ten days?
          holds     less: effect -60.00 [-60.00, -60.00], claimed below 0.000
          REVERSED  hundred, all: effect 90.00 [90.00, 90.00], claimed above 100.0
          REVERSED  hundred, third: effect 30.00 [30.00, 30.00], claimed above 100.0
        Report: run/report.html
        Next: ./depinsim sweep claims.yaml
        """,
        run.out());
    assertEquals(4, Files.readAllLines(folder.resolve("run/findings.csv")).size());
    String manifest = Files.readString(folder.resolve("run/manifest.json"));
    assertTrue(manifest.contains("\"seriesReplicates\" : 1"), manifest);
    assertTrue(Files.readString(folder.resolve("run/report.html")).contains("1 of 2 replicates"));
    assertEquals(0, depinsim("report", "run").code());
    Ended one = depinsim("run", "claims.yaml", "--out", "one", "--no-report", "--policy", "third");
    assertTrue(
        one.out()
            .contains(
                "  left out, since the run does not reach their time, metric or policies: less; hundred\n"),
        one.out());
    assertFalse(one.out().contains("holds     less"), one.out());
    assertTrue(one.out().contains("Results: one"), one.out());
  }

  @Test
  void aSweepCountsWhereFindingsHoldAndEndsWithZero() throws Exception {
    scenario("claims.yaml", CLAIMS);
    Ended sweep =
        depinsim("sweep", "claims.yaml", "--points", "10", "--out", "swept", "--no-progress");
    assertEquals(0, sweep.code(), sweep.err());
    assertEquals("", sweep.err());
    assertEquals(
        """
        tiny: Do ten tokens a day make a hundred in ten days?
        10 points (latinHypercube) over 1 assumed input, 1 of them by logarithm; 7 further assumed inputs as written.
          less: holds in 10 of 10, 100.0 % [72.2 %, 100.0 %]; median effect""",
        sweep.out().substring(0, sweep.out().indexOf(" -")));
    assertTrue(sweep.out().contains("  hundred: holds in 0 of 10, 0.0 % [0.0 %, 27.8 %]"));
    assertTrue(
        sweep
            .out()
            .endsWith(
                "Page: swept/sweep.html\nNext: ./depinsim new my-scenario --from claims.yaml\n"),
        sweep.out());
    assertEquals(11, Files.readAllLines(folder.resolve("swept/design.csv")).size());
    assertTrue(
        Files.readString(folder.resolve("swept/sweep.html"))
            .contains("--points 10 --replicates 1 --design latinHypercube"));
    Ended quiet =
        depinsim(
            "sweep",
            "claims.yaml",
            "--points",
            "3",
            "--design",
            "sobol",
            "--inputs",
            "*.perDay",
            "--out",
            "quiet",
            "--quiet",
            "--threads",
            "1");
    assertEquals(new Ended(0, "", ""), quiet);
  }

  @Test
  void aSweepThatCannotBeIsRefusedAndOneThatAlwaysBreaksEndsWithThree() throws Exception {
    scenario("claims.yaml", CLAIMS);
    scenario("tiny.yaml", TINY);
    refused(2, "findings: this scenario states none", "sweep", "tiny.yaml", "--out", "x");
    refused(2, "--points 0: must be 1 or more.", "sweep", "claims.yaml", "--points", "0");
    refused(
        2,
        "--inputs: none of 1 inputs matches.",
        "sweep",
        "claims.yaml",
        "--inputs",
        "nothing",
        "--out",
        "x");
    refused(2, "Invalid value for option '--design'", "sweep", "claims.yaml", "--design", "grid");
    scenario("capped.yaml", CLAIMS.replace("{decimals: 3}", "{decimals: 3, cap: 29 TOKEN}"));
    Ended broken =
        depinsim("sweep", "capped.yaml", "--points", "2", "--out", "broken", "--no-progress");
    assertEquals(3, broken.code(), broken.err());
    assertTrue(broken.out().contains("2 points could not be run, the first: "), broken.out());
    assertEquals(3, Files.readAllLines(folder.resolve("broken/failures.csv")).size());
  }

  @Test
  void helpOfEveryCommandFitsAScreen() throws Exception {
    for (String command : List.of("run", "sweep", "report", "evaluate", "validate", "list")) {
      Ended help = depinsim(command, "--help");
      assertEquals(0, help.code(), command);
      assertEquals("", help.err(), command);
      assertTrue(help.out().lines().count() <= 50, command);
      assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    }
    Ended bare = depinsim();
    assertEquals(2, bare.code());
    assertTrue(bare.err().contains("evaluate"), bare.err());
    assertEquals("", bare.out());
  }

  private void refused(int code, String sentence, String... arguments) throws Exception {
    Ended ended = depinsim(arguments);
    assertEquals(code, ended.code(), ended.err());
    assertTrue(ended.err().contains(sentence), ended.err());
    assertEquals("", ended.out());
    assertFalse(ended.err().contains("\tat "), ended.err());
  }
}
