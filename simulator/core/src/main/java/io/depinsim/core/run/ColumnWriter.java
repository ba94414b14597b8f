package io.depinsim.core.run;

import io.depinsim.core.state.StateVisitor;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.IntToLongFunction;

/**
 * Writes columns of state one after the other: kind, name, length, values. Integers are big-endian,
 * reals the bits of a double; of a column that holds nothing but zeros only the length is written.
 */
final class ColumnWriter implements StateVisitor {
  static final byte LONGS = 'L';
  static final byte DOUBLES = 'D';
  static final byte ZEROS = 0;
  static final byte VALUES = 1;

  private static final int CHUNK = 4096;

  private final DataOutputStream out;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Long.BYTES);

  ColumnWriter(DataOutputStream out) {
    this.out = out;
  }

  @Override
  public void longs(String name, long[] column, int length) {
    column(LONGS, name, length, row -> column[row]);
  }

  @Override
  public void doubles(String name, double[] column, int length) {
    column(DOUBLES, name, length, row -> Double.doubleToRawLongBits(column[row]));
  }

  private void column(byte kind, String name, int length, IntToLongFunction bits) {
    try {
      out.writeByte(kind);
      out.writeUTF(name);
      out.writeInt(length);
      if (isZero(length, bits)) {
        out.writeByte(ZEROS);
        return;
      }
      out.writeByte(VALUES);
      for (int from = 0; from < length; from += CHUNK) {
        chunk.clear();
        for (int row = from; row < Math.min(length, from + CHUNK); row++) {
          chunk.putLong(bits.applyAsLong(row));
        }
        out.write(chunk.array(), 0, chunk.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isZero(int length, IntToLongFunction bits) {
    long any = 0;
    for (int row = 0; row < length; row++) {
      any |= bits.applyAsLong(row);
    }
    return any == 0;
  }
}
