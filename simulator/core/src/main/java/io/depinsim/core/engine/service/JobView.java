package io.depinsim.core.engine.service;

/** What an allocator sees of a job. A cursor that is reused: valid during the call only. */
public interface JobView {
  /** The present time, microseconds since the start. */
  long nowMicros();

  /** Place of its cohort among those that send jobs. */
  int cohort();

  /** Its number among the potential jobs of its cohort. */
  long number();

  /** What it pays for: tier of the price list. */
  int tier();

  /** Region it comes from. */
  int region();

  /** Region where its data lie. */
  int dataRegion();

  /** Work that is left, units. */
  double work();

  /** Price of a unit on the network when it arrived, currency; providers may ask more or less. */
  double price();

  /** Most it pays for a unit, currency; infinite if anything. */
  double mostPrice();

  /** When its result is due, microseconds since the start; {@code Long.MAX_VALUE} for never. */
  long dueMicros();
}
