package io.depinsim.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and reads a manifest by itself, wherever it was moved to. */
public final class ManifestFile {
  private ManifestFile() {}

  /** The manifest that a path means: its own, or that of a run's folder. */
  public static Path of(Path run) {
    return Files.isDirectory(run) ? run.resolve(RunDirectory.MANIFEST) : run;
  }

  /**
   * Reads a manifest.
   *
   * @param file the manifest itself
   * @throws RunDirectoryException if it is missing or damaged; names file, line and column
   */
  public static Manifest read(Path file) {
    try {
      return new ManifestJson().read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }
}
