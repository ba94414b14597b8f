package io.depinsim.core.ledger;

/** How often invariants are tested. Each level includes those before it; none changes a result. */
public enum CheckLevel {
  /** Never. Transfers still refuse what an account cannot cover. */
  NONE,
  /** Everything, once, when the run ends. */
  RUN,
  /** Everything, at the end of every epoch. */
  EPOCH,
  /** Running totals and touched rows after every event as well. */
  EVENT;

  /** Whether this level does what {@code other} does. */
  public boolean includes(CheckLevel other) {
    return compareTo(other) >= 0;
  }
}
