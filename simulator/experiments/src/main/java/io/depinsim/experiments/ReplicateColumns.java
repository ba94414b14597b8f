package io.depinsim.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Equally many numbers of each replicate, added replicate by replicate and read number by number.
 * The first {@value #HELD} replicates are held in memory, and so are as many of the latest; the
 * others lie in a temporary file, block by block and in a block column by column, so that memory
 * does not grow with replicates. Not thread-safe.
 */
final class ReplicateColumns {
  /** Replicates of a block. */
  static final int HELD = 512;

  private final int width;
  private double[] latest = {};
  private int inLatest;
  private int blocks;
  private FileChannel file;

  /** Columns of so many numbers. */
  ReplicateColumns(int width) {
    this.width = width;
  }

  /** Adds the numbers of the next replicate. */
  void add(double[] row) {
    if (row.length != width) {
      throw new IllegalArgumentException("row: holds " + row.length + " numbers, not " + width);
    }
    if (inLatest == HELD) {
      spill();
    }
    int wanted = (inLatest + 1) * width;
    if (wanted > latest.length) {
      latest = Arrays.copyOf(latest, Math.min(HELD * width, Math.max(wanted, 2 * latest.length)));
    }
    System.arraycopy(row, 0, latest, inLatest * width, width);
    inLatest++;
  }

  /** One number of every replicate, in order. */
  double[] column(int place) {
    double[] column = new double[blocks * HELD + inLatest];
    for (int block = 0; block < blocks; block++) {
      read(block, place, column);
    }
    for (int r = 0; r < inLatest; r++) {
      column[blocks * HELD + r] = latest[r * width + place];
    }
    return column;
  }

  private void spill() {
    ByteBuffer bytes = ByteBuffer.allocate(HELD * width * Double.BYTES);
    DoubleBuffer values = bytes.asDoubleBuffer();
    for (int place = 0; place < width; place++) {
      for (int r = 0; r < HELD; r++) {
        values.put(latest[r * width + place]);
      }
    }
    try {
      if (file == null) {
        file = open();
      }
      long at = (long) blocks * bytes.capacity();
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    blocks++;
    inLatest = 0;
  }

  /** Where the system allows it, the file has no name any more, and goes with the program. */
  private static FileChannel open() throws IOException {
    Path path = Files.createTempFile("depinsim-replicates", ".bin");
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      Files.delete(path);
    } catch (IOException inUse) {
      path.toFile().deleteOnExit();
    }
    return file;
  }

  private void read(int block, int place, double[] column) {
    ByteBuffer bytes = ByteBuffer.allocate(HELD * Double.BYTES);
    try {
      long at = ((long) block * width + place) * bytes.capacity();
      while (bytes.hasRemaining()) {
        int taken = file.read(bytes, at + bytes.position());
        if (taken < 0) {
          throw new IOException(
              "the temporary file of replicates is shorter than what was written");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.flip().asDoubleBuffer().get(column, block * HELD, HELD);
  }
}
