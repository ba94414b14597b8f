package io.depinsim.cli;

import io.depinsim.core.run.Checkpoint;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.experiments.Keeping;
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
  private final boolean quiet;

  /**
   * Sentences about one folder.
   *
   * @param command the command as it was parsed
   * @param quiet whether only failures are told
   */
  Unfinished(Path folder, CommandLine command, boolean quiet) {
    this.folder = folder;
    this.command = command;
    this.quiet = quiet;
  }

  /** Says how the work begins, where that may surprise. */
  void greet(Keeping.Beginning beginning) {
    switch (beginning) {
      case OVER -> say("What an interrupted attempt left in " + folder + " is forgotten.");
      case NOTHING_TO_RESUME ->
          say("Nothing to resume in " + folder + "; starting from the beginning.");
      default -> {
        // As anybody expects.
      }
    }
  }

  /** Says that the work was finished by an earlier attempt. */
  void complete() {
    say("The run in " + folder + " is complete already; nothing is left to do.");
  }

  private void say(String sentence) {
    if (!quiet) {
      command.getErr().println(sentence);
    }
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
            .filter(argument -> !argument.equals(RESUME) && !argument.equals("--restart"))
            .map(ScenarioOptions::quote)
            .collect(Collectors.joining(" "));
    return ProgramName.typed() + " " + arguments + " " + RESUME;
  }
}
