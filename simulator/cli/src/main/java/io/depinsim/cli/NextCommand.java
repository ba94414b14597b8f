package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names the command that a user may want next. */
final class NextCommand {

  private NextCommand() {}

  /** After a scenario was written: check it, and run it. */
  static String afterNew(Path file) {
    return next("validate " + quoted(file))
        + "\n      "
        + ProgramName.typed()
        + " run "
        + quoted(file);
  }

  /** After a scenario was found to be valid: run it. */
  static String afterValid(Path file) {
    return next("run " + quoted(file));
  }

  /** After a scenario was refused: see what can be said. */
  static String afterRefusal() {
    return next("list fields NAME, for what a block or a kind can hold");
  }

  /**
   * After a run: compare its policies, see whether its findings survive the assumed inputs, or make
   * it one's own.
   */
  static String afterRun(Path file, Scenario scenario) {
    if (scenario.policies().size() > 1 && !scenario.metrics().isEmpty()) {
      return next("compare " + quoted(file));
    }
    return afterCompare(file, scenario);
  }

  /**
   * After a comparison whose verdicts are out: see whether findings survive the assumed inputs, or
   * make it one's own.
   */
  static String afterCompare(Path file, Scenario scenario) {
    boolean sweepable = !scenario.findings().isEmpty() && !scenario.uncertainInputs().isEmpty();
    return sweepable ? next("sweep " + quoted(file)) : afterSweep(file);
  }

  /**
   * After a comparison that was undecided: the same with more replicates.
   *
   * @param arguments all that stands behind the file
   */
  static String afterUndecided(Path file, List<String> arguments) {
    return next(
        "compare "
            + quoted(file)
            + arguments.stream()
                .map(argument -> " " + ScenarioOptions.quote(argument))
                .collect(Collectors.joining()));
  }

  /** After a sweep: make the scenario one's own. */
  static String afterSweep(Path file) {
    return next("new my-scenario --from " + quoted(file));
  }

  private static String next(String command) {
    return "Next: " + ProgramName.typed() + " " + command;
  }

  private static String quoted(Path file) {
    return ScenarioOptions.quote(file.toString());
  }
}
