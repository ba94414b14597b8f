package io.depinsim.cli;

import io.depinsim.core.InvariantException;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.ScenarioException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * Turns what a command threw into a sentence and an exit code; a stack trace only with {@code
 * --debug}.
 */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  private static final String MORE_MEMORY =
      "more memory for Java, as with DEPINSIM_JAVA_OPTS=-Xmx8g";

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    if (failure instanceof ScenarioException refused) {
      Refusals refusals = new Refusals(line.getErr());
      refusals.tell(refused);
      refusals.end();
    } else {
      line.getErr().println(message(failure));
    }
    if (parsed.originalArgs().contains("--debug")) {
      failure.printStackTrace(line.getErr());
    }
    return code(failure);
  }

  /** The exit code that a failure deserves. */
  static int code(Throwable failure) {
    if (failure instanceof ScenarioException || failure instanceof IllegalArgumentException) {
      return ExitCodes.INVALID;
    }
    if (failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof RunDirectoryException
        || failure instanceof OutOfMemoryError) {
      return ExitCodes.INPUT_OUTPUT;
    }
    return failure instanceof InterruptedException ? ExitCodes.INTERRUPTED : ExitCodes.BROKEN;
  }

  /**
   * What a user is told if memory did not last for a file.
   *
   * @param maybe what asks for less of it, as a clause
   */
  static String outOfMemory(Path file, String maybe) {
    return file + ": out of memory. Maybe " + maybe + ", or " + MORE_MEMORY + ".";
  }

  /** What a user is told about a failure. */
  static String message(Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked) {
      return message(unchecked.getCause());
    }
    if (failure instanceof OutOfMemoryError) {
      return "Out of memory. Maybe " + MORE_MEMORY + ".";
    }
    if (failure instanceof IOException trouble) {
      return reason(trouble);
    }
    return switch (code(failure)) {
      case ExitCodes.BROKEN -> broken(failure);
      case ExitCodes.INTERRUPTED ->
          failure.getMessage() == null ? "Interrupted." : failure.getMessage();
      default -> failure.getMessage();
    };
  }

  private static String broken(Throwable failure) {
    if (failure instanceof InvariantException) {
      return "An invariant broke: " + failure.getMessage();
    }
    // An event that failed carries its cause, and its message already says where.
    Throwable cause = failure.getCause();
    String what =
        cause == null
            ? failure.toString()
            : failure.getMessage() + " (" + cause.getClass().getSimpleName() + ")";
    return "depinsim failed, which is a bug: " + what + ". See more with --debug.";
  }

  private static String reason(IOException trouble) {
    if (trouble instanceof NoSuchFileException || trouble instanceof FileNotFoundException) {
      return trouble.getMessage() + ": no such file.";
    }
    if (trouble instanceof AccessDeniedException) {
      return trouble.getMessage() + ": permission denied.";
    }
    if (trouble instanceof FileSystemException system && system.getReason() != null) {
      return system.getFile() + ": " + system.getReason() + ".";
    }
    return "Input or output failed: " + trouble.getMessage() + ".";
  }
}
