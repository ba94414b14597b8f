package io.depinsim.core.engine.service;

/**
 * What an allocator sees of the machines that serve a network: stations, one per provider. Reads
 * only. Rows are rows of the network's provider table.
 */
public interface Stations {
  /** Number of providers a job may be placed with now. */
  int count();

  /** The i-th of them, in no meaningful order. */
  int row(int i);

  /** Machines of a provider that are free. */
  int idle(int row);

  /** Machines of a provider that can work. */
  int available(int row);

  /** Jobs that wait in the provider's line. */
  int waiting(int row);

  /** Work that waits or runs there, microseconds of one machine; an estimate. */
  double backlogMicros(int row);

  /** Time one machine of the provider takes for an amount of work, microseconds. */
  double serviceMicros(int row, double work);

  /** Region where its machines stand. */
  int region(int row);

  /** What the provider asks for a unit, over the network's price. */
  double ask(int row);

  /** Share of its latest jobs that it did in time, 0 to 1, forgotten by a twentieth a job. */
  double reputation(int row);

  /** Time until the data of a job are where the provider is, microseconds. */
  double fetchMicros(int cohort, int dataRegion, int row);

  /** One-way delay between a region and the provider, microseconds. */
  double latencyMicros(int region, int row);

  /** Time until a free machine of the provider is ready to begin, microseconds. */
  double startMicros(int row);

  /**
   * Expected time from now until a job's result is back, microseconds: what is ahead of it, data,
   * start, work and the way both ways.
   */
  default double expectedMicros(JobView job, int row) {
    int machines = Math.max(1, available(row));
    double ahead = idle(row) > 0 ? startMicros(row) : backlogMicros(row) / machines;
    return ahead
        + fetchMicros(job.cohort(), job.dataRegion(), row)
        + serviceMicros(row, job.work())
        + 2 * latencyMicros(job.region(), row);
  }

  /** Most a unit may cost the job over what the provider asks, so that it would be refused. */
  default boolean affordable(JobView job, int row) {
    return job.price() * ask(row) <= job.mostPrice();
  }
}
