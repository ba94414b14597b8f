package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.depinsim.core.scenario.FieldReference;
import io.depinsim.core.scenario.ScenarioSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Generated documents are what the catalogue says today. {@code -Ddepinsim.golden.update=true}
 * rewrites them and then fails once.
 */
class DocumentationTest {
  private static final Path SCENARIOS = Path.of("../../scenarios");
  private static final String BEGIN = "<!-- generated: fields -->\n";
  private static final String END = "<!-- end of fields -->\n";

  @Test
  void theSchemaIsCurrent() throws IOException {
    String text = new ScenarioSchema(Catalogues.join()).text();
    same(SCENARIOS.resolve("depinsim.schema.json"), text);
    assertEquals(text, new ScenarioSchema(Catalogues.join()).text(), "not the same twice");
  }

  @Test
  void theFieldReferenceIsCurrent() throws IOException {
    Path file = SCENARIOS.resolve("README.md");
    String page = Files.readString(file);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    assertTrue(begin >= 0 && end > begin, "the markers of the field reference are missing");
    String reference = new FieldReference(Catalogues.join()).markdown();
    same(
        file,
        page.substring(0, begin + BEGIN.length()) + "\n" + reference + "\n" + page.substring(end));
  }

  @Test
  void everyFieldSaysWhatItMeans() {
    String reference = new FieldReference(Catalogues.join()).markdown();
    reference
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> assertTrue(!line.endsWith("| |"), "no meaning: " + line));
  }

  @Test
  void rangesAreStatedOnce() {
    new FieldReference(Catalogues.join())
        .markdown()
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("(?<!\\\\)\\|"))
        .filter(cells -> !cells[4].isBlank())
        .forEach(cells -> assertFalse(cells[6].matches(".*[≥≤].*"), cells[1] + cells[6]));
  }

  private static void same(Path file, String text) throws IOException {
    String stored = Files.exists(file) ? Files.readString(file) : "";
    if (stored.equals(text)) {
      return;
    }
    if (Boolean.getBoolean("depinsim.golden.update")) {
      Files.writeString(file, text);
      fail(file.getFileName() + " was stale and has been rewritten; run again.");
    }
    fail(
        file.getFileName()
            + " is stale: it is generated from the catalogue. Run this test with"
            + " -Ddepinsim.golden.update=true and commit what it writes.");
  }
}
