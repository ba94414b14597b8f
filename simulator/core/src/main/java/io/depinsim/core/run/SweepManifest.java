package io.depinsim.core.run;

import java.util.List;

/**
 * What a sweep was: the content of {@code sweep.json}, which is written last. It says nothing of
 * clocks, machines and threads, so two sweeps that are equal have equal files.
 *
 * @param scenarioName name the scenario gives itself
 * @param scenarioPath path the scenario was read from
 * @param scenarioSha256 SHA-256 of that file's bytes, lower-case hexadecimal
 * @param question what the scenario asks
 * @param program name of the program
 * @param programVersion its version
 * @param commandLine what to type to get this sweep again
 * @param seed seed of all random numbers, the design's included
 * @param design {@code latinHypercube} or {@code sobol}
 * @param points points tried, numbered from 0
 * @param failed points that could not be run
 * @param replicates replicates at each point; those of point {@code p} have the numbers {@code p
 *     replicates} and up, so that points differ in their luck too
 * @param policies policies run at each point, the base first
 * @param regime the regime they were run under
 * @param inputs paths of the inputs varied
 * @param assumedHeld how many further inputs are assumed and stayed as written
 * @param stateHashVersion version of the arithmetic behind the digests
 * @param digest SHA-256 over the points' values and the digests of their replicates, in order
 */
public record SweepManifest(
    String scenarioName,
    String scenarioPath,
    String scenarioSha256,
    String question,
    String program,
    String programVersion,
    String commandLine,
    long seed,
    String design,
    int points,
    int failed,
    int replicates,
    List<String> policies,
    String regime,
    List<String> inputs,
    int assumedHeld,
    int stateHashVersion,
    String digest) {

  /** Copies the lists. */
  public SweepManifest {
    policies = List.copyOf(policies);
    inputs = List.copyOf(inputs);
  }
}
