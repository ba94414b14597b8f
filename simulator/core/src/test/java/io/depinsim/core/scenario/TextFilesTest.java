package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of text that a scenario names. */
class TextFilesTest {
  @TempDir Path folder;
  private final Problems problems = new Problems();
  private ScenarioFiles files;

  @BeforeEach
  void writeTraces() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("jobs.csv"), "time\n1\n2\n");
    Files.writeString(folder.resolve("lib/jobs.csv"), "time\r\n7\r\n");
    files = new ScenarioFiles(ToyRows.catalogue(), problems);
  }

  private Optional<ConfigMap> load(String yaml) throws IOException {
    return files.load(Files.writeString(folder.resolve("top.yaml"), yaml));
  }

  private String resolved(String yaml) throws IOException {
    String text = ConfigWriter.write(load(yaml).orElseThrow());
    problems.throwIfAny();
    return text;
  }

  @Test
  void standInThePlaceOfTheirName() throws IOException {
    String text = resolved("a: {arrivals: {trace: {file: jobs.csv}}, trace: {file: b.csv}}\n");
    assertEquals(
        "a:\n  arrivals:\n    trace:\n      csv: \"time\\n1\\n2\\n\"\n  trace:\n    file: b.csv\n",
        text);
    assertEquals(text, resolved(text), "read again, nothing is left to do");
  }

  @Test
  void areFoundBesideTheFileThatNamesThem() throws IOException {
    Files.writeString(
        folder.resolve("lib/base.yaml"), "a: {arrivals: {trace: {file: jobs.csv}}}\nb: 1\n");
    assertEquals(
        "a:\n  arrivals:\n    trace:\n      csv: \"time\\n7\\n\"\nb: 1\n",
        resolved("extends: lib/base.yaml\n"));
    assertEquals(
        List.of("top.yaml", "base.yaml", "jobs.csv"),
        files.sources().stream().map(each -> each.path().getFileName().toString()).toList());
    assertNotEquals(files.sources().get(1).sha256(), files.sources().get(2).sha256());
    assertEquals(
        "a:\n  arrivals:\n    trace:\n      csv: \"time\\n1\\n2\\n\"\nb: 1\n",
        resolved("extends: lib/base.yaml\na: {arrivals: {trace: {file: jobs.csv}}}\n"));
  }

  @Test
  void canBeNamedByPathsOfLevelsAndCarryEvidence() throws IOException {
    assertEquals(
        "levels:\n  - a.arrivals.trace.csv: \"time\\n1\\n2\\n\"\n",
        resolved("levels: [{a.arrivals.trace.file: jobs.csv}]\n"));
    assertEquals(
        "arrivals:\n  trace:\n    csv:\n      value: \"time\\n1\\n2\\n\"\n"
            + "      grade: documented\n      source: a log\n",
        resolved(
            "arrivals: {trace: {file:"
                + " {value: jobs.csv, grade: documented, source: a log}}}\n"));
  }

  private String refused(String name) throws IOException {
    assertTrue(load("arrivals: {trace: {file: " + name + "}}\n").isPresent());
    return problems.sorted(files.names()).stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("nothing");
  }

  @Test
  void areRefusedWhereTheyAreNamedIfTheyAreMissing() throws IOException {
    assertEquals(
        "top.yaml:1:26: arrivals.trace.file: job.csv: no such file. Maybe `jobs.csv`.",
        refused("job.csv"));
  }

  @Test
  void areRefusedIfTheyAreFolders() throws IOException {
    assertEquals(
        "top.yaml:1:26: arrivals.trace.file: lib: this is a folder, but a file is needed.",
        refused("lib"));
  }

  @Test
  void areRefusedIfTheNameIsNoText() throws IOException {
    assertEquals(
        "top.yaml:1:26: arrivals.trace.file: 7: must be the path of a file.", refused("7"));
  }

  @Test
  void areRefusedIfTheyAreNoText() throws IOException {
    Files.write(folder.resolve("jobs.csv"), "t\u00e4g\n".getBytes(StandardCharsets.ISO_8859_1));
    String told = refused("jobs.csv");
    assertTrue(
        told.startsWith(
            "top.yaml:1:26: arrivals.trace.file: jobs.csv: this file cannot be read."
                + " Maybe its own problem helps.\njobs.csv:1:1: "),
        told);
  }

  @Test
  void areRefusedIfTheyAreTooLarge() throws IOException {
    Files.write(folder.resolve("jobs.csv"), new byte[5_000_001]);
    assertEquals(
        "top.yaml:1:26: arrivals.trace.file: jobs.csv: the file is too large; at most 5 MB are"
            + " read.",
        refused("jobs.csv"));
  }

  record Picky(String csv) {
    Picky {
      throw new IllegalArgumentException("csv: line 2: `1` must be 2. Maybe a slip.");
    }
  }

  record Block(Picky trace) {}

  record Root(Block arrivals) {}

  @Test
  void areNamedWhereARuleRefusesALine() throws IOException {
    ConfigMap root = load("arrivals: {trace: {file: jobs.csv}}\n").orElseThrow();
    new RecordBinder(ToyRows.catalogue(), problems, ScenarioReader.words(root), false)
        .bind(root, Root.class, "");
    assertEquals(
        folder.resolve("jobs.csv")
            + ": arrivals.trace.csv: time 1 2: line 2: `1` must be 2. Maybe a slip.",
        problems.list().get(0).toString());
  }
}
