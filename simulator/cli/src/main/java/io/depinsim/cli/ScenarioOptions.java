package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that change what a scenario says. */
final class ScenarioOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change one value of the scenario, by its dotted path. May be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of every draw.")
  private Long seed;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  /** Reads a scenario with the overrides applied. */
  Scenario read(Path file) throws IOException {
    return new ScenarioReader(Catalogues.join()).read(file, overrides());
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

  private List<String> overrides() {
    List<String> overrides = new ArrayList<>(set);
    if (seed != null) {
      overrides.add("run.seed=" + seed);
    }
    return overrides;
  }
}
