package io.depinsim.core.run;

/**
 * A 128-bit hash of one column of state, in 64-bit integer arithmetic alone.
 *
 * <p>Entry {@code v} at position {@code i} contributes to two lanes, both sums modulo 2^64:
 *
 * <pre>
 *   h    = mix(v + (i + 1) * STEP)
 *   low  = low  + h
 *   high = high + (h xor (h >>> 29)) * (((i + 1) * WEIGHT) | 1)
 * </pre>
 *
 * where {@code mix} is two rounds of xor-shift and multiplication by an odd number, hence a
 * bijection: changing one entry always changes {@code low}. Sums commute, so a column may be split
 * among threads or a device in any way and the lanes added. Doubles enter by their bits, with both
 * zeros as +0 and every NaN as the canonical one. This is a checksum against accident, not against
 * forgery.
 *
 * @param low first lane
 * @param high second lane
 */
public record ColumnHash(long low, long high) {
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long WEIGHT = 0xd1342543de82ef95L;
  private static final long FIRST_FACTOR = 0xbf58476d1ce4e5b9L;
  private static final long SECOND_FACTOR = 0x94d049bb133111ebL;

  /** Hash of no entries. */
  public static ColumnHash empty() {
    return new ColumnHash(0, 0);
  }

  /**
   * Hash of rows {@code [from, to)}, positions counted from the start of the column.
   *
   * @throws IndexOutOfBoundsException if the column is shorter than {@code to}
   */
  public static ColumnHash ofLongs(long[] column, int from, int to) {
    long low = 0;
    long high = 0;
    long step = (from + 1L) * STEP;
    long weight = (from + 1L) * WEIGHT;
    for (int i = from; i < to; i++) {
      long h = mix(column[i] + step);
      low += h;
      high += (h ^ h >>> 29) * (weight | 1);
      step += STEP;
      weight += WEIGHT;
    }
    return new ColumnHash(low, high);
  }

  /**
   * Hash of rows {@code [from, to)}, positions counted from the start of the column.
   *
   * @throws IndexOutOfBoundsException if the column is shorter than {@code to}
   */
  public static ColumnHash ofDoubles(double[] column, int from, int to) {
    long low = 0;
    long high = 0;
    long step = (from + 1L) * STEP;
    long weight = (from + 1L) * WEIGHT;
    for (int i = from; i < to; i++) {
      // Adding +0 turns -0 into +0 and leaves every other number alone.
      long h = mix(Double.doubleToLongBits(column[i] + 0.0) + step);
      low += h;
      high += (h ^ h >>> 29) * (weight | 1);
      step += STEP;
      weight += WEIGHT;
    }
    return new ColumnHash(low, high);
  }

  /** The hash of both parts of a split column. */
  public ColumnHash plus(ColumnHash other) {
    return new ColumnHash(low + other.low, high + other.high);
  }

  private static long mix(long value) {
    long x = (value ^ value >>> 30) * FIRST_FACTOR;
    x = (x ^ x >>> 27) * SECOND_FACTOR;
    return x ^ x >>> 31;
  }
}
