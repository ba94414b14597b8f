package io.depinsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Options of {@code check --power}. */
final class PowerOptions {
  @Option(names = "--power", description = "Measure what a check would notice, instead.")
  private boolean power;

  @Option(
      names = "--inputs",
      paramLabel = "PATTERN",
      description = "Of --power: assumed inputs to screen, * for any.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--sets",
      paramLabel = "N",
      defaultValue = "20",
      description = "Of --power: sets of fresh replicates each (20).")
  private Integer sets;

  @Option(names = "--out", paramLabel = "DIR", description = "Of --power: write power.csv.")
  private Path folder;

  /** Whether power is to be measured. */
  boolean asked() {
    return power;
  }

  /** Whether something is said that only matters where it is. */
  boolean refined() {
    return folder != null || !inputs.isEmpty();
  }

  /** Which assumed inputs are screened, by path. */
  Predicate<String> inputs() {
    return Wildcards.any(inputs);
  }

  /** Sets of fresh replicates for each parameter. */
  int sets() {
    return sets;
  }

  /** Where the table goes. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }
}
