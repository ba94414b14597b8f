package io.depinsim.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of commands that run replicates: where results go, on what, and what is shown. */
final class WorkOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go; default: runs/NAME.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replicates run at once; default: one a processor.")
  private Integer threads;

  @Option(names = "--no-report", description = "Write no charts and no page.")
  private boolean noReport;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  /** The folder that was named. */
  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /**
   * The folder that was named, else one called by the scenario and by what was changed.
   *
   * @param changes options that change results
   */
  Path folder(String name, List<String> changes) {
    String variant =
        changes.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "-%08x", String.join("\n", changes).hashCode());
    return out != null ? out : Path.of("runs", name + variant);
  }

  /** Replicates run at once. */
  int threads() {
    atLeastOne("--threads", threads);
    return threads != null ? threads : Runtime.getRuntime().availableProcessors();
  }

  boolean report() {
    return !noReport;
  }

  boolean progress() {
    return !noProgress && !quiet;
  }

  boolean quiet() {
    return quiet;
  }

  /**
   * Refuses a count below one.
   *
   * @throws ParameterException with a sentence
   */
  void atLeastOne(String option, Integer value) {
    if (value != null && value < 1) {
      throw mistake(option + " " + value + ": must be 1 or more.");
    }
  }

  /** A mistake on the command line. */
  ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
