package io.depinsim.core.incentive.filecoin;

/**
 * A quantity and its change per epoch, in double precision: what {@link AlphaBetaFilter} estimates
 * exactly.
 *
 * @param position the quantity now (FIL per epoch, or bytes)
 * @param velocityPerEpoch its change per epoch
 */
public record FilterEstimate(double position, double velocityPerEpoch) {
  /** An estimate that stands still. */
  public static FilterEstimate flat(double position) {
    return new FilterEstimate(position, 0);
  }
}
