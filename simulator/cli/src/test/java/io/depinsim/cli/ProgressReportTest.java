package io.depinsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
  private final StringWriter text = new StringWriter();

  @AfterEach
  void forgetTheTerminal() {
    System.clearProperty("depinsim.terminal");
    System.clearProperty("depinsim.columns");
  }

  private ProgressReport report(boolean silent) {
    return ProgressReport.of("a-long-name", "replicates", silent, new PrintWriter(text, true));
  }

  @Test
  void withoutATerminalLinesSayWhatBeginsAndWhatEnded() {
    try (ProgressReport progress = report(false)) {
      progress.at(0, 3);
      progress.at(1.5, 3);
      progress.at(3, 3);
      progress.at(3, 3);
    }
    assertEquals(
        List.of("a-long-name: 3 replicates to run.", "a-long-name: 3 replicates after 0 s"),
        text.toString().lines().toList());
  }

  @Test
  void aBarFitsEvenANarrowTerminalAndIsCleared() {
    System.setProperty("depinsim.terminal", "true");
    for (int columns : new int[] {2, 20, 39, 40, 80, 200}) {
      text.getBuffer().setLength(0);
      System.setProperty("depinsim.columns", Integer.toString(columns));
      try (ProgressReport progress = report(false)) {
        progress.at(0.25, 3);
      }
      List<String> drawn = List.of(text.toString().split("\r"));
      assertTrue(drawn.size() == 3, drawn::toString);
      drawn.forEach(line -> assertTrue(line.length() < columns, columns + ": " + line));
      assertTrue(drawn.get(2).isBlank(), drawn::toString);
    }
  }

  @Test
  void anUnknownWidthIsTheUsualOne() {
    System.setProperty("depinsim.columns", "");
    assertEquals(80, Terminal.ofErrors().columns());
    System.setProperty("depinsim.columns", "0");
    assertEquals(80, Terminal.ofErrors().columns());
  }

  @Test
  void silenceIsSilent() {
    try (ProgressReport progress = report(true)) {
      progress.at(0, 3);
      progress.at(3, 3);
    }
    assertEquals("", text.toString());
  }
}
