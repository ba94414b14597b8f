package io.depinsim.core.time;

/**
 * Simulated time: a {@code long} of microseconds since the scenario's start, UTC. Negative is
 * before the start. Days are always 86,400 seconds; there are no leap seconds.
 *
 * <p>Every time lies within ±2^53 µs, about 285 years, where a double holds it exactly; conversions
 * check this at the door.
 */
public final class SimulatedTime {
  public static final long MICROS_PER_SECOND = 1_000_000L;
  public static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
  public static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;
  public static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;
  public static final long MICROS_PER_WEEK = 7 * MICROS_PER_DAY;

  /** Largest time in microseconds, 2^53; its negative is the smallest. */
  public static final long MAX_MICROS = 1L << 53;

  private SimulatedTime() {}

  /**
   * The same time, if it is within range.
   *
   * @param micros time or duration in microseconds
   * @throws IllegalArgumentException if it is beyond ±2^53
   */
  public static long requireInRange(long micros) {
    if (micros < -MAX_MICROS || micros > MAX_MICROS) {
      throw new IllegalArgumentException(
          "simulated time: "
              + micros
              + " µs is beyond ±2^53 µs (285 years), where times are exact. Maybe move the start.");
    }
    return micros;
  }

  /**
   * Microseconds in so many seconds.
   *
   * @throws IllegalArgumentException if the result is beyond ±2^53
   */
  public static long ofSeconds(long seconds) {
    return scaled(seconds, MICROS_PER_SECOND);
  }

  /**
   * Microseconds in so many hours.
   *
   * @throws IllegalArgumentException if the result is beyond ±2^53
   */
  public static long ofHours(long hours) {
    return scaled(hours, MICROS_PER_HOUR);
  }

  /**
   * Microseconds in so many days.
   *
   * @throws IllegalArgumentException if the result is beyond ±2^53
   */
  public static long ofDays(long days) {
    return scaled(days, MICROS_PER_DAY);
  }

  /** Seconds as a real number, correctly rounded. */
  public static double toSeconds(long micros) {
    return requireInRange(micros) / (double) MICROS_PER_SECOND;
  }

  /** Hours as a real number, correctly rounded. */
  public static double toHours(long micros) {
    return requireInRange(micros) / (double) MICROS_PER_HOUR;
  }

  /** Days as a real number, correctly rounded. */
  public static double toDays(long micros) {
    return requireInRange(micros) / (double) MICROS_PER_DAY;
  }

  /** Whole days completed since the start, rounded down: -1 at one microsecond before it. */
  public static long wholeDays(long micros) {
    return Math.floorDiv(requireInRange(micros), MICROS_PER_DAY);
  }

  /** {@code count} times {@code micros}, checked. */
  static long scaled(long count, long micros) {
    long limit = MAX_MICROS / micros;
    if (count < -limit || count > limit) {
      throw new IllegalArgumentException(
          "simulated time: "
              + count
              + " times "
              + micros
              + " µs is beyond ±2^53 µs (285 years), where times are exact.");
    }
    return count * micros;
  }
}
