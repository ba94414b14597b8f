package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run repeated from its manifest, whole or changed. */
class ReproduceCommandTest {
  private static final String DRAWN =
      CommandLineTest.TINY.replace(
          "charts:",
          """
          metrics:
            first.minedTotal: {statistic: last, matters: 2 %}
          uncertainties:
            perDay: {path: networks.first.emission.fixed.perDay, uniform: [5 TOKEN, 20 TOKEN]}
          policies:
            size: {small: {}, large: {set: {providers.pair.capacity.first.constant.units: 9 units}}}
          charts:""");

  @TempDir Path folder;

  private Path run;

  private record Ended(int code, String out, String err) {}

  private Ended depinsim(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Depinsim.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(
        code, out.toString().replace(folder + "/", ""), err.toString().replace(folder + "/", ""));
  }

  private Ended reproduce(Path what) {
    return depinsim("reproduce", "--no-progress", what.toString());
  }

  @BeforeEach
  void run() throws IOException {
    Path scenario = Files.writeString(folder.resolve("tiny.yaml"), CommandLineTest.TINY);
    run = folder.resolve("run");
    Ended ended =
        depinsim("run", scenario.toString(), "--out", run.toString(), "--quiet", "--no-report");
    assertEquals(0, ended.code(), ended.err());
    Files.delete(scenario);
  }

  private void change(String from, String to) throws IOException {
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);
    assertTrue(text.contains(from), text);
    Files.writeString(manifest, text.replace(from, to));
  }

  @Test
  void needsTheManifestAlone() throws Exception {
    Path alone = Files.copy(run.resolve("manifest.json"), folder.resolve("archived.json"));
    for (Path what : new Path[] {run, run.resolve("manifest.json"), alone}) {
      Ended ended = reproduce(what);
      assertEquals(0, ended.code(), ended.err());
      assertEquals("tiny: reproduced; all 2 digests are equal.\n", ended.out());
    }
  }

  @Test
  void namesADigestThatWasChanged() throws Exception {
    String text = Files.readString(run.resolve("manifest.json"));
    int second = text.indexOf("\"replicate\" : 1");
    int digest = text.indexOf("\"digest\" : \"", second) + "\"digest\" : \"".length();
    String old = text.substring(digest, digest + 64);
    Files.writeString(
        run.resolve("manifest.json"),
        text.substring(0, digest) + "0".repeat(64) + text.substring(digest + 64));
    assertEquals(64, old.strip().length());
    Ended ended = reproduce(run);
    assertEquals(1, ended.code());
    assertTrue(
        ended
            .err()
            .startsWith(
                "tiny: 1 of 2 digests differ. The first: policy base, regime base, replicate 1.\n"
                    + "All values of series.csv are equal"),
        ended.err());
  }

  @Test
  void otherDecisionsAreToldEvenIfEveryDigestIsEqual() throws Exception {
    change("\"seal\" : \"\"", "\"seal\" : \"" + "0".repeat(64) + "\"");
    Ended ended = reproduce(run);
    assertEquals(1, ended.code());
    assertEquals("tiny: all 2 digests are equal, but other decisions were logged.\n", ended.err());
  }

  @Test
  void namesTheFirstValueThatDiffers() throws Exception {
    change("perDay: 10 TOKEN", "perDay: 11 TOKEN");
    Ended ended = reproduce(run);
    assertEquals(1, ended.code());
    assertTrue(ended.err().startsWith("tiny: 2 of 2 digests differ."), ended.err());
    // The emission expected differs before anything is minted, though minedTotal stands before it.
    assertTrue(
        ended
            .err()
            .contains(
                "The first value that differs: first.expectedMint at 2025-01-01T00:00:00Z,"
                    + " policy base, regime base, replicate 0: was 10, is 11."),
        ended.err());
    Files.delete(run.resolve("series.csv"));
    assertTrue(reproduce(run).err().contains("cannot be told without series.csv"));
  }

  @Test
  void tellsOfAnotherVersion() throws Exception {
    change("\"programVersion\" : \"", "\"programVersion\" : \"0.0.1-");
    Ended ended = reproduce(run);
    assertEquals(0, ended.code());
    assertTrue(ended.out().contains("It was run with version 0.0.1-"), ended.out());
    change("\"stateHashVersion\" : 1", "\"stateHashVersion\" : 0");
    change("perDay: 10 TOKEN", "perDay: 11 TOKEN");
    assertTrue(
        reproduce(run).err().startsWith("Digests cannot be equal: the run's are of version 0"));
  }

  @Test
  void refusesADamagedManifest() throws Exception {
    change("\"seed\" : 3", "\"seed\" : three");
    Ended ended = reproduce(run);
    assertEquals(4, ended.code());
    assertTrue(ended.err().matches("(?s)run/manifest.json:\\d+:\\d+: .*\\.\\s*"), ended.err());
    assertEquals(4, reproduce(folder.resolve("nothing")).code());
    assertEquals(4, reproduce(Files.createDirectory(folder.resolve("empty"))).code());
  }

  @Test
  void refusesAManifestWhoseScenarioIsNoneOrHasAnotherSeed() throws Exception {
    change("\"seed\" : 3", "\"seed\" : 4");
    Ended ended = reproduce(run);
    assertEquals(2, ended.code());
    assertTrue(ended.err().startsWith("seed: 4 is not the 3 of the manifest's own"), ended.err());
    change("depinsim: 1", "depinsim: 9");
    assertEquals(2, reproduce(run).code());
  }

  @Test
  void repeatsAComparisonWithItsDrawnInputs() throws Exception {
    Path scenario = Files.writeString(folder.resolve("drawn.yaml"), DRAWN);
    Path compared = folder.resolve("compared");
    Ended compare =
        depinsim(
            "compare",
            scenario.toString(),
            "--vary",
            "networks.first.emission.fixed.perDay=10 TOKEN,9 TOKEN",
            "--replicates",
            "3",
            "--out",
            compared.toString(),
            "--quiet",
            "--no-report");
    assertEquals(0, compare.code(), compare.err());
    Ended ended = reproduce(compared);
    assertEquals(0, ended.code(), ended.err());
    assertEquals("tiny: reproduced; all 12 digests are equal.\n", ended.out());
  }
}
