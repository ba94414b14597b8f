package io.depinsim.core.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place, forces it to disk and moves it there in one step. */
final class WholeFile {
  /** Start of the name of a file that is not finished. */
  static final String UNFINISHED = ".part-";

  private WholeFile() {}

  /** Writes the bytes of a file. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file; folders are made as needed. If anything throws, the old file is
   * untouched and nothing new remains.
   */
  static void write(Path target, Body body) throws IOException {
    Path unfinished = target.resolveSibling(UNFINISHED + target.getFileName());
    Files.createDirectories(target.getParent());
    try {
      writeThrough(unfinished, body);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeThrough(Path file, Body body) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      body.writeTo(Channels.newOutputStream(channel));
      channel.force(false);
    }
  }
}
