package io.depinsim.core.random;

import org.apache.commons.math3.util.FastMath;

/**
 * A cursor over the draws of one stream. The n-th value depends on the stream's key and n alone.
 *
 * <p>The cursor counts 64-bit values; Philox yields two per block, so value n lies in block n / 2,
 * which is field {@code draw} of {@link Streams}. Each method says how many values it takes. A
 * stream ends after 131,072 values; the next one throws. Not thread-safe: one cursor per thread,
 * moved by {@link Streams#seek}. No method allocates.
 *
 * <p>Samplers that take one value are monotone in it, so two policies that meet the same luck with
 * slightly different parameters get results in the same order.
 */
public final class Draws {
  /** Values in one stream. */
  public static final int VALUES_PER_STREAM = 1 << 17;

  private static final long LOW_WORD = 0xFFFF_FFFFL;
  private static final double TWO_TO_MINUS_52 = 0x1.0p-52;
  private static final int DRAW_SHIFT = 16;

  private final int[] block = new int[4];
  private long seed;
  private long counterHigh;
  private long counterLow;
  private int taken;
  private boolean placed;

  /** A cursor on no stream: it refuses to draw until {@link Streams#seek} moves it to one. */
  public Draws() {}

  void place(long seed, long counterHigh, long counterLow) {
    this.seed = seed;
    this.counterHigh = counterHigh;
    this.counterLow = counterLow;
    taken = 0;
    placed = true;
  }

  /** How many 64-bit values this stream has given since the cursor was placed. */
  public int taken() {
    return taken;
  }

  /**
   * The next 64 bits. Takes one value.
   *
   * @throws IllegalStateException if the stream is used up or the cursor was never placed
   */
  public long nextLong() {
    if ((taken & 1) == 0) {
      computeBlock();
      taken++;
      return (long) block[1] << 32 | block[0] & LOW_WORD;
    }
    taken++;
    return (long) block[3] << 32 | block[2] & LOW_WORD;
  }

  /**
   * Uniform on the open interval (0, 1): the midpoints of 2^52 equal cells, never 0 or 1, and
   * symmetric about one half. Takes one value.
   */
  public double nextUniform() {
    return ((nextLong() >>> 12) + 0.5) * TWO_TO_MINUS_52;
  }

  /**
   * Uniform on 0 to {@code bound} - 1 without bias. Takes one value, more with probability below
   * bound / 2^64.
   *
   * @throws IllegalArgumentException if the bound is below one
   */
  public int nextInt(int bound) {
    return (int) nextLong(bound);
  }

  /**
   * Uniform on 0 to {@code bound} - 1 without bias. Takes one value, more with probability below
   * bound / 2^64.
   *
   * @throws IllegalArgumentException if the bound is below one
   * @see <a href="https://doi.org/10.1145/3230636">Lemire: Fast random integer generation in an
   *     interval (2019)</a>
   */
  public long nextLong(long bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound of a uniform integer: " + bound + " is below 1.");
    }
    while (true) {
      long value = nextLong();
      long product = value * bound;
      // The lowest 2^64 mod bound products would make some results likelier than others.
      if (Long.compareUnsigned(product, bound) >= 0
          || Long.compareUnsigned(product, Long.remainderUnsigned(-bound, bound)) >= 0) {
        return Math.multiplyHigh(value, bound) + (value >> 63 & bound);
      }
    }
  }

  /**
   * Whether an event of the given probability happens. Takes one value; an event that happens at
   * one probability happens at every larger one.
   *
   * @param probability 0 to 1
   * @throws IllegalArgumentException if it is not
   */
  public boolean nextEvent(double probability) {
    requireProbability(probability);
    return nextUniform() < probability;
  }

  /** Standard normal, by inversion. Takes one value. */
  public double nextGaussian() {
    return NormalQuantile.of(nextUniform());
  }

  /**
   * Exponential, by inversion; increasing in the value taken. Takes one value.
   *
   * @param mean ≥ 0, finite, in any unit; the result has the same
   * @throws IllegalArgumentException if the mean is negative or not finite
   */
  public double nextExponential(double mean) {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "mean of an exponential: " + mean + " is not finite and at least 0.");
    }
    return -mean * FastMath.log(1 - nextUniform());
  }

  /**
   * Log-normal: exp of a normal. Takes one value.
   *
   * @param mu mean of the logarithm, finite; the median is exp(mu)
   * @param sigma standard deviation of the logarithm, ≥ 0, finite
   * @throws IllegalArgumentException if either is out of range
   */
  public double nextLogNormal(double mu, double sigma) {
    if (!Double.isFinite(mu) || !(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "log-normal: mu "
              + mu
              + " must be finite and sigma "
              + sigma
              + " finite and at least 0.");
    }
    return FastMath.exp(mu + sigma * nextGaussian());
  }

  /**
   * Poisson, exact. Below a mean of 30 by inversion: one value, non-decreasing in it and in the
   * mean. From 30 on by transformed rejection: two values for each attempt, 1.1 to 1.25 attempts on
   * average.
   *
   * @param mean 0 to 10^9
   * @return a count ≥ 0
   * @throws IllegalArgumentException if the mean is out of range
   * @see <a href="https://doi.org/10.1016/0167-6687(93)90997-4">Hörmann: The transformed rejection
   *     method for generating Poisson random variables (1993)</a>
   */
  public long nextPoisson(double mean) {
    if (!(mean >= 0 && mean <= PoissonSampler.MAX_MEAN)) {
      throw new IllegalArgumentException(
          "mean of a Poisson count: " + mean + " is not within 0 to 1E9.");
    }
    return PoissonSampler.sample(this, mean);
  }

  /**
   * Binomial, exact: how many of {@code trials} succeed. If fewer than 30 successes or fewer than
   * 30 failures are expected, by inversion: one value, non-decreasing in it. Otherwise by
   * transformed rejection: two values for each attempt, 1.1 to 1.25 attempts on average.
   *
   * @param trials 0 to 10^12
   * @param probability of success of each, 0 to 1
   * @return successes, 0 to {@code trials}
   * @throws IllegalArgumentException if either is out of range
   * @see <a href="https://doi.org/10.1080/00949659308811496">Hörmann: The generation of binomial
   *     random variates (1993)</a>
   */
  public long nextBinomial(long trials, double probability) {
    if (trials < 0 || trials > BinomialSampler.MAX_TRIALS) {
      throw new IllegalArgumentException(
          "trials of a binomial count: " + trials + " is not within 0 to 1000000000000.");
    }
    requireProbability(probability);
    return BinomialSampler.sample(this, trials, probability);
  }

  private void computeBlock() {
    if (!placed) {
      throw new IllegalStateException("random cursor: placed on no stream. Maybe seek one first.");
    }
    if (taken == VALUES_PER_STREAM) {
      throw new IllegalStateException(
          "random stream (counter "
              + Long.toHexString(counterHigh)
              + " "
              + Long.toHexString(counterLow)
              + "): all "
              + VALUES_PER_STREAM
              + " values are taken. Maybe give each use its own occurrence.");
    }
    long high = counterHigh | (long) (taken >>> 1) << DRAW_SHIFT;
    Philox4x32.block(
        (int) seed,
        (int) (seed >>> 32),
        (int) counterLow,
        (int) (counterLow >>> 32),
        (int) high,
        (int) (high >>> 32),
        block);
  }

  private static void requireProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability: " + probability + " is not within 0 to 1.");
    }
  }
}
