package io.depinsim.core.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were typed badly: characters and lines deleted, put in, doubled and swapped at random.
 * Whatever comes of it, the reader says what is wrong, soon, and never fails otherwise.
 */
final class BrokenTextPropertyTest {
  private static final int TEXTS = 800;
  private static final String SIGNS = "{}[]:,'\"#&*!|>%@`-?. \t\n0a_/\\\u00e9\u2028";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aBrokenFileIsReadOrRefused(int seed) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          for (int text = 0; text < TEXTS; text++) {
            SplittableRandom draws = new SplittableRandom(seed * 1_000_000L + text);
            String yaml = broken(ScenarioErrorsTest.GOOD, draws);
            read("broken.yaml", yaml, "seed " + seed + ", text " + text);
          }
        });
  }

  @Test
  void aBrokenJsonFileIsReadOrRefused() {
    String good =
        "{\"depinsim\": 1, \"name\": \"small\", \"run\": {\"seed\": [1, 2.5, true, null]}}\n";
    for (int text = 0; text < TEXTS; text++) {
      SplittableRandom draws = new SplittableRandom(4_000_000L + text);
      read("broken.json", broken(good, draws), "seed 4, text " + text);
    }
  }

  private void read(String name, String text, String which) {
    try {
      Path file = Files.writeString(folder.resolve(name), text);
      Examination examination =
          new ScenarioReader(ToyRows.catalogue()).examine(file, List.of(), List.of());
      for (Problem problem : examination.problems()) {
        assertTrue(problem.place().line() >= 1 && problem.place().column() >= 1, which);
        assertFalse(problem.rule().isBlank(), which);
        assertFalse(problem.toString().contains("com.fasterxml"), problem.toString());
        assertFalse(problem.toString().contains("REDACTED"), problem.toString());
      }
      assertTrue(examination.problems().size() > 0 || examination.scenario().isPresent(), which);
    } catch (IOException | RuntimeException e) {
      fail(which + ":\n" + text, e);
    }
  }

  private static String broken(String good, SplittableRandom draws) {
    String text = good;
    int changes = 1 + draws.nextInt(4);
    for (int change = 0; change < changes && !text.isEmpty(); change++) {
      text = draws.nextInt(10) < 6 ? character(text, draws) : line(text, draws);
    }
    return text;
  }

  private static String character(String text, SplittableRandom draws) {
    int at = draws.nextInt(text.length());
    char sign = SIGNS.charAt(draws.nextInt(SIGNS.length()));
    return switch (draws.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + sign + text.substring(at);
      case 2 -> text.substring(0, at) + sign + text.substring(at + 1);
      default -> text.substring(0, at + 1) + text.substring(at);
    };
  }

  private static String line(String text, SplittableRandom draws) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = draws.nextInt(lines.size());
    switch (draws.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(draws.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, at, draws.nextInt(lines.size()));
      case 3 -> lines.set(at, " " + lines.get(at));
      default -> lines.set(at, lines.get(at).replaceFirst("^ {1,2}", ""));
    }
    return String.join("\n", lines.isEmpty() ? List.of("") : lines) + "\n";
  }
}
