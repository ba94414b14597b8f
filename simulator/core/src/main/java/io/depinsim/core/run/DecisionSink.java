package io.depinsim.core.run;

/** Where the bytes of a log of decisions go as its blocks fill. */
public interface DecisionSink extends AutoCloseable {
  /** Keeps nothing: for who only wants to know the seal. */
  DecisionSink NOWHERE =
      new DecisionSink() {
        @Override
        public void append(byte[] bytes, int length) {}

        @Override
        public void settle(long length) {}

        @Override
        public void close() {}
      };

  /**
   * Appends the first bytes of an array.
   *
   * @throws RunDirectoryException if they cannot be written
   */
  void append(byte[] bytes, int length);

  /**
   * Makes sure that exactly this many bytes are there and outlast the machine: what lies behind
   * them is cut off.
   *
   * @throws RunDirectoryException if there are fewer, or they cannot be written
   */
  void settle(long length);

  @Override
  void close();
}
