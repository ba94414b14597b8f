package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} as a user meets it, on a short economy. */
class CompareCommandTest {
  private static final String TEXT =
      """
      depinsim: 1
      extends: preset:compute
      name: small-comparison
      question: Does a lower price serve more?
      run: {seed: 3, replicates: 6, start: 2025-01-01, horizon: 8 months, measure: 1 month}
      policies:
        price:
          now: {}
          lower: {set: {compute.pricing.posted.price: 0.2 USD/unit}}
      uncertainties:
        users: {path: consumers.users.potential}
        cloud: {path: outside.cloud.price}
      metrics:
        compute.served: {better: higher, matters: 1 %}
      """;

  @TempDir Path folder;
  private Path file;
  private Path out;
  private String said = "";
  private String told = "";

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("small.yaml"), TEXT);
    out = folder.resolve("out");
  }

  private int compare(String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", file.toString()));
    arguments.addAll(List.of("--no-report", "--no-progress", "--out", out.toString()));
    arguments.addAll(List.of(more));
    StringWriter standard = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        Depinsim.execute(
            arguments.toArray(String[]::new),
            new PrintWriter(standard, true),
            new PrintWriter(errors, true));
    said = standard.toString();
    told = errors.toString();
    return code;
  }

  private ComparisonRecord comparison() {
    try (RunDirectory run = RunDirectory.open(out)) {
      return run.comparison().orElseThrow();
    }
  }

  @Test
  void endsWithASentenceForTheQuestionAndWhereTheResultsAre() {
    assertEquals(0, compare());
    List<String> lines = said.lines().toList();
    assertEquals("small-comparison: Does a lower price serve more?", lines.get(0));
    assertTrue(said.contains("compute.served"), said);
    assertTrue(said.contains("lower"), said);
    assertTrue(said.contains("Results: " + out), said);
    assertTrue(lines.get(lines.size() - 1).startsWith("Next: "), said);
    assertEquals("", told);
    assertEquals(1, comparison().best().stream().filter(row -> row.policy().equals("now")).count());
    assertEquals(6, comparison().variance().get(0).pairs());
    assertEquals(2, comparison().inputs().size());
  }

  @Test
  void policiesCanBeMadeOnTheCommandLine() {
    assertEquals(0, compare("--vary", "outside.cloud.reliability=99.9 %,95 %", "--stated-inputs"));
    assertEquals(
        List.of("now/95 %", "lower/99.9 %", "lower/95 %"),
        comparison().rows().stream()
            .filter(row -> row.question().equals("compute.served"))
            .map(row -> row.policy())
            .toList());
    assertTrue(comparison().inputs().isEmpty(), "inputs were not drawn");
  }

  /** Whoever sets an uncertain input knows it: it is drawn no more, and the run can be repeated. */
  @Test
  void anInputThatIsSetIsNotDrawn() {
    assertEquals(0, compare("--set", "outside.cloud.price=0.7 USD/unit"));
    assertEquals(List.of("users"), comparison().inputs().stream().map(row -> row.input()).toList());
    assertEquals(
        0, compare("--set", "outside.cloud={price: 0.7 USD/unit, trend: 0 %/year}", "--restart"));
    assertEquals(List.of("users"), comparison().inputs().stream().map(row -> row.input()).toList());
    StringWriter heard = new StringWriter();
    String[] again = {"reproduce", out.toString(), "--no-progress"};
    PrintWriter all = new PrintWriter(heard, true);
    assertEquals(0, Depinsim.execute(again, all, all), heard::toString);
  }

  @Test
  void aPrecisionAddsReplicatesUpToTheMostAllowed() {
    assertEquals(0, compare("--precision", "0.001 %", "--replicates", "4..32"));
    assertEquals(32, comparison().rows().get(0).replicates());
  }

  @Test
  void theBestPolicyIsSelected() {
    assertEquals(0, compare("--best", "compute.served"));
    assertEquals(1, comparison().best().stream().filter(row -> row.selected()).count());
    assertEquals(0, compare("--best", "compute.served", "--replicates", "4..9", "--restart"));
    assertEquals(0, comparison().best().stream().filter(row -> row.selected()).count());
  }

  @Test
  void theMapHasARowForEveryPointAndPolicy() {
    assertEquals(0, compare("--map", "users,cloud,2"));
    assertEquals(2 * 2 * 2, comparison().map().size());
  }

  @Test
  void mistakesAreToldInASentence() {
    mistake("--precision", "-1 %", "--precision -1 %: must be a percentage above 0");
    mistake("--precision", "0", "--precision 0: must be a percentage above 0");
    mistake("--replicates", "x", "--replicates x: must be a number, or two as in 30..2000.");
    mistake("--replicates", "9..3", "--replicates: at most 3: must be at least the 9");
    mistake("--replicates", "1", "compare takes two replicates at least, and --replicates says 1");
    mistake("--map", "users", "--map users: takes two different uncertainties");
    mistake("--map", "users,users", "--map users,users: takes two different");
    mistake("--map", "users,card", "--map card: no uncertain input of this scenario");
    mistake("--best", "nothing", "--best nothing: no question that this run answers");
    mistake("--policy", "high", "--policy high: no such policy");
    mistake("--policy", "now", "compare takes two policies at least");
    mistake("--vary", "outside.cloud.reliability=1 %", "needs at least two values");
    mistake("--vary", "nowhere=1,2", "no such path in the scenario");
  }

  private void mistake(String option, String value, String sentence) {
    assertEquals(2, compare(option, value), () -> option + " " + value + ": " + said);
    assertTrue(told.contains(sentence), told);
    assertFalse(Files.exists(out.resolve("manifest.json")));
  }
}
