package io.depinsim.core.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * {@code decisions.bin}: logs of decisions, one behind the other, each as {@link DecisionChain}
 * writes it.
 *
 * <p>Layout: {@code DEPINLOG}, format (int), logs, index, length of the index (int), SHA-256 of the
 * index. The index holds the last checksum of each log, so that its own stands for every byte.
 */
public final class DecisionFile {
  private static final byte[] MAGIC = "DEPINLOG".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final int START = MAGIC.length + Integer.BYTES;
  private static final int TAIL = Integer.BYTES + DecisionChain.SUM;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DecisionIndex index;

  private DecisionFile(Path file, DecisionIndex index) {
    this.file = file;
    this.index = index;
  }

  /** Takes what a log holds. */
  public interface Taker {
    /** Whether decisions between two instants are wanted, both included. */
    boolean wants(Instant first, Instant last);

    /**
     * One decision, to be read before the next is taken.
     *
     * @return whether more are wanted
     */
    boolean take(Decision decision) throws IOException;
  }

  /**
   * Writes everything from parts, each of which is checked on the way.
   *
   * @param part file of a section
   * @throws RunDirectoryException if a part is damaged
   */
  static void write(OutputStream out, DecisionIndex index, Function<DecisionSection, Path> part)
      throws IOException {
    DataOutputStream whole = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    whole.write(MAGIC);
    whole.writeInt(FORMAT);
    for (DecisionSection section : index.sections()) {
      Path from = part.apply(section);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(from), BUFFER)) {
        new DecisionReader(from, section, in, whole).read(new Everything(null));
      }
    }
    byte[] end = index.bytes();
    whole.write(end);
    whole.writeInt(end.length);
    whole.write(SealedFile.sha256().digest(end));
    whole.flush();
  }

  /**
   * Opens a file: reads its index and checks it, but no log.
   *
   * @throws RunDirectoryException if it is cut short, damaged or of another format
   */
  public static DecisionFile open(Path file) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] start = new byte[START];
      long size = in.length();
      if (size < START + TAIL) {
        throw refusal(file, "is cut short");
      }
      in.readFully(start, 0, MAGIC.length);
      if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw refusal(file, "is no log of decisions");
      }
      int format = in.readInt();
      if (format != FORMAT) {
        throw refusal(file, "has format " + format + ", and this program reads format " + FORMAT);
      }
      in.seek(size - TAIL);
      int length = in.readInt();
      byte[] sum = new byte[DecisionChain.SUM];
      in.readFully(sum);
      if (length < 1 || length > size - START - TAIL) {
        throw refusal(file, "is cut short or damaged: its index cannot be found");
      }
      byte[] bytes = new byte[length];
      in.seek(size - TAIL - length);
      in.readFully(bytes);
      if (!Arrays.equals(SealedFile.sha256().digest(bytes), sum)) {
        throw refusal(file, "is cut short or damaged: the checksum of its index does not hold");
      }
      DecisionIndex index = DecisionIndex.read(bytes);
      long logs = index.sections().stream().mapToLong(section -> section.seal().bytes()).sum();
      if (START + logs + length + TAIL != size) {
        throw refusal(file, "is cut short or damaged: its logs do not fill it");
      }
      return new DecisionFile(file, index);
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }

  private static RunDirectoryException refusal(Path file, String what) {
    return new RunDirectoryException(
        file + " " + what + ". Maybe copy it again from where it came.");
  }

  /** What it holds. */
  public DecisionIndex index() {
    return index;
  }

  /**
   * Checks every byte.
   *
   * @throws RunDirectoryException if one is damaged; says in which block
   */
  public void verify() {
    for (DecisionSection section : index.sections()) {
      read(section, new Everything(null));
    }
  }

  /**
   * Reads a log.
   *
   * @param section one of the index
   * @throws RunDirectoryException if it is damaged; says in which block
   */
  public void read(DecisionSection section, Taker taker) {
    read(section, new Everything(taker));
  }

  private void read(DecisionSection section, DecisionReader.Taker taker) {
    List<DecisionSection> all = index.sections();
    long from = START;
    for (DecisionSection before : all.subList(0, all.indexOf(section))) {
      from += before.seal().bytes();
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(from);
      InputStream buffered = new BufferedInputStream(in, BUFFER);
      new DecisionReader(file, section, buffered, OutputStream.nullOutputStream()).read(taker);
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }

  /** Hands decisions over one by one; with nobody to take them, bytes are checked only. */
  private static final class Everything implements DecisionReader.Taker {
    private final Taker taker;
    private boolean more;

    Everything(Taker taker) {
      this.taker = taker;
      this.more = taker != null;
    }

    @Override
    public boolean wants(DecisionHead head, long first, long last) {
      return more && taker.wants(head.at(first), head.at(last));
    }

    @Override
    public void take(DecisionHead head, DecisionBlock block) throws IOException {
      int inputs = 0;
      int options = 0;
      for (int row = 0; row < block.rows && more; row++) {
        more = taker.take(new Decision(head, block, row, inputs, options));
        inputs += (int) block.columns[DecisionBlock.INPUTS][row];
        options += (int) block.columns[DecisionBlock.OPTIONS][row];
      }
    }
  }
}
