package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help fits a screen: 80 columns, 24 lines. */
class HelpTest {
  private static final int COLUMNS = 80;
  private static final int LINES = 24;

  private static List<String> help(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Depinsim.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    assertEquals(0, code, err.toString());
    return out.toString().lines().toList();
  }

  /** Commands as the top-level help lists them. */
  static Stream<String> commands() {
    List<String> lines = help("--help");
    return lines.subList(lines.indexOf("Commands:") + 1, lines.size()).stream()
        .takeWhile(line -> line.startsWith("  "))
        .map(line -> line.trim().split(" ", 2)[0]);
  }

  private static void fits(List<String> help) {
    assertTrue(help.size() <= LINES, () -> help.size() + " lines:\n" + String.join("\n", help));
    help.forEach(line -> assertTrue(line.length() <= COLUMNS, line));
  }

  @Test
  void everyCommandHasOneWholeLine() {
    List<String> lines = help("--help");
    fits(lines);
    List<String> listed =
        lines.subList(lines.indexOf("Commands:") + 1, lines.size()).stream()
            .takeWhile(line -> line.startsWith("  "))
            .toList();
    assertTrue(listed.size() > 8, listed::toString);
    listed.forEach(line -> assertTrue(line.matches("  [a-z]+ +[A-Z].*\\."), line));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsAScreenAndGivesAnExample(String command) {
    List<String> lines = help(command, "--help");
    fits(lines);
    String text = lines.stream().collect(Collectors.joining("\n"));
    assertTrue(text.contains("Usage: depinsim " + command), text);
    assertTrue(text.contains("  depinsim " + command), text);
  }
}
