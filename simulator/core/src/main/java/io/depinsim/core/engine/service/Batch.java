package io.depinsim.core.engine.service;

/** Jobs that wait and providers with free machines, to be matched in one go. */
public interface Batch {
  /** Jobs that wait, longest first; at most some hundred. */
  int jobs();

  /** One of them; a cursor, valid until the next call. */
  JobView job(int i);

  /** Providers with free machines. */
  Stations stations();

  /** Places a job with a provider that has a free machine left. */
  void assign(int job, int row);
}
