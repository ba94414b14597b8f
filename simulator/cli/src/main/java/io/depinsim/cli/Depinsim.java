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
    description = "Discrete-event simulator of DePIN economies. See depinsim COMMAND --help.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "  depinsim run scenarios/econagentic/baseline.yaml",
      "Exit codes: 0 success; 1 an expectation failed, behaviour moved; 2 wrong usage;",
      "3 an invariant broke; 4 input, output or resources; 130 interrupted."
    },
    subcommands = {
      NewCommand.class,
      RunCommand.class,
      CompareCommand.class,
      SweepCommand.class,
      CheckCommand.class,
      ReproduceCommand.class,
      ReportCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      ValidateCommand.class,
      ListCommand.class,
      SchemaCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
public final class Depinsim implements Runnable {
  private final Interruption interruption;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Depinsim(Interruption interruption) {
    this.interruption = interruption;
  }

  /** What ends a command early. */
  Interruption interruption() {
    return interruption;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command.");
  }

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    Interruption interruption = new Interruption();
    Thread interrupted = new Thread(() -> interruption.arrive(err));
    Runtime.getRuntime().addShutdownHook(interrupted);
    int code = execute(args, out, err, interruption);
    interruption.ended();
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException e) {
      // The machine is shutting down already: the interruption came first.
      return;
    }
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @param out where results go
   * @param err where messages go
   * @return the exit code
   */
  static int execute(String[] args, PrintWriter out, PrintWriter err) {
    return execute(args, out, err, new Interruption());
  }

  private static int execute(
      String[] args, PrintWriter out, PrintWriter err, Interruption interruption) {
    CommandLine line = new CommandLine(new Depinsim(interruption));
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    HelpLayout.apply(line);
    line.setParameterExceptionHandler(new UsageMistakes());
    line.setExecutionExceptionHandler(new Failures());
    try {
      return written(line.execute(args), out, err);
    } catch (Error e) {
      err.println(Failures.message(e));
      return Failures.code(e);
    }
  }

  /**
   * The exit code of a command, unless what it printed got lost, which no writer tells by itself.
   */
  private static int written(int code, PrintWriter out, PrintWriter err) {
    boolean sound = code == ExitCodes.SUCCESS || code == ExitCodes.EXPECTATION_FAILED;
    if (!out.checkError() || !sound) {
      return code;
    }
    err.println(
        "Standard output could not be written, so what stands there is not all."
            + " Maybe the disk is full, or whoever read it has stopped.");
    return ExitCodes.INPUT_OUTPUT;
  }
}
