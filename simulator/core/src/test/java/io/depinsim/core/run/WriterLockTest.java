package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
  @TempDir Path temporary;

  @Test
  void anotherProcessKeepsUsOutUntilItIsKilled() throws IOException, InterruptedException {
    Path run = temporary.resolve("run");
    Process other = startHolder(run);
    try (BufferedReader said = other.inputReader()) {
      assertEquals("held " + run, said.readLine());
      String message =
          assertThrows(RunDirectoryException.class, () -> RunDirectory.create(run)).getMessage();
      assertTrue(message.contains("(process " + other.pid() + ", started "), message);
    } finally {
      other.destroyForcibly().waitFor();
    }
    RunDirectory.create(run).close();
  }

  private static Process startHolder(Path run) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            run.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
