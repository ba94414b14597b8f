package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder of bad files, each made from {@code small.yaml} by some mistake, and beside each what
 * {@code validate} says about it. {@code -Ddepinsim.golden.update=true} writes the texts anew, then
 * fails once: read them as a newcomer would.
 */
class RefusedScenariosTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path FOLDER = RESOURCES.resolve("refused");

  @TempDir Path made;

  /** What a command left behind, paths relative to the folder of bad files. */
  private record Ended(int code, String out, String err) {}

  private static Ended validate(Path... files) {
    return command("validate", files);
  }

  private static Ended command(String name, Path... files) {
    List<String> arguments = new ArrayList<>(List.of(name));
    Stream.of(files).forEach(file -> arguments.add(file.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Depinsim.execute(
            arguments.toArray(String[]::new),
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    return new Ended(code, out.toString(), problems(err.toString()));
  }

  /** What is wrong; not which command to try next. */
  private static String problems(String err) {
    return err.replace(System.lineSeparator(), "\n")
        .replace(FOLDER + "/", "")
        .replace(RESOURCES + "/", "../")
        .lines()
        .filter(line -> !line.startsWith("Next: "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<Path> bad() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().matches(".*\\.(yaml|json)")).sorted().toList();
    }
  }

  private static Path told(Path file) {
    return file.resolveSibling(file.getFileName().toString().replaceAll("\\.(yaml|json)$", ".txt"));
  }

  @Test
  void theScenarioAllAreMadeFromIsGood() {
    Ended ended = validate(RESOURCES.resolve("small.yaml"));
    assertEquals(0, ended.code(), ended.err());
  }

  @Test
  void everyMistakeIsToldAsRecorded() throws IOException {
    List<Path> files = bad();
    assertTrue(files.size() >= 75, files.size() + " bad files");
    List<Executable> checks = new ArrayList<>();
    for (Path file : files) {
      Ended ended = validate(file);
      if (Boolean.getBoolean("depinsim.golden.update")) {
        Files.writeString(told(file), ended.err());
      }
      String wanted = Files.readString(told(file));
      checks.add(() -> assertEquals(wanted, ended.err(), file.toString()));
      checks.add(() -> assertEquals(2, ended.code(), file.toString()));
      checks.add(() -> assertEquals("", ended.out(), file.toString()));
    }
    assertAll(checks);
    assertFalse(Boolean.getBoolean("depinsim.golden.update"), "written anew: read and commit them");
  }

  @Test
  void everyProblemSaysWhereAndIsASentence() throws IOException {
    for (Path file : bad()) {
      List<String> lines = Files.readAllLines(told(file));
      for (String line : lines) {
        boolean count = line.matches("\\d+ problems( in \\d+ files)?\\.");
        assertTrue(
            count || line.matches("[^:]+\\.(yaml|json):\\d+:\\d+: .*\\."),
            told(file) + ": " + line);
      }
      assertEquals(lines.size(), lines.stream().distinct().count(), file + ": told twice");
    }
  }

  @Test
  void severalFilesAreAllToldOfAndCounted() {
    Ended ended =
        validate(
            FOLDER.resolve("001-unknown-key-at-the-top.yaml"),
            FOLDER.resolve("nowhere.yaml"),
            RESOURCES.resolve("small.yaml"),
            FOLDER.resolve("002-unknown-key-in-run.yaml"));
    assertEquals(4, ended.code());
    assertTrue(ended.out().contains("small.yaml: valid"), ended.out());
    assertEquals(4, ended.err().lines().count(), ended.err());
    assertTrue(ended.err().endsWith("\n3 problems in 3 files.\n"), ended.err());
  }

  @Test
  void otherCommandsTellTheSame() {
    Path bad = FOLDER.resolve("114-dangling-metrics.yaml");
    Path worse = FOLDER.resolve("186-many-a-first-try.yaml");
    Ended validate = validate(bad, worse);
    assertEquals(validate, command("run", bad, worse));
    assertEquals(validate(worse), command("sweep", worse));
  }

  @Test
  void filesThatAreNoTextAreRefusedInASentence() throws IOException {
    refused(new byte[] {'a', ':', ' ', 0, 1, 2}, "1:4: a control character (U+0000) stands here.");
    refused("a: \u0007".getBytes(StandardCharsets.UTF_8), "1:4: a control character (U+0007)");
    refused("depinsim: 1\n".getBytes(StandardCharsets.UTF_16), "1:1: the file is UTF-16");
    refused("depinsim: 1\n".getBytes(StandardCharsets.UTF_16LE), "1:1: the file is UTF-16");
    refused(
        "a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1), "2:1: this line holds bytes that");
    refused(" \n\t\n".getBytes(StandardCharsets.UTF_8), "1:1: the file is empty.");
    byte[] line = "a: ".repeat(400_000).getBytes(StandardCharsets.UTF_8);
    refused(line, "1:1: a line must not be longer than 1000000 characters.");
    refused(new byte[10_000_001], "1:1: the file has 10.0 MB, and at most 10 MB are read.");
  }

  private void refused(byte[] bytes, String sentence) throws IOException {
    Path file = Files.write(made.resolve("bad.yaml"), bytes);
    Ended ended = validate(file);
    assertEquals(2, ended.code(), ended.err());
    assertTrue(ended.err().startsWith(file + ":" + sentence), ended.err());
    assertEquals(1, ended.err().lines().count(), ended.err());
  }

  @Test
  void aFolderAndAMissingFileAreTroubleWithFiles() {
    Ended folder = validate(made);
    assertEquals(4, folder.code());
    assertEquals(made + ": this is a folder, but a file is needed.\n", folder.err());
    Ended missing = validate(made.resolve("nowhere.yaml"));
    assertEquals(4, missing.code());
    assertEquals(made.resolve("nowhere.yaml") + ": no such file.\n", missing.err());
  }

  @Test
  void aliasesThatWouldExplodeCostNothing() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (Path file : bad()) {
            if (file.toString().contains("exploding")) {
              assertEquals(2, validate(file).code());
            }
          }
        });
  }
}
