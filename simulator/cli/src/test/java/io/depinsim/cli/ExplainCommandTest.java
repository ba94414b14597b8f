package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.DecisionLog;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.DecisionFile;
import io.depinsim.core.run.DecisionIndex;
import io.depinsim.core.run.DecisionKind;
import io.depinsim.core.run.DecisionSection;
import io.depinsim.core.run.DecisionSink;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.time.SimulatedTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final long DAY = 86_400 * SimulatedTime.MICROS_PER_SECOND;
  private static final String TINY =
      """
      depinsim: 1
      name: tiny
      question: Do ten tokens a day make a hundred in ten days?
      run: {seed: 3, replicates: 2, start: 2025-01-01, horizon: 10 days, measure: 1 day}
      assets: {TOKEN: {decimals: 2}}
      providers:
        miners:
          kind: fleet
          potential: 2
          joins: [first]
          capacity: {first: {constant: {units: 7 units}}}
      networks:
        first:
          asset: TOKEN
          emission: {fixed: {perDay: 10 TOKEN}}
          rewards: {byCapacity: {}}
      """;

  @TempDir private Path folder;

  /** What a command left behind. */
  private record Ended(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private static Ended depinsim(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Depinsim.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(code, out.toString(), err.toString());
  }

  private Ended explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain", folder.resolve("run").toString()));
    all.addAll(List.of(arguments));
    return depinsim(all.toArray(String[]::new));
  }

  @BeforeEach
  void run() throws IOException {
    Path file = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    String run = folder.resolve("run").toString();
    assertEquals(0, depinsim("run", file.toString(), "--out", run, "--quiet").code());
  }

  /** A placement at every hour of ten days and a vote at noon of each, by two agents. */
  private DecisionSection log(Checkpoint checkpoint) {
    try (DecisionSink sink = checkpoint.decisions(0)) {
      DecisionLog log =
          new DecisionLog(
              "base", "base", Instant.parse("2025-01-01T00:00:00Z"), 1, new Streams(3, 0), sink);
      int main = log.agent("first.main");
      int voter = log.agent("first.voter");
      int jobs = log.subject("studios");
      int placement =
          log.kind(new DecisionKind("placement", List.of("work"), List.of("cheapest"), List.of()));
      int vote = log.kind(new DecisionKind("vote", List.of(), List.of("profit"), List.of()));
      for (int hour = 0; hour < 240; hour++) {
        log.begin(hour * DAY / 24, main, placement, jobs, hour);
        log.input(hour / 2.0);
        log.option(hour, 1);
        log.end(0, 0);
        if (hour % 24 == 12) {
          log.begin(hour * DAY / 24, voter, vote, jobs, hour);
          log.end(-1, 0);
        }
      }
      return new DecisionSection("base", "base", 0, log.finish().orElseThrow());
    }
  }

  private Path withDecisions() throws IOException {
    Path at = folder.resolve("run");
    try (RunDirectory run = RunDirectory.open(at)) {
      Checkpoint checkpoint = Checkpoint.begin(at, Map.of());
      DecisionIndex index = new DecisionIndex(List.of(log(checkpoint)));
      run.writeDecisions(index, checkpoint, section -> 0);
      checkpoint.remove();
    }
    return at.resolve("decisions.bin");
  }

  /** The manifest of a run that logged what {@link #withDecisions} wrote. */
  private void seal(String seal) throws IOException {
    Path manifest = folder.resolve("run/manifest.json");
    String text = Files.readString(manifest);
    assertTrue(text.contains("\"seal\" : \"\""), text);
    Files.writeString(manifest, text.replace("\"seal\" : \"\"", "\"seal\" : \"" + seal + "\""));
  }

  private void sealed() throws IOException {
    Path file = withDecisions();
    seal(DecisionFile.open(file).index().seal());
  }

  @Test
  void showsADecisionALine() throws IOException {
    sealed();
    Ended all = explain();
    assertEquals(0, all.code(), all.err());
    assertEquals(250, all.lines().size());
    assertEquals(
        "{\"policy\":\"base\",\"regime\":\"base\",\"replicate\":0,"
            + "\"time\":\"2025-01-01T01:00:00Z\",\"agent\":\"first.main\","
            + "\"decision\":\"placement\",\"subject\":\"studios\",\"number\":1,"
            + "\"inputs\":{\"work\":0.5},\"options\":[{\"option\":\"1\",\"score\":1}],"
            + "\"choice\":\"1\",\"reason\":\"cheapest\"}",
        all.lines().get(1));
  }

  @Test
  void takesDaysAgentsAndALimit() throws IOException {
    sealed();
    List<String> two = explain("--from", "2025-01-03", "--to", "2025-01-05").lines();
    assertEquals(50, two.size());
    assertTrue(two.get(0).contains("\"time\":\"2025-01-03T00:00:00Z\""), two.get(0));
    assertTrue(two.get(49).contains("\"time\":\"2025-01-04T23:00:00Z\""), two.get(49));
    assertEquals(10, explain("--agent", "*.voter").lines().size());
    assertEquals(10, explain("--agent", "first.voter", "--policy", "base").lines().size());
    assertEquals(7, explain("--limit", "7", "--regime", "base", "--replicate", "0").lines().size());
    Ended nobody = explain("--agent", "main");
    assertEquals("", nobody.out());
    assertEquals(
        "No decision of main was logged. Agents: first.main, first.voter.\n", nobody.err());
    assertEquals(
        "No decision was logged between these days.\n", explain("--from", "2026-01-01").err());
    assertEquals("No decision of this replicate was logged.\n", explain("--replicate", "1").err());
  }

  @Test
  void showsNothingOfADamagedFile() throws IOException {
    sealed();
    Path file = folder.resolve("run/decisions.bin");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Ended damaged = explain();
    assertEquals(4, damaged.code());
    assertEquals("", damaged.out());
    assertEquals(
        file
            + " is damaged at block 1 of 1 of policy base, regime base, replicate 0: its checksum"
            + " does not hold. Maybe copy it again from where it came.\n",
        damaged.err());
  }

  @Test
  void refusesALogOfAnotherRun() throws IOException {
    withDecisions();
    Ended foreign = explain();
    assertEquals(4, foreign.code());
    assertTrue(foreign.err().contains("is not the one of this run"), foreign.err());
  }

  @Test
  void saysWhyThereIsNothing() {
    Ended none = explain();
    assertEquals(0, none.code());
    assertEquals("", none.out());
    assertEquals(
        "This run logged no decision: nothing in it decides in a way that is logged, or"
            + " run.decisions.rate is too low for it.\n",
        none.err());
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    sealed();
    for (String[] wrong :
        new String[][] {
          {"--policy", "bass"},
          {"--regime", "x"},
          {"--limit", "0"},
          {"--replicate", "-1"},
          {"--from", "2025-02-01", "--to", "2025-01-01"},
          {"--at", "2025-01-01"},
          {"--metric", "first.minedTotal"},
          {"--metric", "first.minedTotl", "--at", "2025-01-02"},
          {"--metric", "first.minedTotal", "--at", "2026-01-02"},
          {"--metric", "first.minedTotal", "--at", "2025-01-02", "--limit", "3"},
        }) {
      Ended refused = explain(wrong);
      assertEquals(2, refused.code(), String.join(" ", wrong));
      assertEquals("", refused.out());
    }
    assertEquals(
        "--policy bass: the run has none of this name. Maybe `base`.",
        explain("--policy", "bass").err().lines().findFirst().orElseThrow());
  }

  @Test
  void explainsAMetric() {
    Ended mined = explain("--metric", "first.minedTotal", "--at", "2025-01-05", "--replicate", "1");
    assertEquals(0, mined.code(), mined.err());
    assertTrue(mined.out().startsWith("first.minedTotal: "), mined.out());
    assertTrue(mined.out().contains("\n  unit: TOKEN\n  formula: "), mined.out());
    assertTrue(
        mined.out().contains("\n  at: 2025-01-05T00:00:00Z\n  base, base, replicate 1: "),
        mined.out());
  }

  /** The same jobs under every policy; whoever looks for the fastest names what was slower. */
  @Test
  void placementsAreToldWithWhatTheyWereChosenFrom() throws IOException {
    String run = folder.resolve("placed").toString();
    String text = Files.readString(Path.of("../../scenarios/service/allocation.yaml"));
    String often = "replicates: 2, start: 2025-01-01, horizon: 2 weeks, decisions: {rate: 5 %}";
    String all = "replicates: 8, start: 2025-01-01, horizon: 4 months";
    assertTrue(text.contains(all));
    Path file = folder.resolve("allocation.yaml");
    Files.writeString(file, text.substring(0, text.indexOf("\nmetrics:")).replace(all, often));
    assertEquals(0, depinsim("run", file.toString(), "--out", run, "--quiet").code());
    List<String> fastest = depinsim("explain", run, "--policy", "fastest").lines();
    List<String> random = depinsim("explain", run, "--policy", "random").lines();
    assertTrue(fastest.size() > 5, fastest.size() + " placements");
    assertEquals(numbers(fastest), numbers(random));
    assertTrue(
        fastest.stream().allMatch(l -> l.contains("\"agent\":\"net.main\"")), fastest.get(0));
    assertTrue(fastest.stream().anyMatch(l -> l.split("\"score\"").length > 3), fastest.get(0));
  }

  private static List<String> numbers(List<String> lines) {
    return lines.stream().map(l -> l.replaceAll(".*\"number\":(\\d+).*", "$1")).toList();
  }
}
