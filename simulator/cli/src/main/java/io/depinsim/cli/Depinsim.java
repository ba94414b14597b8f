package io.depinsim.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/**
 * The program. Results go to standard output, messages to standard error; see {@link ExitCodes}.
 */
@Command(
    name = "depinsim",
    description = "Discrete-event simulator of DePIN economies.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  depinsim run scenarios/filecoin/replay-history.yaml",
      "  depinsim evaluate initialPledge --example",
      "  depinsim list metrics scenarios/filecoin/replay-history.yaml"
    },
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      EvaluateCommand.class,
      ValidateCommand.class,
      ListCommand.class,
      HelpCommand.class
    })
public final class Depinsim implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command.");
  }

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(
        execute(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  /**
   * Runs one command.
   *
   * @param out where results go
   * @param err where messages go
   * @return the exit code
   */
  static int execute(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Depinsim());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    return line.execute(args);
  }
}
