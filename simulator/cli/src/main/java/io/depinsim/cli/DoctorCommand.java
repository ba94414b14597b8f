package io.depinsim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
  private static final int COLUMNS = 80;
  private static final int INDENT = 21;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCodes.SUCCESS;
    for (Doctor.Finding finding : new Doctor().examine()) {
      rows(finding).forEach(out::println);
      if (finding.state() == Doctor.State.PROBLEM) {
        code = ExitCodes.INPUT_OUTPUT;
      }
    }
    out.flush();
    return code;
  }

  /** Rows that fit a screen; a word that is longer than a row is left whole. */
  static List<String> rows(Doctor.Finding finding) {
    List<String> rows = new ArrayList<>();
    StringBuilder row =
        new StringBuilder(
            String.format(Locale.ROOT, "%-8s %-12s", finding.state().word(), finding.what()));
    for (String word : finding.sentence().split(" ")) {
      if (row.length() > INDENT && row.length() + 1 + word.length() > COLUMNS) {
        rows.add(row.toString());
        row = new StringBuilder(" ".repeat(INDENT));
      }
      row.append(' ').append(word);
    }
    rows.add(row.toString());
    return rows;
  }
}
