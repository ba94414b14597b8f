package io.depinsim.core.run;

import io.depinsim.core.InvariantException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Every metric of every replicate kept over time: the content of {@code series.csv}.
 *
 * <p>One time axis is shared by all series. A series, named by policy, regime, metric and
 * replicate, is either complete, one finite value per time, or absent: some metrics exist only
 * under some policies, and an interrupted run lacks its last replicates. Immutable.
 */
public final class SeriesTable {
  private final List<String> policies;
  private final List<String> regimes;
  private final List<String> metrics;
  private final int replicates;
  private final List<Instant> times;

  /** One series per cell, null where there is none; order of {@link #cell}. */
  private final double[][] cells;

  private SeriesTable(Builder builder) {
    this.policies = builder.policies;
    this.regimes = builder.regimes;
    this.metrics = builder.metrics;
    this.replicates = builder.replicates;
    this.times = builder.times;
    this.cells = builder.cells.clone();
  }

  /**
   * Starts a table without series.
   *
   * @param policies names in definition order, no two alike
   * @param regimes names in definition order, no two alike
   * @param metrics keys in definition order, no two alike
   * @param replicates number of replicates, at least 1; they are numbered from 0
   * @param times times of measurement, ascending
   * @throws IllegalArgumentException if any of this does not hold
   */
  public static Builder builder(
      List<String> policies,
      List<String> regimes,
      List<String> metrics,
      int replicates,
      List<Instant> times) {
    return new Builder(policies, regimes, metrics, replicates, times);
  }

  /** Names of the policies in definition order. */
  public List<String> policies() {
    return policies;
  }

  /** Names of the regimes in definition order. */
  public List<String> regimes() {
    return regimes;
  }

  /** Keys of the metrics in definition order. */
  public List<String> metrics() {
    return metrics;
  }

  /** Number of replicates; they are numbered from 0. */
  public int replicates() {
    return replicates;
  }

  /** Times of measurement, ascending, shared by all series. */
  public List<Instant> times() {
    return times;
  }

  /**
   * One series: a value for each of {@link #times}. The array is the caller's own.
   *
   * @throws IllegalArgumentException if the name is unknown or the series is absent
   */
  public double[] values(String policy, String regime, String metric, int replicate) {
    return find(policy, regime, metric, replicate)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No series "
                        + name(policy, regime, metric, replicate)
                        + ". Maybe the run was interrupted before it was finished."));
  }

  /**
   * One series, empty if it is absent.
   *
   * @throws IllegalArgumentException if policy, regime, metric or replicate is unknown
   */
  public Optional<double[]> find(String policy, String regime, String metric, int replicate) {
    int cell =
        cell(
            index(policies, policy, "policy"),
            index(regimes, regime, "regime"),
            index(metrics, metric, "metric"),
            replicate);
    return Optional.ofNullable(cells[cell]).map(double[]::clone);
  }

  /** The series itself, null if absent; for the writer, which changes nothing. */
  double[] shared(int policy, int regime, int metric, int replicate) {
    return cells[cell(policy, regime, metric, replicate)];
  }

  private int cell(int policy, int regime, int metric, int replicate) {
    if (replicate < 0 || replicate >= replicates) {
      throw new IllegalArgumentException(
          "Replicate " + replicate + " is outside 0.." + (replicates - 1) + ".");
    }
    return ((policy * regimes.size() + regime) * replicates + replicate) * metrics.size() + metric;
  }

  private static int index(List<String> names, String name, String what) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no " + what + " '" + name + "'. Known are: " + String.join(", ", names) + ".");
    }
    return index;
  }

  private static String name(String policy, String regime, String metric, int replicate) {
    return metric + " of policy " + policy + ", regime " + regime + ", replicate " + replicate;
  }

  /** Collects series. Not safe for several threads at once. */
  public static final class Builder {
    private final List<String> policies;
    private final List<String> regimes;
    private final List<String> metrics;
    private final int replicates;
    private final List<Instant> times;
    private final double[][] cells;
    private final SeriesTable layout;

    private Builder(
        List<String> policies,
        List<String> regimes,
        List<String> metrics,
        int replicates,
        List<Instant> times) {
      this.policies = distinct(policies, "policy");
      this.regimes = distinct(regimes, "regime");
      this.metrics = distinct(metrics, "metric");
      if (replicates < 1) {
        throw new IllegalArgumentException("A table needs at least one replicate.");
      }
      this.replicates = replicates;
      this.times = ascending(times);
      long count = (long) policies.size() * regimes.size() * metrics.size() * replicates;
      this.cells = new double[Math.toIntExact(count)][];
      this.layout = new SeriesTable(this);
    }

    /**
     * Puts one series in its place.
     *
     * @param values one finite value per time; copied
     * @throws IllegalArgumentException if a name is unknown, the length is wrong or the series is
     *     there already
     * @throws InvariantException if a value is infinite or NaN; the message names metric and time
     */
    public Builder put(
        String policy, String regime, String metric, int replicate, double[] values) {
      int cell =
          layout.cell(
              index(policies, policy, "policy"),
              index(regimes, regime, "regime"),
              index(metrics, metric, "metric"),
              replicate);
      String name = name(policy, regime, metric, replicate);
      if (values.length != times.size()) {
        throw new IllegalArgumentException(
            "Series " + name + " has " + values.length + " values for " + times.size() + " times.");
      }
      if (cells[cell] != null) {
        throw new IllegalArgumentException("Series " + name + " is there already.");
      }
      for (int t = 0; t < values.length; t++) {
        if (!Double.isFinite(values[t])) {
          throw new InvariantException(
              "Metric "
                  + name
                  + " is "
                  + values[t]
                  + " at "
                  + times.get(t)
                  + "; it must be finite.");
        }
      }
      cells[cell] = values.clone();
      return this;
    }

    /** The finished table. */
    public SeriesTable build() {
      return new SeriesTable(this);
    }

    private static List<String> distinct(List<String> names, String what) {
      if (names.isEmpty() || new LinkedHashSet<>(names).size() != names.size()) {
        throw new IllegalArgumentException(
            "A table needs at least one " + what + " and no two alike, but got " + names + ".");
      }
      return List.copyOf(names);
    }

    private static List<Instant> ascending(List<Instant> times) {
      for (int t = 1; t < times.size(); t++) {
        if (!times.get(t - 1).isBefore(times.get(t))) {
          throw new IllegalArgumentException(
              "Times must ascend, but " + times.get(t) + " follows " + times.get(t - 1) + ".");
        }
      }
      return List.copyOf(times);
    }
  }
}
