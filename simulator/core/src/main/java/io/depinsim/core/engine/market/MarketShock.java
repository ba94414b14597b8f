package io.depinsim.core.engine.market;

/**
 * Something that happens to a market from outside: a pure function of time.
 *
 * @param network name of the network
 * @param effect what it changes
 * @param fromMicros when it begins, microseconds since the start
 * @param untilMicros when it has ended; {@code fromMicros} for something that happens once
 * @param factor what the quantity is multiplied by, ≥ 0
 */
public record MarketShock(
    String network, Effect effect, long fromMicros, long untilMicros, double factor) {

  /** What a shock changes. */
  public enum Effect {
    /** Speculators trade once until the price has changed by the factor. */
    PRICE,
    /** Demand for service. */
    DEMAND,
    /** Machines that work. */
    CAPACITY
  }

  /** The factor if the shock has this effect now, else 1. */
  public double at(Effect asked, long nowMicros) {
    return effect == asked && fromMicros <= nowMicros && nowMicros < untilMicros ? factor : 1;
  }
}
