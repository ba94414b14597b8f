package io.depinsim.core.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The baseline beside a scenario: {@code NAME.baseline.json}. */
public final class BaselineFile {
  private static final String ENDING = ".baseline.json";

  private BaselineFile() {}

  /** Where the baseline of a scenario file lies. */
  public static Path of(Path scenario) {
    String name = scenario.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
    return scenario.resolveSibling(name + ENDING);
  }

  /** Whether the scenario file has one. */
  public static boolean exists(Path scenario) {
    return Files.isRegularFile(of(scenario));
  }

  /**
   * Reads a baseline.
   *
   * @throws RunDirectoryException if it is missing or damaged, or of another format; names file,
   *     line and column
   */
  public static Baseline read(Path file) {
    try {
      return new ManifestJson()
          .read(
              file.toString(),
              Files.readString(file),
              Baseline.class,
              "Maybe write it anew with --update.");
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }

  /**
   * Writes or replaces a baseline, whole or not at all.
   *
   * @throws RunDirectoryException if it cannot be written; the old one is untouched
   */
  public static void write(Path file, Baseline baseline) {
    try {
      byte[] text = new ManifestJson().compact(baseline).getBytes(StandardCharsets.UTF_8);
      WholeFile.write(file.toAbsolutePath(), out -> out.write(text));
    } catch (IOException e) {
      throw FileTrouble.failed("write", file, e);
    }
  }
}
