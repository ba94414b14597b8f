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
    assertEquals("good.yaml: valid; 1 policy, 1 regime, 2 replicates.\n", validate.out());
  }

  @Test
  void validateKnowsWhichMetricsThereAre() throws Exception {
    scenario("tiny.yaml", TINY.replace("[first.minedTotal]", "[first.minedTotl]"));
    Ended validate = depinsim("validate", "tiny.yaml");
    assertEquals(2, validate.code());
    assertEquals(
        "tiny.yaml: charts.minted: first.minedTotl: no metric of this scenario."
            + " Maybe `first.minedTotal`.\n",
        validate.err());
    assertEquals("", validate.out());
  }

  @Test
  void evaluateListsDescribesAndGuesses() throws Exception {
    assertTrue(depinsim("evaluate", "--list").out().contains("initialPledge"));
    Ended schema = depinsim("evaluate", "initialPledge", "--schema");
    assertTrue(schema.out().contains("\"qaBytes\""), schema.out());
    assertEquals("", schema.err());
    Ended wrong = depinsim("evaluate", "initialPlege", "--example");
    assertEquals(2, wrong.code());
    assertEquals("initialPlege: no such evaluation. Maybe `initialPledge`.\n", wrong.err());
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
    refused(2, "Missing KIND.", "evaluate");
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

  @Test
  void helpOfEveryCommandFitsAScreen() throws Exception {
    for (String command : List.of("run", "report", "evaluate", "validate", "list")) {
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
