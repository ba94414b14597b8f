package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;

/**
 * Jobs that wait and providers with free machines, to be matched in one go. Nothing changes until
 * the round is over: providers keep the free machines that they are shown with.
 */
public interface Batch {
  /** Jobs that wait, next one first; at most 256. */
  int jobs();

  /** One of them; a cursor, valid until the next call. */
  JobView job(int i);

  /** Providers with free machines, at least one. */
  Stations stations();

  /** Luck of the round, at its first draw. */
  Draws draws();

  /**
   * Places a job with a provider, no more jobs with one than it has free machines.
   *
   * @param cost what the allocator weighed, for the log
   * @throws IllegalStateException if the job is placed already
   */
  void assign(int job, int row, double cost);
}
