package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.scenario.Preset;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code new} writes: for every preset and shipped scenario, a short file that runs. */
final class NewCommandTest {
  private static final Path SCENARIOS = Path.of("../../scenarios").toAbsolutePath().normalize();

  @TempDir private Path folder;

  /** What a command left behind. */
  private record Ended(int code, String out, String err) {}

  private Ended depinsim(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Depinsim.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Ended(code, bare(out.toString()), bare(err.toString()));
  }

  private String bare(String text) {
    return text.replace(folder + "/", "").replace(System.lineSeparator(), "\n");
  }

  static Stream<String> presets() {
    return Catalogues.join().listPresets().stream().map(Preset::name);
  }

  /** Everything that is a scenario by itself, and no piece for others to extend. */
  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SCENARIOS)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && statesName(file))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean statesName(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.anyMatch(line -> line.startsWith("name: "));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aPresetMakesAShortFileThatRuns(String preset) throws Exception {
    Path file = folder.resolve("mine.yaml");
    Ended made = depinsim("new", "mine", "--preset", preset, "--out", file.toString());
    assertEquals(0, made.code(), made.err());
    Scenario scenario = read(file);
    assertEquals("mine", scenario.name());
    assertEquals(2, scenario.policies().size());
    assertFalse(scenario.charts().isEmpty());
    assertTrue(scenario.uncertainInputs().size() > 5, "inputs to sweep");
    runs(file);
    String findings = Files.readString(folder.resolve("run/findings.csv"));
    assertTrue(findings.contains(",holds,"), "a policy that changes nothing teaches nothing");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedScenarioMakesAShortFileThatRuns(Path parent) throws Exception {
    Path file = folder.resolve("mine.yaml");
    Ended made = depinsim("new", "mine", "--from", parent.toString(), "--out", file.toString());
    assertEquals(0, made.code(), made.err());
    Scenario scenario = read(file);
    assertEquals("mine", scenario.name());
    assertEquals(read(parent).policies(), scenario.policies());
    runs(file);
    uncommented(file, scenario);
  }

  /** The comments are the inputs as they are: with all of them uncommented nothing changes. */
  private void uncommented(Path file, Scenario scenario) throws IOException {
    Path open = folder.resolve("open.yaml");
    String text = Files.readString(file);
    boolean any =
        Pattern.compile("(?m)^#(assets|hardware|regions|providers|consumers|outside|networks):")
            .matcher(text)
            .find();
    assertEquals(any, !scenario.uncertainInputs().isEmpty(), "lists inputs if there are any");
    Files.writeString(open, text.replaceAll("(?m)^#( *[A-Za-z]\\w*:)", "$1"));
    assertEquals(values(scenario), values(read(open)));
  }

  private static List<String> values(Scenario scenario) {
    return scenario.uncertainInputs().stream()
        .map(
            input ->
                input.path() + " " + input.low().doubleValue() + " " + input.high().doubleValue())
        .toList();
  }

  private Scenario read(Path file) throws IOException {
    return new ScenarioReader(Catalogues.join()).read(file, List.of());
  }

  private void runs(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.size() <= NewCommand.LINES, lines.size() + " lines");
    assertTrue(
        lines.stream().allMatch(line -> bare(line).length() <= 150), "lines that fit a window");
    Ended validated = depinsim("validate", file.toString());
    assertEquals(0, validated.code(), validated.err());
    Path run = folder.resolve("run");
    Ended ran = depinsim("run", file.toString(), "--no-report", "--out", run.toString());
    assertEquals(0, ran.code(), ran.out() + ran.err());
  }

  @Test
  void saysWhatItWroteAndWhatToTryNext() throws Exception {
    String file = folder.resolve("mine.yaml").toString();
    Ended made = depinsim("new", "mine", "--out", file);
    long lines = Files.readAllLines(Path.of(file)).size();
    assertEquals(
        "Wrote mine.yaml: "
            + lines
            + " lines, extends preset:compute.\n"
            + "Next: ./depinsim validate mine.yaml\n"
            + "      ./depinsim run mine.yaml\n",
        made.out());
    assertEquals("", made.err());
  }

  @Test
  void replacesNothingUnlessForced() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "precious");
    Ended refused = depinsim("new", "mine", "--out", file.toString());
    assertEquals(2, refused.code());
    assertEquals(
        "mine.yaml: is there already. Maybe choose another NAME, --out or --force.\n"
            + "See depinsim new --help.\n",
        refused.err());
    assertEquals("precious", Files.readString(file));
    assertEquals(0, depinsim("new", "mine", "--force", "--out", file.toString()).code());
    assertTrue(Files.readString(file).contains("name: mine\n"));
  }

  @Test
  void aCopyMustNotReplaceWhatItExtends() throws Exception {
    Path parent = Files.writeString(folder.resolve("tiny.yaml"), CommandLineTest.TINY);
    Ended refused =
        depinsim("new", "tiny", "--force", "--from", parent.toString(), "--out", parent.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("must not extend itself"), refused.err());
    assertEquals(CommandLineTest.TINY, Files.readString(parent));
  }

  @Test
  void aCopyKeepsWhatIsShortAlready() throws Exception {
    Path parent = Files.writeString(folder.resolve("tiny one.yaml"), CommandLineTest.TINY);
    Path file = folder.resolve("sub/mine.yaml");
    Ended made = depinsim("new", "mine", "--from", parent.toString(), "--out", file.toString());
    assertEquals(0, made.code(), made.err());
    String text = Files.readString(file);
    assertTrue(text.contains("extends: '../tiny one.yaml'\n"), text);
    assertTrue(text.contains("run: {replicates: 2}\n"), text);
    assertFalse(text.contains("expect:"), text);
    runs(file);
  }

  @Test
  void namesAreThoseOfScenarios() {
    Ended refused =
        depinsim("new", "My Scenario.yaml", "--out", folder.resolve("x.yaml").toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("Maybe `my-scenario`."), refused.err());
    assertFalse(Files.exists(folder.resolve("x.yaml")));
  }

  @Test
  void unknownStartsAreRefusedWithTheNearest() {
    String out = folder.resolve("x.yaml").toString();
    Ended preset = depinsim("new", "x", "--preset", "compute-net", "--out", out);
    assertEquals(2, preset.code());
    assertEquals("compute-net: no such preset. Maybe one of: compute, storage.\n", preset.err());
    Ended both = depinsim("new", "x", "--preset", "compute", "--from", "y.yaml", "--out", out);
    assertEquals(2, both.code());
    assertTrue(both.err().startsWith("--preset and --from exclude each other"), both.err());
    Ended file = depinsim("new", "x", "--from", "no/such", "--out", out);
    assertEquals(4, file.code());
    assertEquals("no/such: no such file or shipped scenario.\n", file.err());
    assertFalse(Files.exists(Path.of(out)));
  }
}
