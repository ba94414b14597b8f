package io.depinsim.core.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A block of decisions as bytes and back, the same bytes on every Java. One column after the other.
 *
 * <p>A column of integers: {@value #SAME} and the one value of all, or {@value #DIFFERENCES} and
 * each value less the one before it; signs folded into the lowest bit, seven bits a byte, low ones
 * first. Inputs: bits exclusive-or those of the same input of the decision before, how many of
 * their leading bytes are not all zero, and these. Scores: four bytes of a float.
 */
final class DecisionCoding {
  private static final byte SAME = 0;
  private static final byte DIFFERENCES = 1;
  private static final int LONGEST_INTEGER = 10;
  private static final int LONGEST_REAL = 9;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int at;
  private int end;

  /** The bytes are no block. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super(what);
    }
  }

  /** A coding that writes. */
  DecisionCoding() {
    this(new byte[1 << 16]);
  }

  /** A coding that reads. */
  DecisionCoding(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * Writes a block.
   *
   * @param from where in {@link #bytes} it begins
   * @return where it ends
   */
  int encode(DecisionBlock block, int from) {
    at = from;
    for (long[] column : block.columns) {
      writeLongs(column, block.rows);
    }
    writeInputs(block);
    writeLongs(block.optionIds, block.optionCount);
    room(block.optionCount * Integer.BYTES);
    for (int i = 0; i < block.optionCount; i++) {
      INT.set(bytes, at, Float.floatToIntBits((float) block.scores[i]));
      at += Integer.BYTES;
    }
    return at;
  }

  /**
   * Reads a block.
   *
   * @param block written to
   * @param rows how many decisions
   * @throws Malformed if the bytes are no such block
   */
  void decode(DecisionBlock block, int rows, int from, int to) {
    at = from;
    end = to;
    block.rows = rows;
    for (long[] column : block.columns) {
      readLongs(column, rows);
    }
    block.inputCount = sum(block.columns[DecisionBlock.INPUTS], rows, DecisionKind.MOST_INPUTS);
    block.optionCount = sum(block.columns[DecisionBlock.OPTIONS], rows, DecisionBlock.MOST_OPTIONS);
    block.makeRoom(block.inputCount, block.optionCount);
    readInputs(block);
    readLongs(block.optionIds, block.optionCount);
    require(block.optionCount * Integer.BYTES);
    for (int i = 0; i < block.optionCount; i++) {
      block.scores[i] = Float.intBitsToFloat((int) INT.get(bytes, at));
      at += Integer.BYTES;
    }
    if (at != end) {
      throw new Malformed("it holds more than its columns");
    }
  }

  private static int sum(long[] counts, int rows, int most) {
    int sum = 0;
    for (int row = 0; row < rows; row++) {
      if (counts[row] < 0 || counts[row] > most) {
        throw new Malformed("a count is out of range");
      }
      sum += (int) counts[row];
    }
    return sum;
  }

  private void writeLongs(long[] column, int length) {
    room(1 + (length + 1) * LONGEST_INTEGER);
    boolean same = length > 0;
    for (int row = 1; row < length && same; row++) {
      same = column[row] == column[0];
    }
    bytes[at++] = same ? SAME : DIFFERENCES;
    long before = 0;
    for (int row = 0; row < (same ? 1 : length); row++) {
      long step = column[row] - before;
      before = column[row];
      long folded = step << 1 ^ step >> 63;
      while ((folded & ~0x7FL) != 0) {
        bytes[at++] = (byte) (folded & 0x7F | 0x80);
        folded >>>= 7;
      }
      bytes[at++] = (byte) folded;
    }
  }

  private void readLongs(long[] column, int length) {
    require(1);
    byte mode = bytes[at++];
    if (mode != DIFFERENCES && (mode != SAME || length == 0)) {
      throw new Malformed("a column has no known coding");
    }
    if (mode == SAME) {
      Arrays.fill(column, 0, length, readLong());
      return;
    }
    long value = 0;
    for (int row = 0; row < length; row++) {
      value += readLong();
      column[row] = value;
    }
  }

  private long readLong() {
    long folded = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      require(1);
      byte next = bytes[at++];
      folded |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return folded >>> 1 ^ -(folded & 1);
      }
    }
    throw new Malformed("an integer does not end");
  }

  private void writeInputs(DecisionBlock block) {
    room(block.inputCount * LONGEST_REAL + Long.BYTES);
    long[] before = new long[DecisionKind.MOST_INPUTS];
    int input = 0;
    for (int row = 0; row < block.rows; row++) {
      for (int i = 0; i < block.columns[DecisionBlock.INPUTS][row]; i++) {
        long bits = Double.doubleToLongBits(block.inputs[input++]);
        long change = bits ^ before[i];
        before[i] = bits;
        int kept = Long.BYTES - Long.numberOfTrailingZeros(change) / Byte.SIZE;
        bytes[at++] = (byte) kept;
        LONG.set(bytes, at, change);
        at += kept;
      }
    }
  }

  private void readInputs(DecisionBlock block) {
    long[] before = new long[DecisionKind.MOST_INPUTS];
    int input = 0;
    for (int row = 0; row < block.rows; row++) {
      for (int i = 0; i < block.columns[DecisionBlock.INPUTS][row]; i++) {
        require(1);
        int kept = bytes[at++];
        if (kept < 0 || kept > Long.BYTES) {
          throw new Malformed("an input has no possible length");
        }
        require(kept);
        long change = 0;
        for (int k = 0; k < kept; k++) {
          change |= (bytes[at++] & 0xFFL) << 56 - Byte.SIZE * k;
        }
        before[i] ^= change;
        block.inputs[input++] = Double.longBitsToDouble(before[i]);
      }
    }
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
    }
  }

  private void require(int more) {
    if (end - at < more) {
      throw new Malformed("it is too short for its columns");
    }
  }
}
