package io.depinsim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepDirectoryTest {
  @TempDir Path temporary;

  private static SweepRecord empty() {
    SweepManifest manifest =
        new SweepManifest(
            "n",
            "n.yaml",
            "ab",
            "q",
            "depinsim",
            "1",
            "c",
            1,
            "sobol",
            2,
            0,
            1,
            List.of("base"),
            "base",
            List.of(),
            0,
            1,
            "cd");
    return new SweepRecord(
        manifest, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static void sweep(Path folder) {
    try (SweepDirectory directory = SweepDirectory.create(folder)) {
      directory.write("depinsim: 1\n", empty());
      directory.writePage("<html>");
    }
  }

  @Test
  void aSecondSweepReplacesTheFirstAndNothingElse() throws Exception {
    Path folder = temporary.resolve("sweep");
    sweep(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    try (SweepDirectory directory = SweepDirectory.create(folder)) {
      assertTrue(Files.exists(folder.resolve("sweep.html")), "stays until there is a new one");
      directory.write("new\n", empty());
      assertFalse(Files.exists(folder.resolve("sweep.html")), "an old page of new results");
    }
    assertEquals("new\n", Files.readString(folder.resolve("scenario.yaml")));
    assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
  }

  @Test
  void foreignFoldersAndRunsAreLeftAlone() throws Exception {
    Path foreign = Files.createDirectories(temporary.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.txt"), "precious");
    String message =
        assertThrows(RunDirectoryException.class, () -> SweepDirectory.create(foreign))
            .getMessage();
    assertTrue(message.endsWith("it holds thesis.txt. Choose another folder with --out."), message);
    Path run = temporary.resolve("run");
    try (RunDirectory directory = RunDirectory.create(run)) {
      directory.writeManifest(Samples.manifest());
    }
    assertThrows(RunDirectoryException.class, () -> SweepDirectory.create(run));
    Path sweep = temporary.resolve("sweep");
    sweep(sweep);
    message =
        assertThrows(RunDirectoryException.class, () -> RunDirectory.create(sweep)).getMessage();
    assertTrue(message.contains("holds a sweep"), message);
  }

  @Test
  void aSecondWriterIsRefusedUntilTheFirstIsDone() {
    Path folder = temporary.resolve("sweep");
    try (SweepDirectory first = SweepDirectory.create(folder)) {
      assertEquals(folder, first.path());
      assertThrows(RunDirectoryException.class, () -> SweepDirectory.create(folder));
    }
    sweep(folder);
  }
}
