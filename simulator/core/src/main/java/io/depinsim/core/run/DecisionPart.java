package io.depinsim.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log of one replicate under way, in a file that grows. */
final class DecisionPart implements DecisionSink {
  private final Path file;
  private FileChannel channel;

  /** A part; the file is touched with the first bytes only, and then what it held is gone. */
  DecisionPart(Path file) {
    this.file = file;
  }

  @Override
  public void append(byte[] bytes, int length) {
    try {
      if (channel == null) {
        open(0);
      }
      ByteBuffer left = ByteBuffer.wrap(bytes, 0, length);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException e) {
      throw FileTrouble.failed("write", file, e);
    }
  }

  @Override
  public void settle(long length) {
    try {
      if (channel == null) {
        if (length == 0) {
          return;
        }
        requireLength(Files.exists(file) ? Files.size(file) : 0, length);
        open(length);
      }
      requireLength(channel.size(), length);
      channel.truncate(length);
      channel.position(length);
      channel.force(false);
    } catch (IOException e) {
      throw FileTrouble.failed("write", file, e);
    }
  }

  private void open(long keep) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(keep);
  }

  private void requireLength(long is, long length) {
    if (is < length) {
      throw new RunDirectoryException(
          file
              + " is cut short: it holds "
              + is
              + " bytes where "
              + length
              + " were kept. Nothing was changed. Maybe copy it again from where it came, or start"
              + " over without --resume.");
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw FileTrouble.failed("write", file, e);
    }
  }
}
