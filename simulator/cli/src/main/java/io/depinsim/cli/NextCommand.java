package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;

/** Names the command that a user may want next. */
final class NextCommand {
  private static final String NEXT = "Next: ./depinsim ";

  private NextCommand() {}

  /** After a scenario was written: check it, and run it. */
  static String afterNew(Path file) {
    return NEXT + "validate " + quoted(file) + "\n      ./depinsim run " + quoted(file);
  }

  /** After a scenario was found to be valid: run it. */
  static String afterValid(Path file) {
    return NEXT + "run " + quoted(file);
  }

  /** After a scenario was refused: see what can be said. */
  static String afterRefusal() {
    return NEXT + "list fields, or read of every field in scenarios/README.md.";
  }

  /** After a run: see whether its findings survive the assumed inputs, or make it one's own. */
  static String afterRun(Path file, Scenario scenario) {
    boolean sweepable = !scenario.findings().isEmpty() && !scenario.uncertainInputs().isEmpty();
    return sweepable ? NEXT + "sweep " + quoted(file) : afterSweep(file);
  }

  /** After a sweep: make the scenario one's own. */
  static String afterSweep(Path file) {
    return NEXT + "new my-scenario --from " + quoted(file);
  }

  private static String quoted(Path file) {
    return ScenarioOptions.quote(file.toString());
  }
}
