package io.depinsim.core.engine;

import io.depinsim.core.world.CapacityBook;
import io.depinsim.core.world.Cohort;

/**
 * One cohort's part of a network: rows {@code [firstRow, firstRow + cohort.rows())} of the provider
 * table.
 *
 * @param cohort who they are
 * @param firstRow its first row in the network's table
 * @param strategy decides for them
 * @param plain commitments of their plain units
 * @param boosted commitments of their boosted units
 */
public record NetworkSegment(
    Cohort cohort,
    int firstRow,
    CapacityStrategy strategy,
    CapacityBook plain,
    CapacityBook boosted) {

  /** One past its last row. */
  public int endRow() {
    return firstRow + cohort.rows();
  }
}
