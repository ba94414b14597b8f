package io.depinsim.cli;

import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.StopSignal;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Options about work that is not finished. */
final class KeepingOptions {
  @Option(names = "--resume", description = "Go on with what an interrupted attempt left.")
  private boolean resume;

  @Option(names = "--restart", description = "Start over, whatever such an attempt left.")
  private boolean restart;

  boolean resume() {
    return resume;
  }

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException if both were
   */
  Keeping keeping(double seconds, StopSignal stop, Consumer<Keeping.Beginning> beginning) {
    if (resume && restart) {
      throw new IllegalArgumentException("--resume and --restart exclude each other.");
    }
    Keeping.Mode mode =
        resume ? Keeping.Mode.RESUME : restart ? Keeping.Mode.RESTART : Keeping.Mode.CAREFUL;
    return new Keeping(mode, seconds, stop, Version.build(), beginning);
  }
}
