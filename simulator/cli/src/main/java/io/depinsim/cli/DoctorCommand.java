package io.depinsim.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code depinsim doctor}. */
@Command(
    name = "doctor",
    description = "Look at this machine: what a run needs and could use.",
    footer = {
      "",
      "Exit code 0: scenarios can be run here; 4: something must be mended first.",
      "",
      "Example:",
      "  depinsim doctor"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCodes.SUCCESS;
    for (Doctor.Finding finding : new Doctor().examine()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-8s %-12s %s",
              finding.state().word(),
              finding.what(),
              finding.sentence()));
      if (finding.state() == Doctor.State.PROBLEM) {
        code = ExitCodes.INPUT_OUTPUT;
      }
    }
    out.flush();
    return code;
  }
}
