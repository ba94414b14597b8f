package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.service.JobTally.Count;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Independent replicates of a world, and what they say on average. A true value is refused with
 * probability {@link #FALSE_ALARM} by chance alone; seeds are fixed, so a test that passes keeps
 * passing. A test also fails if it could not tell a deviation of the stated size.
 */
final class Trials {
  /** Probability that a check of a correct engine fails under seeds drawn anew. */
  static final double FALSE_ALARM = 1e-4;

  private final int replicates;
  private final double warmUp;
  private final double until;
  private final LongFunction<JobWorld> worlds;
  private final Map<String, double[]> figures = new LinkedHashMap<>();
  private final Map<String, ToDoubleFunction<Stretch>> read = new LinkedHashMap<>();

  /**
   * What happened in a network after the warm-up.
   *
   * @param hours its length
   */
  record Stretch(
      JobWorld world, Map<String, long[]> before, Map<String, long[]> after, double hours) {
    long count(int network, Count what) {
      return difference(network, "tally.count." + what, -1);
    }

    long count(int network, Count what, int tier) {
      return difference(network, "tally.count." + what, tier);
    }

    /** Mean hours, of a sum in microseconds over a count. */
    double hours(int network, Count sum, Count of) {
      return count(network, sum) / (double) count(network, of) / JobWorld.HOUR;
    }

    double hours(int network, Count sum, Count of, int tier) {
      return count(network, sum, tier) / (double) count(network, of, tier) / JobWorld.HOUR;
    }

    double share(int network, Count what, Count of) {
      return count(network, what) / (double) count(network, of);
    }

    /** Share of those who began that did so at once. */
    double atOnce(int network) {
      String key = network + "/tally.waits.0.";
      double zero = after.get(key + "counts")[0] - before.get(key + "counts")[0];
      return zero / (after.get(key + "total")[0] - before.get(key + "total")[0]);
    }

    private long difference(int network, String column, int tier) {
      long[] then = before.get(network + "/" + column);
      long[] now = after.get(network + "/" + column);
      long sum = 0;
      for (int i = 0; i < now.length; i++) {
        sum += tier < 0 || tier == i ? now[i] - then[i] : 0;
      }
      return sum;
    }
  }

  /** Replicates of a world by seed, watched for so many hours after a warm-up. */
  Trials(int replicates, double warmUp, double hours, LongFunction<JobWorld> worlds) {
    this.replicates = replicates;
    this.warmUp = warmUp;
    this.until = warmUp + hours;
    this.worlds = worlds;
  }

  Trials watch(String figure, ToDoubleFunction<Stretch> value) {
    read.put(figure, value);
    return this;
  }

  Trials run() {
    read.keySet().forEach(figure -> figures.put(figure, new double[replicates]));
    for (int i = 0; i < replicates; i++) {
      JobWorld world = worlds.apply(20_251_125L + i);
      Map<String, long[]> before = new LinkedHashMap<>();
      world.at(warmUp, () -> before.putAll(columns(world)));
      world.run(until);
      Stretch stretch = new Stretch(world, before, columns(world), until - warmUp);
      for (Map.Entry<String, ToDoubleFunction<Stretch>> e : read.entrySet()) {
        figures.get(e.getKey())[i] = e.getValue().applyAsDouble(stretch);
      }
    }
    return this;
  }

  private static Map<String, long[]> columns(JobWorld world) {
    Map<String, long[]> all = new LinkedHashMap<>();
    for (int i = 0; i < world.services.size(); i++) {
      String prefix = i + "/";
      JobWorld.Columns.of(world.services.get(i))
          .longs
          .forEach((name, column) -> all.put(prefix + name, column));
    }
    return all;
  }

  /**
   * Checks a true value.
   *
   * @param tells relative deviation that the check could tell from chance
   */
  Trials holds(String figure, double truth, double tells) {
    double[] values = figures.get(figure);
    double mean = 0;
    for (double value : values) {
      mean += value / replicates;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (replicates - 1) / replicates);
    double half =
        error * new TDistribution(replicates - 1).inverseCumulativeProbability(1 - FALSE_ALARM / 2);
    String message = figure + ": " + mean + " ± " + half + ", true " + truth;
    if (Boolean.getBoolean("depinsim.trials")) {
      System.out.println(message + ", off by " + (mean / truth - 1));
    }
    assertTrue(Math.abs(mean - truth) <= half, message);
    assertTrue(half <= tells * Math.abs(truth), message + " cannot tell " + tells);
    return this;
  }
}
