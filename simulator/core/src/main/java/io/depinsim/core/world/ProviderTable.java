package io.depinsim.core.world;

import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;

/**
 * One network's providers in columns: one entry per provider, cohorts one after another in scenario
 * order.
 *
 * <p>Capacity comes in two quality classes, plain units that count once and boosted units that
 * count {@code boost} times. Amounts scratched within an epoch are not here; everything here
 * outlives it.
 */
public final class ProviderTable implements StateOwner {
  private final int boost;
  private final long[] entity;
  private final long[] plain;
  private final long[] boosted;
  private final long[] faultyPlain;
  private final long[] faultyBoosted;
  private final long[] feeDebt;

  /**
   * An empty table.
   *
   * @param boost how often a boosted unit counts, ≥ 1
   * @param entity stable identity of each row
   */
  public ProviderTable(int boost, long[] entity) {
    this.boost = boost;
    this.entity = entity;
    this.plain = new long[entity.length];
    this.boosted = new long[entity.length];
    this.faultyPlain = new long[entity.length];
    this.faultyBoosted = new long[entity.length];
    this.feeDebt = new long[entity.length];
  }

  /** Number of rows. */
  public int rows() {
    return entity.length;
  }

  /** How often a boosted unit counts. */
  public int boost() {
    return boost;
  }

  /** Stable identities, keys of random draws. */
  public long[] entity() {
    return entity;
  }

  /** Plain units per row. */
  public long[] plain() {
    return plain;
  }

  /** Boosted units per row. */
  public long[] boosted() {
    return boosted;
  }

  /** Plain units per row that failed today's proof. */
  public long[] faultyPlain() {
    return faultyPlain;
  }

  /** Boosted units per row that failed today's proof. */
  public long[] faultyBoosted() {
    return faultyBoosted;
  }

  /** Fees a row could not pay, minor units; paid from its next income. */
  public long[] feeDebt() {
    return feeDebt;
  }

  /** Raw units of a row. */
  public long raw(int row) {
    return plain[row] + boosted[row];
  }

  /** Quality-adjusted units of a row. */
  public long quality(int row) {
    return plain[row] + boost * boosted[row];
  }

  /** Quality-adjusted units of a row that failed today's proof. */
  public long faultyQuality(int row) {
    return faultyPlain[row] + boost * faultyBoosted[row];
  }

  /** Raw units of all rows. */
  public long totalRaw() {
    long sum = 0;
    for (int row = 0; row < entity.length; row++) {
      sum += plain[row] + boosted[row];
    }
    return sum;
  }

  /** Quality-adjusted units of all rows. */
  public long totalQuality() {
    long sum = 0;
    for (int row = 0; row < entity.length; row++) {
      sum += quality(row);
    }
    return sum;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    visitor.longs("plain", plain, plain.length);
    visitor.longs("boosted", boosted, boosted.length);
    visitor.longs("faultyPlain", faultyPlain, faultyPlain.length);
    visitor.longs("faultyBoosted", faultyBoosted, faultyBoosted.length);
    visitor.longs("feeDebt", feeDebt, feeDebt.length);
  }
}
