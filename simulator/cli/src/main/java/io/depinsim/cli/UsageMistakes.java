package io.depinsim.cli;

import io.depinsim.core.scenario.Nearest;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what is wrong with a command line, and where to read more. */
final class UsageMistakes implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException mistake, String[] args) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    String command = line.getCommandSpec().qualifiedName();
    if (args.length == 0) {
      line.usage(err);
      return ExitCodes.INVALID;
    }
    err.println(sentence(mistake, line));
    err.println("See " + command + " --help.");
    return ExitCodes.INVALID;
  }

  private static String clause(String maybe) {
    return maybe.isEmpty() ? "" : " Maybe " + maybe + ".";
  }

  private static String sentence(ParameterException mistake, CommandLine line) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      String what =
          unmatched.isUnknownOption()
              ? "no such option."
              : line.getParent() == null ? "no such command." : "one argument too many.";
      String maybe =
          unmatched.isUnknownOption()
              ? clause(String.join(" or ", unmatched.getSuggestions()))
              : clause(Nearest.find(word, line.getSubcommands().keySet()).orElse(""));
      return word + ": " + what + maybe;
    }
    String message =
        mistake
            .getMessage()
            .replaceFirst(" is not an? (int|long)$", " is not a whole number")
            .replaceFirst(" is not a double$", " is not a number")
            .replaceFirst(" for positional parameter at index [0-9]+ ", " for ")
            .replace(" (case-insensitive)", "");
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }
}
