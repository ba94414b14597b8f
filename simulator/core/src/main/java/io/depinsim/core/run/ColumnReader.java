package io.depinsim.core.run;

import io.depinsim.core.state.StateVisitor;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Puts state back that {@link ColumnWriter} wrote: writes into the columns it is shown, which must
 * come in the same order with the same names and lengths.
 */
final class ColumnReader implements StateVisitor {
  private static final int CHUNK = 4096;

  private final DataInputStream in;
  private final byte[] chunk = new byte[CHUNK * Long.BYTES];

  ColumnReader(DataInputStream in) {
    this.in = in;
  }

  @Override
  public void longs(String name, long[] column, int length) {
    column(ColumnWriter.LONGS, name, length, (row, bits) -> column[row] = bits);
  }

  @Override
  public void doubles(String name, double[] column, int length) {
    column(
        ColumnWriter.DOUBLES,
        name,
        length,
        (row, bits) -> column[row] = Double.longBitsToDouble(bits));
  }

  private interface Cell {
    void set(int row, long bits);
  }

  private void column(byte kind, String name, int length, Cell cell) {
    try {
      byte storedKind = in.readByte();
      String storedName = in.readUTF();
      int storedLength = in.readInt();
      if (storedKind != kind || !storedName.equals(name) || storedLength != length) {
        throw new ForeignStateException(
            String.join(
                " ",
                "it holds " + storedName + " of " + storedLength + " entries where",
                name + " of " + length + " is needed"));
      }
      if (in.readByte() == ColumnWriter.ZEROS) {
        for (int row = 0; row < length; row++) {
          cell.set(row, 0);
        }
        return;
      }
      for (int from = 0; from < length; from += CHUNK) {
        int rows = Math.min(CHUNK, length - from);
        in.readFully(chunk, 0, rows * Long.BYTES);
        ByteBuffer values = ByteBuffer.wrap(chunk);
        for (int row = from; row < from + rows; row++) {
          cell.set(row, values.getLong());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state belongs to another world. */
  static final class ForeignStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignStateException(String what) {
      super(what);
    }
  }
}
