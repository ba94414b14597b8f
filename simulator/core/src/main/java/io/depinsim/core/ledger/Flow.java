package io.depinsim.core.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A purpose for which money moves, with the running total of all that moved for it. Metrics read
 * {@link #mark()} at one time and {@link #since} at another. Declared up front by {@link
 * Ledger#flow}.
 */
public final class Flow {
  private final String name;
  private final AssetBook book;

  /**
   * The total in 128 bits, low half first: turnover passes 64 bits long before supply does. An
   * array so that checkpoints can restore it in place.
   */
  final long[] total = new long[2];

  Flow(String name, AssetBook book) {
    this.name = name;
    this.book = book;
  }

  /** Unique in its ledger. */
  public String name() {
    return name;
  }

  /** What moves. */
  public Asset asset() {
    return book.asset;
  }

  /**
   * All that ever moved, minor units.
   *
   * @throws ArithmeticException if it does not fit 64 bits; {@link #totalTokens} always works
   */
  public long total() {
    if (total[1] != 0 || total[0] < 0) {
      throw new ArithmeticException(
          "flow " + name + ": the total of " + totalTokens() + " does not fit 64 bits");
    }
    return total[0];
  }

  /** All that ever moved, whole tokens, exactly. */
  public BigDecimal totalTokens() {
    BigInteger low = new BigInteger(Long.toUnsignedString(total[0]));
    BigInteger minor = BigInteger.valueOf(total[1]).shiftLeft(Long.SIZE).add(low);
    return new BigDecimal(minor, asset().decimals());
  }

  /** A reading to hand to {@link #since}; means nothing by itself. */
  public long mark() {
    return total[0];
  }

  /** What moved since a mark, minor units; exact while that is below 2^63. */
  public long since(long mark) {
    return total[0] - mark;
  }

  AssetBook book() {
    return book;
  }

  void add(long amount) {
    long low = total[0] + amount;
    if (Long.compareUnsigned(low, amount) < 0) {
      total[1]++;
    }
    total[0] = low;
  }
}
