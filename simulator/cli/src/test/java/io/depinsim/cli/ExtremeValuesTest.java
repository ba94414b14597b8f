package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.depinsim.core.scenario.Problem;
import io.depinsim.core.scenario.Quantity;
import io.depinsim.core.scenario.ScenarioException;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.core.time.Span;
import io.depinsim.experiments.ScenarioCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every number and span of {@code small.yaml}, set to extremes one by one: checking such a scenario
 * ends, and what is refused is refused at some key.
 */
class ExtremeValuesTest {
  private static final Path SMALL = Path.of("src/test/resources/small.yaml");
  private static final List<String> NUMBERS =
      List.of("0", "1e-300", "9223372036854775807", "1e300");
  private static final List<String> COUNTS = List.of("0", "2147483647", "9223372036854775807");

  private final ScenarioReader reader = new ScenarioReader(Catalogues.join());

  @Test
  void areAcceptedOrRefusedAtAKey() throws IOException {
    JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(SMALL.toFile());
    List<String> wrong = new ArrayList<>();
    for (ScenarioTree.Place place :
        new ScenarioTree(Catalogues.join()).new Reading(tree).places()) {
      JsonNode now = ScenarioTree.at(tree, place.path());
      for (String value : extremes(now.asText(), place.type())) {
        String override =
            String.join(".", place.path()).replaceFirst("[.]value$", "") + "=" + value;
        try {
          ScenarioCheck.read(reader, SMALL, List.of(override), List.of());
        } catch (ScenarioException refused) {
          for (Problem problem : refused.problems()) {
            if (problem.path().isEmpty()) {
              wrong.add(override + ": " + problem);
            }
          }
        } catch (RuntimeException broken) {
          wrong.add(override + ": " + broken);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static List<String> extremes(String now, Class<?> type) {
    if (type == Span.class) {
      String unit = now.substring(now.indexOf(' '));
      return COUNTS.stream().map(count -> count + unit).toList();
    }
    if (!OtherValues.isNumber(type) && type != Quantity.class) {
      return List.of();
    }
    String unit = Quantity.parse(now).unit();
    return NUMBERS.stream().map(number -> (number + " " + unit).trim()).toList();
  }
}
