package io.depinsim.cli;

import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.StopSignal;
import picocli.CommandLine.Option;

/** Options about work that is not finished. */
final class KeepingOptions {
  @Option(names = "--resume", description = "Go on with what an interrupted attempt left.")
  private boolean resume;

  boolean resume() {
    return resume;
  }

  /** What was asked for. */
  Keeping keeping(double seconds, StopSignal stop) {
    return new Keeping(resume, seconds, stop, Version.build());
  }
}
