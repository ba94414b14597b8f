package io.depinsim.core.run;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Walks through the log of one replicate, block by block, and believes nothing whose checksum does
 * not hold.
 */
final class DecisionReader {
  private static final int LONGEST = 1 << 26;

  private final Path file;
  private final DecisionSection section;
  private final InputStream in;
  private final OutputStream copy;
  private final MessageDigest digest = SealedFile.sha256();
  private byte[] sum = new byte[0];
  private long bytes;
  private byte[] body = new byte[0];

  /** Takes a block; its columns only if it asked for them. */
  interface Taker {
    /** Whether the decisions between two times are wanted, microseconds since the start. */
    boolean wants(DecisionHead head, long first, long last);

    /** One block. */
    void take(DecisionHead head, DecisionBlock block) throws IOException;
  }

  /**
   * A reader.
   *
   * @param file for messages
   * @param section what must be found
   * @param in at the section's first byte
   * @param copy receives every byte that was found right
   */
  DecisionReader(Path file, DecisionSection section, InputStream in, OutputStream copy) {
    this.file = file;
    this.section = section;
    this.in = in;
    this.copy = copy;
  }

  /**
   * Reads it to its end.
   *
   * @throws RunDirectoryException if it is damaged or cut short; says which block
   */
  void read(Taker taker) throws IOException {
    String where = "the names of " + section.words();
    try {
      DecisionHead head = head();
      long decisions = 0;
      DecisionBlock block = new DecisionBlock();
      for (long b = 0; b < section.seal().blocks(); b++) {
        where = "block " + (b + 1) + " of " + section.seal().blocks() + " of " + section.words();
        decisions += block(head, block, taker);
      }
      where = "the end of " + section.words();
      boolean whole =
          decisions == section.seal().decisions()
              && bytes == section.seal().bytes()
              && HexFormat.of().formatHex(sum).equals(section.seal().chain());
      if (!whole) {
        throw new DecisionCoding.Malformed("the chain of blocks ends in another checksum");
      }
    } catch (DecisionCoding.Malformed e) {
      throw refusal(where, e.getMessage());
    } catch (EOFException e) {
      throw refusal(where, "it is cut short");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw refusal(where, "its content is impossible");
    }
  }

  private RunDirectoryException refusal(String where, String why) {
    return new RunDirectoryException(
        file
            + " is damaged at "
            + where
            + ": "
            + why
            + ". Maybe copy it again from where it came.");
  }

  private DecisionHead head() throws IOException {
    byte[] length = new byte[Integer.BYTES];
    fill(length, length.length);
    byte[] names = bytes(possible(ByteBuffer.wrap(length).getInt()));
    digest.update(length);
    digest.update(names);
    byte[] seal = seal();
    DecisionHead head = DecisionHead.read(names);
    boolean ours =
        head.policy().equals(section.policy())
            && head.regime().equals(section.regime())
            && head.replicate() == section.replicate();
    if (!ours) {
      throw new DecisionCoding.Malformed("it belongs to another replicate");
    }
    copy.write(length);
    copy.write(names);
    copy.write(seal);
    bytes += length.length + names.length + seal.length;
    return head;
  }

  private int block(DecisionHead head, DecisionBlock block, Taker taker) throws IOException {
    byte[] start = new byte[DecisionChain.BLOCK_HEAD];
    fill(start, start.length);
    ByteBuffer fields = ByteBuffer.wrap(start);
    int length = possible(fields.getInt());
    int rows = fields.getInt();
    long first = fields.getLong();
    long last = fields.getLong();
    byte[] before = new byte[DecisionChain.SUM];
    fields.get(before);
    if (!Arrays.equals(before, sum)) {
      throw new DecisionCoding.Malformed("it does not follow what stands before it");
    }
    if (rows < 1 || rows > DecisionBlock.ROWS) {
      throw new DecisionCoding.Malformed("it says that it holds " + rows + " decisions");
    }
    if (body.length < length) {
      body = new byte[length];
    }
    fill(body, length);
    digest.update(start);
    digest.update(body, 0, length);
    byte[] seal = seal();
    copy.write(start);
    copy.write(body, 0, length);
    copy.write(seal);
    bytes += start.length + length + seal.length;
    if (taker.wants(head, first, last)) {
      new DecisionCoding(body).decode(block, rows, 0, length);
      taker.take(head, block);
    }
    return rows;
  }

  /** Reads the checksum of what was digested, which must hold. */
  private byte[] seal() throws IOException {
    sum = digest.digest();
    byte[] seal = bytes(DecisionChain.SUM);
    if (!Arrays.equals(seal, sum)) {
      throw new DecisionCoding.Malformed("its checksum does not hold");
    }
    return seal;
  }

  private static int possible(int length) {
    if (length < 1 || length > LONGEST) {
      throw new DecisionCoding.Malformed("it says that it is " + length + " bytes long");
    }
    return length;
  }

  private byte[] bytes(int length) throws IOException {
    byte[] read = in.readNBytes(length);
    if (read.length < length) {
      throw new EOFException();
    }
    return read;
  }

  private void fill(byte[] target, int length) throws IOException {
    new DataInputStream(in).readFully(target, 0, length);
  }
}
