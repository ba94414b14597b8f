package io.depinsim.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Looks at a file named on the command line before anything reads it. */
final class InputFile {
  private InputFile() {}

  /**
   * The path itself.
   *
   * @throws IOException if nothing is there, or a folder; the message names it
   */
  static Path require(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is a folder, but a file is needed");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }
}
