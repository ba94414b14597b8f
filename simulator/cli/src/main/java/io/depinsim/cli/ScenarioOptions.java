package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.ScenarioCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that change what a scenario says. */
final class ScenarioOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change one value; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Another seed of every draw.")
  private Long seed;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  /**
   * Reads and checks a scenario with the overrides applied.
   *
   * @param replicates their number, changed so that the resolved scenario repeats the run
   * @param variations policy factors that the file does not state, {@code path=a,b}
   */
  Scenario read(Path file, Optional<Integer> replicates, List<String> variations)
      throws IOException {
    List<String> overrides = overrides();
    replicates.ifPresent(count -> overrides.add("run.replicates=" + count));
    return read(file, overrides, variations);
  }

  private static Scenario read(Path file, List<String> overrides, List<String> variations)
      throws IOException {
    return ScenarioCheck.read(
        new ScenarioReader(Catalogues.join()), InputFile.require(file), overrides, variations);
  }

  /** The options as they were given, to repeat them. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (String override : set) {
      arguments.add("--set");
      arguments.add(override);
    }
    if (seed != null) {
      arguments.add("--seed");
      arguments.add(seed.toString());
    }
    return arguments;
  }

  /** An argument as a shell takes it. */
  static String quote(String argument) {
    return argument.matches("[A-Za-z0-9_./=:,+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  private List<String> overrides() {
    List<String> overrides = new ArrayList<>(set);
    if (seed != null) {
      overrides.add("run.seed=" + seed);
    }
    return overrides;
  }
}
