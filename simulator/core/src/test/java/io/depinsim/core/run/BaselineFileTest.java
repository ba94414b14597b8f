package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void place() {
    file = BaselineFile.of(folder.resolve("pricing.yaml"));
  }

  private static Baseline baseline(String version) {
    return new Baseline(
        Baseline.FORMAT,
        "pricing",
        version,
        StateDigest.VERSION,
        7,
        3,
        Map.of("served", "mean of econ.servedShare"),
        List.of(
            new Baseline.Case(
                "posted",
                "usual",
                List.of("a", "b", "c"),
                Map.of("served", List.of(0.25, Double.NaN, 1e-9)))));
  }

  private String refused(String from, String to) throws IOException {
    BaselineFile.write(file, baseline("1"));
    String text = Files.readString(file);
    assertTrue(text.contains(from), text);
    Files.writeString(file, text.replace(from, to));
    String message =
        assertThrows(RunDirectoryException.class, () -> BaselineFile.read(file)).getMessage();
    assertTrue(message.startsWith(file + ":"), message);
    assertTrue(message.endsWith(". Maybe write it anew with --update."), message);
    return message.substring(file.toString().length());
  }

  @Test
  void liesBesideTheScenario() {
    assertEquals(folder.resolve("pricing.baseline.json"), file);
    assertFalse(BaselineFile.exists(folder.resolve("pricing.yaml")));
  }

  @Test
  void isReadAsItWasWrittenAndUndefinedIsNull() throws Exception {
    BaselineFile.write(file, baseline("1"));
    assertEquals(baseline("1"), BaselineFile.read(file));
    assertTrue(Files.readString(file).contains("[ 0.25, null, 1E-9 ]"), Files.readString(file));
    assertTrue(BaselineFile.read(file).behavesAs(baseline("2")));
  }

  @Test
  void isRefusedWithLineAndColumn() throws Exception {
    assertTrue(refused("\"seed\" : 7", "\"sed\" : 7").matches(":\\d+:\\d+: .*seed.*"));
    assertTrue(refused("0.25,", "0.25").matches(":\\d+:\\d+: .*"));
    assertTrue(refused("0.25", "\"x\"").matches(":\\d+:\\d+: .*"));
  }

  @Test
  void isRefusedWhereItContradictsItself() throws Exception {
    assertTrue(
        refused("\"baseline\" : 1", "\"baseline\" : 2").contains(": 2 is a format that this"));
    assertTrue(refused("\"replicates\" : 3", "\"replicates\" : 4").contains("does not hold 4 of"));
    assertTrue(refused("\"served\" : [", "\"other\" : [").contains("answers other questions"));
  }
}
