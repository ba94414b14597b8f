package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir Path temporary;
  private Path run;

  @BeforeEach
  void chooseAFolder() {
    run = temporary.resolve("results/run 1");
  }

  private static void writeSample(Path path) {
    try (RunDirectory directory = RunDirectory.create(path)) {
      directory.writeScenario("depinsim: 1\nname: ä\n");
      directory.writeSeries(Samples.series());
      directory.writeSummary(Samples.summary());
      directory.writeExpectations(Samples.expectations());
      directory.writeFindings(Samples.findings());
      directory.write("charts/supply.svg", out -> out.write("<svg/>"));
      directory.writeManifest(Samples.manifest());
    }
  }

  @Test
  void readsBackWhatWasWritten() {
    writeSample(run);
    try (RunDirectory directory = RunDirectory.open(run)) {
      assertEquals(Samples.manifest(), directory.manifest());
      assertEquals(
          List.copyOf(Samples.manifest().invariants().keySet()),
          List.copyOf(directory.manifest().invariants().keySet()));
      assertEquals("depinsim: 1\nname: ä\n", directory.scenarioText());
      assertEquals(Samples.summary(), directory.summary());
      assertEquals(Samples.expectations(), directory.expectations());
      assertEquals(Samples.findings(), directory.findings());
      assertSameSeries(Samples.series(), directory.series());
    }
  }

  private static void assertSameSeries(SeriesTable expected, SeriesTable found) {
    assertEquals(expected.policies(), found.policies());
    assertEquals(expected.regimes(), found.regimes());
    assertEquals(expected.metrics(), found.metrics());
    assertEquals(expected.replicates(), found.replicates());
    assertEquals(expected.times(), found.times());
    for (String policy : expected.policies()) {
      for (String regime : expected.regimes()) {
        for (String metric : expected.metrics()) {
          for (int k = 0; k < expected.replicates(); k++) {
            assertArrayEquals(
                expected.values(policy, regime, metric, k),
                found.values(policy, regime, metric, k));
          }
        }
      }
    }
  }

  @Test
  void twoWritesGiveTheSameBytes() throws IOException {
    writeSample(run);
    Path second = temporary.resolve("second");
    writeSample(second);
    for (String name :
        List.of("series.csv", "summary.csv", "expectations.csv", "findings.csv", "manifest.json")) {
      assertEquals(-1, Files.mismatch(run.resolve(name), second.resolve(name)), name);
    }
    Path third = temporary.resolve("third");
    try (RunDirectory source = RunDirectory.open(run);
        RunDirectory copy = RunDirectory.create(third)) {
      copy.writeSeries(source.series());
      copy.writeSummary(source.summary());
      copy.writeExpectations(source.expectations());
      copy.writeFindings(source.findings());
      copy.writeManifest(source.manifest());
    }
    for (String name :
        List.of("series.csv", "summary.csv", "expectations.csv", "findings.csv", "manifest.json")) {
      assertEquals(-1, Files.mismatch(run.resolve(name), third.resolve(name)), name);
    }
  }

  @Test
  void tablesHaveThePublishedHeadersAndRows() throws IOException {
    writeSample(run);
    List<String> series = Files.readAllLines(run.resolve("series.csv"));
    assertEquals("policy,regime,replicate,time,metric,value", series.get(0));
    assertEquals("posted,calm,0,2020-10-15T00:00:00Z,filecoin.minted,1", series.get(1));
    assertEquals("posted,calm,0,2020-10-15T00:00:00Z,filecoin.burned,2", series.get(2));
    assertEquals(
        "posted,calm,0,2020-10-16T00:00:00Z,filecoin.minted,0.3333333333333333", series.get(3));
    assertEquals(
        "\"half, \"\"quoted\"\"\",crash,1,2020-10-17T12:30:00.000001Z,filecoin.burned,1.6E-8",
        series.get(48));
    assertEquals(49, series.size());
    assertEquals(
        """
        policy,regime,metric,unit,statistic,mean,sd,ci95_low,ci95_high,replicates
        posted,calm,filecoin.minted,FIL,last,0.3333333333333333,,,,1
        posted,crash,filecoin.minted,FIL,mean,2,0.5,1.25,2.75,2
        """,
        Files.readString(run.resolve("summary.csv")));
    assertEquals(
        """
        name,basis,metric,statistic,history,from,to,value,low,high,outcome,policy,regime,across
        "cumulative mint, held out",predicted,filecoin.minted,worstError,minted,2021-07-01,2024-12-31,-0.012,-0.03,0.03,passed,half,crash,median
        burn,input,filecoin.burned,last,,2021-07-01,2024-12-31,40000000,,,reported,plan,calm,each
        """,
        Files.readString(run.resolve("expectations.csv")));
    assertEquals(
        """
        finding,claim,regime,policy_from,policy_to,metric,statistic,mean_effect,sd,ci95_low,ci95_high,limit_direction,limit,share_holding,replicates,verdict,unit,relative,source
        burnFalls,"Half, at half the price, ""burns"" less.",calm,posted,"half, ""quoted""\",filecoin.burned,mean,-0.25,0.125,-0.5,-0.0625,below,0,1,2,holds,1,true,"Paper, section 4"
        mintGrows,Minting grows.,crash,,posted,filecoin.minted,growth,,,,,above,0.5,0.5,2,undecided,1,false,
        """,
        Files.readString(run.resolve("findings.csv")));
  }

  @Test
  void aWriterThatFailsHalfWayLeavesNothing() throws IOException {
    try (RunDirectory directory = RunDirectory.create(run)) {
      String half = "x".repeat(100_000);
      assertThrows(
          IllegalStateException.class,
          () ->
              directory.write(
                  "report.html",
                  out -> {
                    out.write(half);
                    out.flush();
                    throw new IllegalStateException("half way");
                  }));
      RunDirectoryException full =
          assertThrows(
              RunDirectoryException.class,
              () ->
                  directory.write(
                      "charts/a.svg",
                      out -> {
                        out.write(half);
                        throw new IOException("No space left on device");
                      }));
      assertEquals(
          "Cannot write " + run.resolve("charts/a.svg") + ": No space left on device.",
          full.getMessage());
    }
    assertEquals(List.of(".depinsim-run", "charts"), files(run));
    assertEquals(List.of(), files(run.resolve("charts")));
  }

  @Test
  void aFailedWriteKeepsTheOldFile() throws IOException {
    try (RunDirectory directory = RunDirectory.create(run)) {
      directory.writeScenario("old");
      assertThrows(
          RunDirectoryException.class,
          () ->
              directory.write(
                  "scenario.yaml",
                  out -> {
                    throw new IOException("gone");
                  }));
      assertEquals("old", directory.scenarioText());
      directory.writeScenario("new");
      assertEquals("new", directory.scenarioText());
    }
    assertEquals(List.of(".depinsim-run", "scenario.yaml"), files(run));
  }

  @Test
  void aSecondWriterIsRefusedUntilTheFirstIsDone() {
    try (RunDirectory first = RunDirectory.create(run)) {
      String message =
          assertThrows(RunDirectoryException.class, () -> RunDirectory.create(run)).getMessage();
      assertTrue(message.contains("is being written by another run (process "), message);
      first.writeManifest(Samples.manifest());
      RunDirectory reader = RunDirectory.open(run);
      assertEquals(Samples.manifest(), reader.manifest());
      assertThrows(RunDirectoryException.class, () -> reader.writeScenario("x"));
    }
    try (RunDirectory redraw = RunDirectory.open(run)) {
      redraw.writeScenario("x");
      assertThrows(RunDirectoryException.class, () -> RunDirectory.create(run));
    }
    RunDirectory.create(run).close();
  }

  @Test
  void aWriterThatWasKilledBlocksNobody() throws IOException {
    writeSample(run);
    Files.writeString(run.resolve(WriterLock.HOLDER), "process 1, started long ago");
    Files.writeString(run.resolve(".part-series.csv"), "half");
    Files.writeString(run.resolve("charts/.part-a.svg"), "half");
    begin(run);
    assertEquals(List.of(".depinsim-run", "charts"), files(run));
    assertEquals(List.of(), files(run.resolve("charts")));
  }

  @Test
  void aNewRunRemovesTheOldOneAndNothingElse() throws IOException {
    writeSample(run);
    Files.writeString(run.resolve("notes.txt"), "mine");
    Files.writeString(run.resolve("charts/notes.txt"), "mine");
    RunDirectory.create(run).close();
    assertTrue(files(run).contains("manifest.json"), "old results stay until there are new ones");
    begin(run);
    assertEquals(List.of(".depinsim-run", "charts", "notes.txt"), files(run));
    assertEquals(List.of("notes.txt"), files(run.resolve("charts")));
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws IOException {
    Files.createDirectories(run);
    Files.writeString(run.resolve("thesis.tex"), "dear");
    String message =
        assertThrows(RunDirectoryException.class, () -> RunDirectory.create(run)).getMessage();
    assertTrue(message.contains("not empty and not a run directory; it holds thesis.tex"), message);
    Files.move(run.resolve("thesis.tex"), run.resolve("manifest.json"));
    assertThrows(RunDirectoryException.class, () -> RunDirectory.create(run));
    assertEquals(List.of("manifest.json"), files(run));
  }

  @Test
  void takesACopiedRunDirectoryWithoutItsMarker() throws IOException {
    writeSample(run);
    Files.delete(run.resolve(WriterLock.MARKER));
    begin(run);
    assertFalse(Files.exists(run.resolve("manifest.json")));
  }

  /** A new run that is ready to write its results. */
  private static void begin(Path run) {
    try (RunDirectory directory = RunDirectory.create(run)) {
      directory.replaceEarlier();
    }
  }

  @Test
  void saysWhyAFolderCannotBeMade() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    String below =
        assertThrows(RunDirectoryException.class, () -> RunDirectory.create(file.resolve("run")))
            .getMessage();
    assertTrue(below.startsWith("Cannot make the folder " + file.resolve("run")), below);
    String itself =
        assertThrows(RunDirectoryException.class, () -> RunDirectory.create(file)).getMessage();
    assertTrue(itself.contains("a file stands where a folder is needed"), itself);
  }

  @Test
  void writesNothingOutsideItself() {
    try (RunDirectory directory = RunDirectory.create(run)) {
      for (String name : List.of("../x", "/x", "", ".", "charts/../../x")) {
        assertThrows(
            IllegalArgumentException.class, () -> directory.write(name, new byte[1]), name);
      }
    }
    assertFalse(Files.exists(run.resolveSibling("x")));
  }

  @Test
  void openingAnUnfinishedRunSaysSo() {
    RunDirectory.create(run).close();
    String message =
        assertThrows(RunDirectoryException.class, () -> RunDirectory.open(run)).getMessage();
    assertTrue(message.contains("holds no manifest.json"), message);
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> content = Files.list(folder)) {
      content.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
    }
    return names;
  }
}
