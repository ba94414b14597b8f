package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where memory or the room on a disk does not suffice. */
class ResourcesTest {
  private static final Path SMALL = Path.of("src/test/resources/small.yaml").toAbsolutePath();

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  /** A disk that is full from the start, as /dev/full. */
  private static PrintWriter full() {
    return new PrintWriter(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        },
        true);
  }

  private int onto(PrintWriter out, String... arguments) {
    return Depinsim.execute(arguments, out, new PrintWriter(err, true));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), "extends: " + SMALL + "\n" + text);
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() {
    String out = folder.resolve("run").toString();
    assertEquals(4, onto(full(), "validate", SMALL.toString()));
    assertEquals(4, onto(full(), "list", "kinds"));
    assertEquals(4, onto(full(), "--version"));
    assertEquals(
        4, onto(full(), "run", SMALL.toString(), "--no-report", "--no-progress", "--out", out));
    String[] lines = err.toString().split("\\R");
    assertEquals(4, lines.length, err::toString);
    for (String line : lines) {
      assertTrue(line.matches("Standard output could not be written, .*\\."), line);
    }
  }

  @Test
  void aMistakeStaysTheMistakeWhateverBecomesOfTheOutput() throws IOException {
    Path bad = file("bad.yaml", "nonsense: 1\n");
    assertEquals(2, onto(full(), "validate", SMALL.toString(), bad.toString()));
  }

  @Test
  void whatFillsMemoryIsCheckedWithoutBeingBuilt() throws IOException {
    Path large =
        file(
            "large.yaml",
            "providers: {gamers: {potential: 67108864}, farmers: {potential: 67108864}}\n"
                + "consumers: {studios: {potential: 1e9 users, rows: 67108864}}\n"
                + "run: {horizon: 11 days, measure: 1 second}\n");
    StringWriter out = new StringWriter();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> assertEquals(0, onto(new PrintWriter(out, true), "validate", large.toString())));
    assertTrue(out.toString().contains("large.yaml: valid"), err::toString);
  }

  @Test
  void aFileThatFillsMemoryIsNamedAndTheNextOneRead() {
    Refusals refusals = new Refusals(new PrintWriter(err, true));
    Path file = Path.of("large.yaml");
    assertTrue(
        refusals
            .read(
                file,
                path -> {
                  throw new OutOfMemoryError("planted");
                })
            .isEmpty());
    assertTrue(err.toString().startsWith("large.yaml: out of memory. Maybe "), err::toString);
    assertEquals(ExitCodes.INPUT_OUTPUT, refusals.end());
  }
}
