package io.depinsim.core.random;

/**
 * What a draw is for: twelve bits of the key, so that two uses of randomness for one entity never
 * share a stream.
 *
 * <p>Codes are frozen: published results depend on them. A new purpose takes the next free code, a
 * retired one keeps its code for ever, and the order of the constants means nothing.
 */
public enum Purpose {
  /** How large a provider is. */
  PROVIDER_SIZE(1),
  /** When a potential provider considers entering. */
  PROVIDER_ENTRY(2),
  /** How many blocks a provider wins in a period. */
  BLOCK_WINS(3),
  /** Which hardware fails, when, and for how long. */
  FAULTS(4),
  /** How a provider chooses sizes and durations of what it commits. */
  SECTOR_CHOICE(5),
  /** Where a replicate or sweep point lies within an uncertain input's range. */
  UNCERTAINTY(6),
  /** What running a machine costs its owner. */
  RUNNING_COST(7),
  /** What an owner pays for a machine. */
  CAPEX(8),
  /** How much cash an owner holds. */
  RUNWAY(9),
  /** Whether an owner acts on a chance in a decision round. */
  OWNER_ACTION(10),
  /** What a service is worth to a consumer. */
  WILLINGNESS(11),
  /** What a consumer can spend. */
  BUDGET(12),
  /** The mood of speculators. */
  SENTIMENT(13),
  /** Which replicates a bootstrap or a permutation takes. */
  RESAMPLING(14),
  /** When a potential job arrives. */
  JOB_ARRIVAL(21),
  /** What a potential job is, and whether it happens. */
  JOB(22),
  /** How long a job waits before it is withdrawn. */
  PATIENCE(23),
  /** Which machines an allocator looks at, and whom it prefers. */
  ALLOCATION(24),
  /** When a machine breaks, by its n-th life. */
  WEAR(25),
  /** How long a repair takes, and whether it helps. */
  REPAIR(26),
  /** When a region fails, for how long, and whom that hits. */
  REGIONAL_OUTAGE(27),
  /** When an idle owner takes a machine back, and for how long. */
  RECLAIM(28),
  /** Where an owner's machines stand, how fast they are, what it asks. */
  MACHINE(29),
  /** Where a finished job goes next. */
  ROUTING(30),
  /** Whether an owner changes to another allocator. */
  LISTING(31),
  /** Which decisions are logged. */
  LOGGING(32),
  /** How a token's price from outside moves. */
  PRICE_PATH(20);

  /** Codes lie below this. */
  public static final int CODE_LIMIT = 1 << 12;

  private final int code;

  Purpose(int code) {
    this.code = code;
  }

  /** The frozen code, 1 to 4095. */
  public int code() {
    return code;
  }
}
