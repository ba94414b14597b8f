package io.depinsim.core.engine;

import java.util.SplittableRandom;

/** Exponential spans in whole microseconds, drawn beforehand and used in turn by every calendar. */
final class Draws {
  private static final int LENGTH = 1 << 20;

  private final long[] spans = new long[LENGTH];
  private int next;

  Draws(long seed, double meanMicros) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < LENGTH; i++) {
      spans[i] = 1 + (long) (-StrictMath.log(1 - random.nextDouble()) * meanMicros);
    }
  }

  /** Starts over. */
  void rewind() {
    next = 0;
  }

  long next() {
    return spans[next++ & LENGTH - 1];
  }
}
