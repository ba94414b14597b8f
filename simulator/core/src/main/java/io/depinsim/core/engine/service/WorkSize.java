package io.depinsim.core.engine.service;

import io.depinsim.core.random.Draws;

/** How much work a job brings, in units of the network. Pure: the same draws, the same work. */
public interface WorkSize {
  /** Mean, units, > 0. */
  double mean();

  /** Variance over squared mean, ≥ 0; 1 for an exponential. */
  double squaredVariation();

  /**
   * Work of one job, units, > 0.
   *
   * @param draws at the place where this job's work is drawn; takes one value where that is enough
   */
  double sample(Draws draws);
}
