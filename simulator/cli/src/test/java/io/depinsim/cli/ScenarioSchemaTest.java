package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.depinsim.core.scenario.ScenarioSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema of scenario files, as an editor's validator sees it. */
class ScenarioSchemaTest {
  private static final Path SCENARIOS = Path.of("../../scenarios");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new ScenarioSchema(Catalogues.join()).text());

  private Set<ValidationMessage> problems(Path file) throws IOException {
    return schema.validate(tree(file));
  }

  private static JsonNode tree(Path file) throws IOException {
    return YAML.readTree(file.toFile());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void acceptsEveryShippedScenario() throws IOException {
    List<Path> shipped = files(SCENARIOS);
    assertTrue(shipped.size() > 12, shipped::toString);
    for (Path file : shipped) {
      assertEquals(Set.of(), problems(file), file.toString());
      String first = Files.readAllLines(file).get(0);
      assertEquals("# yaml-language-server: $schema=../depinsim.schema.json", first, "" + file);
    }
  }

  @Test
  void refusesWhatAnEditorShouldUnderline() throws IOException {
    String text = Files.readString(SCENARIOS.resolve("examples/two-networks.yaml"));
    List<String> accepted = new ArrayList<>();
    for (String[] change :
        List.of(
            new String[] {"name: two-networks", "nmae: two-networks"},
            new String[] {"horizon: 12 months", "horizon: 12 monhts"},
            new String[] {"replicates: 4", "replicates: four"},
            new String[] {"start: 2025-01-01", "start: January"},
            new String[] {"kind: fleet", "kind: flete"})) {
      String broken = text.replace(change[0], change[1]);
      assertFalse(broken.equals(text), change[0]);
      if (schema.validate(YAML.readTree(broken)).isEmpty()) {
        accepted.add(change[1]);
      }
    }
    assertEquals(List.of(), accepted);
  }

  /**
   * A schema sees one file by itself: no names that lead nowhere, no files that are extended, no
   * values that only go wrong together. What it cannot see is listed, so that the list grows only
   * on purpose; {@code -Ddepinsim.golden.update=true} rewrites it and fails once.
   */
  @Test
  void refusesTheBadFilesSaveThoseThatItCannotSee() throws IOException {
    Path folder = Path.of("src/test/resources");
    List<String> unseen = new ArrayList<>();
    int refused = 0;
    for (Path file : files(folder.resolve("refused"))) {
      try {
        if (problems(file).isEmpty()) {
          unseen.add(file.getFileName().toString());
        } else {
          refused++;
        }
      } catch (JsonProcessingException e) {
        // It does not parse; the editor says so without any schema.
      }
    }
    assertTrue(refused >= 60, refused + " refused");
    Path list = folder.resolve("unseen-by-schema.txt");
    String text = String.join("\n", unseen) + "\n";
    if (Boolean.getBoolean("depinsim.golden.update")) {
      Files.writeString(list, text);
      fail(list + " has been rewritten; run again.");
    }
    assertEquals(Files.readString(list), text);
  }

  @Test
  void everyKeyAndKindHasAHoverText() {
    Set<String> silent = new TreeSet<>();
    JsonNode definitions = schema.getSchemaNode().get("definitions");
    for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
      for (Map.Entry<String, JsonNode> property :
          definition.getValue().path("properties").properties()) {
        if (definition.getKey().startsWith("whole.") && !property.getValue().has("description")) {
          silent.add(definition.getKey() + "." + property.getKey());
        }
      }
    }
    assertEquals(Set.of(), silent);
  }
}
