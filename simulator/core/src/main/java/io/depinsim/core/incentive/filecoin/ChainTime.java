package io.depinsim.core.incentive.filecoin;

import java.time.Instant;

/**
 * Filecoin's clock: an epoch is 30 s, a protocol year has 365 days.
 *
 * @see <a href="https://github.com/filecoin-project/builtin-actors">builtin-actors @b0a3bdd6,
 *     runtime clock constants</a>
 */
public final class ChainTime {
  /** Length of an epoch. */
  public static final int SECONDS_PER_EPOCH = 30;

  /** Epochs per day. */
  public static final int EPOCHS_PER_DAY = 2880;

  /** Epochs per protocol year of 365 days. */
  public static final int EPOCHS_PER_YEAR = 365 * EPOCHS_PER_DAY;

  /** Instant of epoch 0. */
  public static final Instant GENESIS = Instant.parse("2020-08-24T22:00:00Z");

  /** Epoch of liftoff, 2020-10-15, from which genesis allocations vest. */
  public static final long LIFTOFF_EPOCH = 148_888;

  private ChainTime() {}

  /** Epochs from genesis to an instant; fractional, negative before genesis. */
  public static double epochAt(Instant instant) {
    long seconds = instant.getEpochSecond() - GENESIS.getEpochSecond();
    return (seconds + instant.getNano() * 1e-9) / SECONDS_PER_EPOCH;
  }
}
