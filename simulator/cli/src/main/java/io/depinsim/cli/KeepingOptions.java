package io.depinsim.cli;

import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.StopSignal;
import picocli.CommandLine.Option;

/** Options about work that is not finished. */
final class KeepingOptions {
  @Option(names = "--resume", description = "Go on with what an interrupted attempt left.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Time between two states kept of a replicate; default: 30.")
  private double seconds;

  boolean resume() {
    return resume;
  }

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException if the time is not above 0
   */
  Keeping keeping(StopSignal stop) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("--checkpoint " + seconds + ": must be above 0.");
    }
    return new Keeping(resume, seconds, stop, Version.build());
  }
}
