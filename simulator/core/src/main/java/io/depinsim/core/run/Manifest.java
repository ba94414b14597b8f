package io.depinsim.core.run;

import io.depinsim.core.metric.MetricDefinition;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run was and how it went: the content of {@code manifest.json}. It is written last, so a
 * directory that has one holds a finished run.
 *
 * @param scenarioName name the scenario gives itself
 * @param scenarioPath path the scenario was read from, as given on the command line
 * @param scenarioSha256 SHA-256 of that file's bytes, lower-case hexadecimal
 * @param program name of the program
 * @param programVersion its version
 * @param seed seed of all random numbers
 * @param replicates number of replicates, numbered from 0
 * @param policies names in definition order, base case first
 * @param regimes names in definition order
 * @param backend where kernels ran ({@code cpu}, {@code cuda})
 * @param threads worker threads
 * @param checkLevel how often invariants were checked ({@code none}, {@code run}, {@code epoch},
 *     {@code event})
 * @param jvm name and version of the Java machine
 * @param startedAt wall-clock time of the start
 * @param wallSeconds wall-clock time of the whole run in seconds
 * @param commandLine what to type to get this run again
 * @param stateHashVersion version of the arithmetic behind the digests, {@link StateDigest#VERSION}
 * @param digests one digest per policy, regime and replicate
 * @param metrics definitions of all recorded metrics, in the order of the series
 * @param clamps how often caps and floors bound
 * @param invariants number of checks made, by name of the invariant
 * @param seriesReplicates of how many replicates, the first ones, the series are kept; statistics
 *     are of all
 * @param asked what was asked of the run besides the scenario, by what it is about: how many
 *     replicates to start with, and how to compare
 * @param inputsDrawn whether uncertain inputs were drawn anew for each replicate
 * @param decisions which decisions were logged
 * @param scenario text of the resolved scenario: with it and the numbers above, the run can be
 *     repeated from this file alone
 */
public record Manifest(
    String scenarioName,
    String scenarioPath,
    String scenarioSha256,
    String program,
    String programVersion,
    long seed,
    int replicates,
    List<String> policies,
    List<String> regimes,
    String backend,
    int threads,
    String checkLevel,
    String jvm,
    Instant startedAt,
    double wallSeconds,
    String commandLine,
    int stateHashVersion,
    List<Digest> digests,
    List<MetricDefinition> metrics,
    List<Clamp> clamps,
    Map<String, Long> invariants,
    int seriesReplicates,
    Map<String, String> asked,
    boolean inputsDrawn,
    Decisions decisions,
    String scenario) {

  /**
   * Digest of the economic state of one replicate.
   *
   * @param policy name of the policy
   * @param regime name of the regime
   * @param replicate number from 0
   * @param digest lower-case hexadecimal, see {@link StateDigest#hex}
   */
  public record Digest(String policy, String regime, int replicate, String digest) {}

  /**
   * How often a cap, floor or limiter bound, over all replicates.
   *
   * @param policy name of the policy
   * @param regime name of the regime
   * @param name what is limited, as a path into the scenario where there is one
   * @param bound how often the limit changed a value
   * @param opportunities how often it could have
   */
  public record Clamp(String policy, String regime, String name, long bound, long opportunities) {}

  /**
   * Which decisions were logged.
   *
   * @param rate share of the decisions of which there are many, such as placements of jobs; all
   *     others are logged always
   * @param replicates of how many replicates, the first ones
   * @param count how many decisions {@code decisions.bin} holds
   * @param seal its checksum, see {@link DecisionIndex#seal}; empty if there is no such file
   */
  public record Decisions(double rate, int replicates, long count, String seal) {
    /** Nothing logged, and nothing meant to be. */
    public static final Decisions NONE = new Decisions(0, 0, 0, "");
  }

  /** Copies lists and the map, whose order is kept. */
  public Manifest {
    Objects.requireNonNull(scenarioName);
    Objects.requireNonNull(scenarioPath);
    Objects.requireNonNull(scenarioSha256);
    Objects.requireNonNull(program);
    Objects.requireNonNull(programVersion);
    Objects.requireNonNull(backend);
    Objects.requireNonNull(checkLevel);
    Objects.requireNonNull(jvm);
    Objects.requireNonNull(startedAt);
    Objects.requireNonNull(commandLine);
    policies = List.copyOf(policies);
    regimes = List.copyOf(regimes);
    digests = List.copyOf(digests);
    metrics = List.copyOf(metrics);
    clamps = List.copyOf(clamps);
    invariants = Collections.unmodifiableMap(new LinkedHashMap<>(invariants));
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    Objects.requireNonNull(decisions);
    Objects.requireNonNull(scenario);
  }

  /** Keys of the metrics, in the order of the series. */
  public List<String> metricKeys() {
    return metrics.stream().map(MetricDefinition::key).toList();
  }
}
