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
    description = "Print a script by which bash and zsh complete commands.",
    footer = {
      "",
      "For this shell:",
      "  source <(./depinsim completion)",
      "For all, sourced in ~/.bashrc:",
      "  depinsim completion > ~/.depinsim-completion"
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
