package io.depinsim.cli;

import io.depinsim.core.InvariantException;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/**
 * Turns what a command threw into a sentence and an exit code; a stack trace only with {@code
 * --debug}.
 */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println(message(failure));
    boolean debug =
        parsed.originalArgs().contains("--debug") || System.getenv("DEPINSIM_DEBUG") != null;
    if (debug) {
      failure.printStackTrace(line.getErr());
    }
    return code(failure);
  }

  private static int code(Exception failure) {
    if (failure instanceof ScenarioException || failure instanceof IllegalArgumentException) {
      return ExitCodes.INVALID;
    }
    if (failure instanceof InvariantException) {
      return ExitCodes.INVARIANT;
    }
    if (failure instanceof IOException || failure instanceof RunDirectoryException) {
      return ExitCodes.INPUT_OUTPUT;
    }
    return failure instanceof InterruptedException ? ExitCodes.INTERRUPTED : ExitCodes.BUG;
  }

  private static String message(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getMessage() + ": no such file.";
    }
    return switch (code(failure)) {
      case ExitCodes.INVARIANT -> "An invariant broke: " + failure.getMessage();
      case ExitCodes.INTERRUPTED -> "Interrupted.";
      case ExitCodes.BUG ->
          "This is a bug in depinsim: " + failure + "\nRun again with --debug for the stack trace.";
      default -> failure.getMessage();
    };
  }
}
