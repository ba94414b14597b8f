package io.depinsim.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code depinsim completion}. */
@Command(
    name = "completion",
    description = "Print a script by which bash and zsh complete commands, options and files.",
    footer = {
      "",
      "Examples:",
      "  source <(./depinsim completion)                     for this shell",
      "  ./depinsim completion > ~/.depinsim-completion      for all: source it in .bashrc"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("depinsim", root));
    // The program is usually called by its place.
    out.println("complete -F _complete_depinsim -o default ./depinsim");
    out.flush();
    return ExitCodes.SUCCESS;
  }
}
