package io.depinsim.cli;

import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.RunDirectoryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What is said about work that was not finished, and how to go on with it. */
final class Unfinished {
  private static final String RESUME = "--resume";

  private final Path folder;
  private final CommandLine command;

  /**
   * Sentences about one folder.
   *
   * @param command the command as it was parsed
   */
  Unfinished(Path folder, CommandLine command) {
    this.folder = folder;
    this.command = command;
  }

  /**
   * Says what becomes of what an earlier attempt left.
   *
   * @param resume whether it is to be gone on with
   * @param complete whether it came to its end
   */
  void greet(boolean resume, boolean complete) {
    boolean left = Checkpoint.exists(folder);
    if (complete) {
      say("The run in " + folder + " is complete already; nothing is left to do.");
    } else if (left && !resume) {
      say(
          "An interrupted attempt lay in "
              + folder
              + "; this one starts over. With --resume it would have gone on.");
    } else if (!left && resume) {
      say("Nothing to resume in " + folder + "; starting from the beginning.");
    }
  }

  private void say(String sentence) {
    command.getErr().println(sentence);
  }

  /** The failure that tells of an interruption. */
  InterruptedException interrupted() {
    return new InterruptedException(
        "Interrupted. What was finished, and what was under way, is kept in "
            + folder
            + ". To go on: "
            + again());
  }

  /** The same failure, with how to go on where what was finished is kept. */
  RunDirectoryException explained(RunDirectoryException failure) {
    if (failure.getCause() instanceof IOException && Checkpoint.exists(folder)) {
      return new RunDirectoryException(
          failure.getMessage() + " What was finished is kept. To go on: " + again(), failure);
    }
    return failure;
  }

  private String again() {
    Stream<String> typed = command.getParseResult().originalArgs().stream();
    String arguments =
        typed
            .filter(argument -> !argument.equals(RESUME))
            .map(ScenarioOptions::quote)
            .collect(Collectors.joining(" "));
    return "./depinsim " + arguments + " " + RESUME;
  }
}
