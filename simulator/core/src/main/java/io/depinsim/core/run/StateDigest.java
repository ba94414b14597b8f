package io.depinsim.core.run;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Digest of a run's economic state, by which two runs are compared.
 *
 * <p>A chain over measurement points: {@code link = SHA-256(previous link, time, owners and columns
 * of this point)}, starting from a link that names {@link #VERSION}. A column contributes its kind,
 * name, length and {@link ColumnHash}; names are UTF-8 behind their length, integers big-endian. So
 * any change of one bit of state, of a name, of an order or of a time changes every later link.
 *
 * <pre>
 *   digest.beginPoint(timeMicros);
 *   digest.owner("filecoin.ledger");
 *   ledger.visitState(digest);
 * </pre>
 *
 * <p>Not safe for several threads at once; one per replicate.
 */
public final class StateDigest implements StateVisitor, StateOwner {
  /** Version of this arithmetic; digests of different versions cannot be compared. */
  public static final int VERSION = 1;

  private static final char POINT = 'P';
  private static final char OWNER = 'O';
  private static final char LONGS = 'L';
  private static final char DOUBLES = 'D';

  private final MessageDigest sha256;

  /** Names in bytes; the same ones come at every measurement point. */
  private final Map<String, byte[]> utf8 = new HashMap<>();

  private final Map<Integer, ColumnHash> ofNothing = new HashMap<>();
  private byte[] link;
  private boolean inPoint;

  /** A digest of no points yet. */
  public StateDigest() {
    this.sha256 = newSha256();
    this.link = sha256.digest(("depinsim state " + VERSION).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Begins a measurement point; the state shown until the next one belongs to it.
   *
   * @param timeMicros simulated time in microseconds since the scenario's start
   */
  public void beginPoint(long timeMicros) {
    finishPoint();
    inPoint = true;
    sha256.update(link);
    tag(POINT);
    number(timeMicros);
  }

  /** Names the owner of the columns that follow. */
  public void owner(String name) {
    requirePoint(name);
    tag(OWNER);
    text(name);
  }

  @Override
  public void longs(String name, long[] column, int length) {
    requirePoint(name);
    column(LONGS, name, length, hash(column, length));
  }

  @Override
  public void doubles(String name, double[] column, int length) {
    requirePoint(name);
    column(DOUBLES, name, length, ColumnHash.ofDoubles(column, 0, length));
  }

  /**
   * The digest of everything shown so far, 64 lower-case hexadecimal digits. Ends the current
   * measurement point.
   */
  public String hex() {
    finishPoint();
    return HexFormat.of().formatHex(link);
  }

  /**
   * Shows what has been digested so far, so that a checkpoint can keep it. Ends the current
   * measurement point.
   */
  @Override
  public void visitState(StateVisitor visitor) {
    finishPoint();
    long[] words = new long[link.length / Long.BYTES];
    ByteBuffer.wrap(link).asLongBuffer().get(words);
    visitor.longs("link", words, words.length);
    ByteBuffer.wrap(link).asLongBuffer().put(words);
  }

  /** Columns that hold nothing are common and their hash is a matter of length. */
  private ColumnHash hash(long[] column, int length) {
    long any = 0;
    for (int i = 0; i < length; i++) {
      any |= column[i];
    }
    return any == 0
        ? ofNothing.computeIfAbsent(length, n -> ColumnHash.ofLongs(column, 0, n))
        : ColumnHash.ofLongs(column, 0, length);
  }

  private void column(char kind, String name, int length, ColumnHash hash) {
    tag(kind);
    text(name);
    number(length);
    number(hash.low());
    number(hash.high());
  }

  private void finishPoint() {
    if (inPoint) {
      link = sha256.digest();
      inPoint = false;
    }
  }

  private void requirePoint(String name) {
    if (!inPoint) {
      throw new IllegalStateException(
          "State " + name + " was shown outside a measurement point. Call beginPoint first.");
    }
  }

  private void tag(char tag) {
    sha256.update((byte) tag);
  }

  private void text(String text) {
    byte[] bytes = utf8.computeIfAbsent(text, t -> t.getBytes(StandardCharsets.UTF_8));
    number(bytes.length);
    sha256.update(bytes);
  }

  private void number(long number) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      sha256.update((byte) (number >>> shift));
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
