package io.depinsim.core.random;

/**
 * All randomness of one replicate: a draw is a pure function of (seed, replicate, purpose, entity,
 * occurrence, draw), so its value never depends on what was drawn before, by whom, or how often.
 *
 * <p>The layout is frozen. Key: the seed, 64 bits. Counter of 128 bits, most significant first:
 * replicate 20, purpose 12, draw 16, occurrence 40, entity 40. Field {@code draw} counts Philox
 * blocks; a block is two 64-bit values. Safe to share between threads.
 *
 * @param seed any 64-bit value, from the scenario
 * @param replicate 0 to 1,048,575
 * @param witness hears which streams are used; changes nothing
 */
public record Streams(long seed, int replicate, Witness witness) {
  /** Replicates lie below this. */
  public static final int REPLICATE_LIMIT = 1 << 20;

  /** Occurrences lie below this. */
  public static final long OCCURRENCE_LIMIT = 1L << 40;

  /** Hears which streams are used. */
  @FunctionalInterface
  public interface Witness {
    /** Nobody listens. */
    Witness NONE = (purpose, entity, occurrence) -> {};

    /** A cursor was moved to the first draw of this stream. */
    void used(Purpose purpose, long entity, long occurrence);
  }

  /** Streams of one replicate, unheard. */
  public Streams(long seed, int replicate) {
    this(seed, replicate, Witness.NONE);
  }

  /**
   * Streams of one replicate.
   *
   * @throws IllegalArgumentException if the replicate is out of range
   */
  public Streams {
    requireBelow("replicate", replicate, REPLICATE_LIMIT);
  }

  /**
   * A new cursor on the first draw of a stream.
   *
   * @param purpose what the draws are for
   * @param entity from {@link Entity#of}
   * @param occurrence which time, 0 to 2^40 - 1: an epoch, a day, an age, an n-th potential job;
   *     never a count of draws made
   * @throws IllegalArgumentException if entity or occurrence is out of range
   */
  public Draws at(Purpose purpose, long entity, long occurrence) {
    Draws draws = new Draws();
    seek(draws, purpose, entity, occurrence);
    return draws;
  }

  /**
   * Moves an existing cursor to the first draw of a stream, as {@link #at} does, without
   * allocation.
   *
   * @throws IllegalArgumentException if entity or occurrence is out of range; the cursor stays
   */
  public void seek(Draws reused, Purpose purpose, long entity, long occurrence) {
    requireBelow("entity", entity, Entity.LIMIT);
    requireBelow("occurrence", occurrence, OCCURRENCE_LIMIT);
    long high = (long) replicate << 44 | (long) purpose.code() << 32 | occurrence >>> 24;
    long low = occurrence << 40 | entity;
    reused.place(seed, high, low);
    witness.used(purpose, entity, occurrence);
  }

  private static void requireBelow(String field, long value, long limit) {
    if (value < 0 || value >= limit) {
      throw new IllegalArgumentException(
          field + " of a random stream: " + value + " is not within 0 to " + (limit - 1) + ".");
    }
  }
}
