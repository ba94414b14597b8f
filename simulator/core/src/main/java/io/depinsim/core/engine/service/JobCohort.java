package io.depinsim.core.engine.service;

import java.util.List;
import java.util.Optional;

/**
 * What the jobs of one cohort of consumers are like; the same wherever they go.
 *
 * @param name key of the cohort in the scenario
 * @param entity its identity, key of draws together with the number of a job
 * @param machines machines a job needs at once
 * @param deadlineMicros from arrival to result; {@code Long.MAX_VALUE} for none
 * @param patienceMicros mean time it waits; infinite for ever
 * @param retries how often it is placed again after its machine went down
 * @param keeps share of the work done that survives an interruption
 * @param mostPrice median of what it pays for a unit at most, currency; infinite for anything
 * @param mostPriceSpread standard deviation of its logarithm
 * @param dataBytes size of its data
 * @param from running totals of shares by region where jobs come from
 * @param dataAt running totals of shares by region where their data lie
 * @param stages what becomes of it on each network, in the order of networks; empty where it never
 *     comes
 */
public record JobCohort(
    String name,
    long entity,
    int machines,
    long deadlineMicros,
    double patienceMicros,
    int retries,
    double keeps,
    double mostPrice,
    double mostPriceSpread,
    double dataBytes,
    double[] from,
    double[] dataAt,
    List<Optional<Stage>> stages) {

  /** {@link #deadlineMicros} of jobs that may take any time. */
  public static final long NO_DEADLINE = Long.MAX_VALUE;

  /**
   * A job on one network.
   *
   * @param work how much it brings there
   * @param next running totals of shares that go on to each network, in the order of networks; what
   *     is missing to 1 leaves
   */
  public record Stage(WorkSize work, double[] next) {
    /** Whether any job goes on from here. */
    boolean goesOn() {
      return next.length > 0 && next[next.length - 1] > 0;
    }
  }

  /** Whether luck of waiting and of prices is drawn at all. */
  boolean drawsLimits() {
    return mostPrice < Double.POSITIVE_INFINITY || patienceMicros < Double.POSITIVE_INFINITY;
  }

  /** Its stage on a network. */
  Stage stage(int network) {
    return stages
        .get(network)
        .orElseThrow(() -> new IllegalStateException("jobs of " + name + ": lost their way"));
  }

  /** When a job that arrived at a time is due, microseconds since the start. */
  long due(long arrived) {
    return deadlineMicros == NO_DEADLINE ? NO_DEADLINE : arrived + deadlineMicros;
  }

  /** First place of a running total that a uniform number lies below. */
  public static int pick(double[] totals, double uniform) {
    int last = totals.length - 1;
    int at = 0;
    while (at < last && uniform >= totals[at]) {
      at++;
    }
    return at;
  }
}
