package io.depinsim.core.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A data file of a checkpoint: appears whole or not at all, and is read only if its checksum holds.
 *
 * <p>Layout: {@code DEPINSIM}, format (int), what it holds (UTF), whose it is (32 bytes), content
 * (deflate), {@code DEND}, SHA-256 of everything before. Integers are big-endian.
 */
final class SealedFile {
  /** Version of the layout, of this and of what is in it. */
  static final int FORMAT = 1;

  private static final byte[] HEAD = "DEPINSIM".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = "DEND".getBytes(StandardCharsets.US_ASCII);
  private static final int SUM = 32;

  private SealedFile() {}

  /**
   * Writes or replaces a file.
   *
   * @param holds what, in one word
   * @param owner 32 bytes that say whose it is
   * @throws RunDirectoryException if it cannot be written; the old one is untouched
   */
  static void write(Path file, String holds, byte[] owner, Checkpoint.Content body) {
    try {
      WholeFile.write(file, out -> seal(out, holds, owner, body));
    } catch (UncheckedIOException e) {
      throw FileTrouble.failed("write", file, e.getCause());
    } catch (IOException e) {
      throw FileTrouble.failed("write", file, e);
    }
  }

  private static void seal(OutputStream file, String holds, byte[] owner, Checkpoint.Content body)
      throws IOException {
    OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
    DigestOutputStream summed = new DigestOutputStream(buffered, sha256());
    DataOutputStream head = new DataOutputStream(summed);
    head.write(HEAD);
    head.writeInt(FORMAT);
    head.writeUTF(holds);
    head.write(owner);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try {
      DeflaterOutputStream packed = new DeflaterOutputStream(head, fast, 1 << 16);
      DataOutputStream content = new DataOutputStream(new BufferedOutputStream(packed, 1 << 16));
      body.writeTo(content);
      content.flush();
      packed.finish();
    } finally {
      fast.end();
    }
    head.write(TAIL);
    summed.on(false);
    summed.write(summed.getMessageDigest().digest());
    summed.flush();
  }

  /**
   * Reads a file whose checksum holds.
   *
   * @param holds what it must hold
   * @param owner whose it must be; null for anybody's
   * @throws RunDirectoryException with a sentence if it is cut short, damaged, of another format or
   *     somebody else's, or cannot be read
   */
  static <T> T read(Path file, String holds, byte[] owner, Checkpoint.Reading<T> reading) {
    try {
      verify(file);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        DataInputStream head = new DataInputStream(in);
        head.readFully(new byte[HEAD.length]);
        head.readInt();
        String stored = head.readUTF();
        byte[] storedOwner = head.readNBytes(SUM);
        if (!stored.equals(holds)) {
          throw refusal(file, "holds " + stored + " where " + holds + " should be");
        }
        if (owner != null && !Arrays.equals(owner, storedOwner)) {
          throw refusal(file, "belongs to another run");
        }
        return reading.readFrom(new DataInputStream(new InflaterInputStream(in)));
      }
    } catch (ColumnReader.ForeignStateException e) {
      throw refusal(file, "was written for another world: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw FileTrouble.failed("read", file, e.getCause());
    } catch (IOException e) {
      throw FileTrouble.failed("read", file, e);
    }
  }

  private static void verify(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long content = Files.size(file) - SUM;
      DataInputStream head = new DataInputStream(in);
      byte[] start = head.readNBytes(HEAD.length);
      if (!Arrays.equals(start, HEAD)) {
        throw refusal(file, "is no checkpoint of depinsim");
      }
      byte[] version = head.readNBytes(Integer.BYTES);
      int format = version.length < Integer.BYTES ? FORMAT : ByteBuffer.wrap(version).getInt();
      if (format != FORMAT) {
        throw refusal(file, "has format " + format + ", and this program reads format " + FORMAT);
      }
      digest.update(start);
      digest.update(version);
      long left = content - HEAD.length - Integer.BYTES;
      byte[] last = new byte[TAIL.length];
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("it became shorter while it was read");
        }
        digest.update(buffer, 0, read);
        for (int i = Math.max(0, read - last.length); i < read; i++) {
          System.arraycopy(last, 1, last, 0, last.length - 1);
          last[last.length - 1] = buffer[i];
        }
        left -= read;
      }
      if (left < 0 || !Arrays.equals(last, TAIL)) {
        throw refusal(file, "is cut short or damaged: its end is missing");
      }
      if (!Arrays.equals(in.readNBytes(SUM), digest.digest())) {
        throw refusal(file, "is damaged: its checksum does not hold");
      }
    }
  }

  private static RunDirectoryException refusal(Path file, String what) {
    return new RunDirectoryException(
        file
            + " "
            + what
            + ". Nothing was changed. Maybe copy it again from where it came, or start over without"
            + " --resume.");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
