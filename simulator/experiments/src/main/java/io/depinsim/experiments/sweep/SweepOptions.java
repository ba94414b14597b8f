package io.depinsim.experiments.sweep;

import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.RunOptions;
import java.util.function.Predicate;

/**
 * How to sweep.
 *
 * @param design how points are placed
 * @param points how many, ≥ 1
 * @param replicates replicates at each point, ≥ 1
 * @param inputs which inputs are varied, by path
 * @param threads points run at once, ≥ 1; changes no result
 * @param progress told after each point
 * @param keeping how the sweep is kept while it is unfinished
 */
public record SweepOptions(
    Design design,
    int points,
    int replicates,
    Predicate<String> inputs,
    int threads,
    RunOptions.Progress progress,
    Keeping keeping) {

  /** Checks the counts. */
  public SweepOptions {
    if (points < 1 || replicates < 1 || threads < 1) {
      throw new IllegalArgumentException("points, replicates and threads: must be 1 or more");
    }
  }
}
