package io.depinsim.core.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps a second writer out of a run directory.
 *
 * <p>The operating system's lock on {@link #MARKER} decides, so a killed writer blocks nobody. The
 * marker stays when the lock is released: removing it would let two writers hold locks on two files
 * of one name. {@link #HOLDER} names the writer at work. It is a file of its own because closing
 * any second handle of the marker would drop this process's lock on it.
 */
final class WriterLock implements AutoCloseable {
  /** Says that a directory is a run directory; carries the lock. */
  static final String MARKER = ".depinsim-run";

  /** Process number and start of the writer; there only while one is at work. */
  static final String HOLDER = ".depinsim-writer";

  private final Path directory;
  private final FileChannel channel;

  private WriterLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws RunDirectoryException if another writer holds it
   */
  static WriterLock take(Path directory) throws IOException {
    if (holder(directory).equals(thisProcess())) {
      throw taken(directory);
    }
    FileChannel channel =
        FileChannel.open(
            directory.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(directory);
      }
      Files.writeString(directory.resolve(HOLDER), thisProcess());
      return new WriterLock(directory, channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw taken(directory);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (FileChannel held = channel) {
      if (held.isOpen()) {
        Files.deleteIfExists(directory.resolve(HOLDER));
      }
    }
  }

  private static RunDirectoryException taken(Path directory) throws IOException {
    return new RunDirectoryException(
        String.join(
            " ",
            directory + " is being written by another run (" + holder(directory) + ").",
            "Wait for it, or choose another folder with --out."));
  }

  private static String holder(Path directory) throws IOException {
    try {
      return Files.readString(directory.resolve(HOLDER));
    } catch (NoSuchFileException e) {
      return "process unknown";
    }
  }

  private static String thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    String start = process.info().startInstant().map(Instant::toString).orElse("unknown time");
    return "process " + process.pid() + ", started " + start;
  }
}
