package io.depinsim.core.state;

/**
 * Walks state column by column: digests and checkpoints see a run through this and nothing else.
 */
public interface StateVisitor {
  /** The first {@code length} entries of a column of integers. */
  void longs(String name, long[] column, int length);

  /** The first {@code length} entries of a column of reals. */
  void doubles(String name, double[] column, int length);
}
