package io.depinsim.core.engine.service;

/**
 * What an allocator that looks ahead sees and may do, within its budget. Every act costs the
 * allocator money of its own.
 */
public interface Outlook {
  /** The present time, microseconds since the start. */
  long nowMicros();

  /** Time between two looks, microseconds. */
  long stepMicros();

  /** Number of regions. */
  int regions();

  /** Number of cohorts that send jobs. */
  int cohorts();

  /** Work that arrived from a region since the last look, units. */
  double arrivedWork(int region);

  /** Jobs of a cohort that arrived from a region since the last look. */
  double arrivedJobs(int cohort, int region);

  /** Providers that can be reached. */
  Stations stations();

  /** What is left of the budget, currency. */
  double budget();

  /** Free machines of a provider that stay warm until a time without further cost. */
  int ready(int row, long untilMicros);

  /**
   * Keeps one more free machine of a provider warm until a time; false if none is left that would
   * not be warm anyway, or no money.
   */
  boolean warm(int row, long untilMicros);

  /** Places a copy of a cohort's data in a region until a time; false if there is no money. */
  boolean copy(int cohort, int region, long untilMicros);

  /**
   * Sends a free machine of a provider to maintenance if it is older than an age since its last
   * repair; false if there is none or no money.
   */
  boolean maintain(int row, double ageMicros);

  /** Characteristic life and shape of the wear of a provider's machines; 0 if they do not wear. */
  double wearLifeMicros(int row);

  /** Shape of the wear of a provider's machines. */
  double wearShape(int row);
}
