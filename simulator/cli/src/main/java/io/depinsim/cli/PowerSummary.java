package io.depinsim.cli;

import io.depinsim.core.run.PowerRow;
import io.depinsim.experiments.check.Power;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the terminal shows of the power of a check. */
final class PowerSummary {
  private final PrintWriter out;

  PowerSummary(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints the table.
   *
   * @param falseAlarm declared rate of false alarms
   */
  void print(String scenario, double falseAlarm, Power.Found found) {
    List<PowerRow> rows = found.rows();
    out.println(
        scenario
            + ": what a check would notice of 5 % more of one parameter. Paired: the largest mean"
            + " difference over what matters. Fresh: share of "
            + rows.get(0).sets()
            + " sets that alarm, with its exact 95 % interval.");
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("parameter", "change", "paired", "fails", "fresh"));
    rows.forEach(row -> lines.add(cells(row)));
    table(lines);
    List<String> insensitive = new ArrayList<>();
    for (PowerRow row : rows) {
      if (!row.unchanged() && row.identical()) {
        insensitive.add(row.parameter() + " (changes no answer)");
      } else if (!row.unchanged() && row.ci95Low() <= falseAlarm) {
        insensitive.add(row.parameter() + " (fresh replicates alarm no more than by luck)");
      }
    }
    list("Not noticed: ", insensitive);
    list("Changed no answer in the screen: ", found.unmoved());
    list("Take neither 5 % more nor less: ", found.refused());
  }

  private void list(String what, List<String> names) {
    if (!names.isEmpty()) {
      out.println("  " + what + String.join(", ", names) + ".");
    }
  }

  private void table(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> cells : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], cells.get(c).length());
      }
    }
    for (List<String> cells : lines) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append("  ").append(cells.get(c));
        line.append(" ".repeat(widths[c] - cells.get(c).length()));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> cells(PowerRow row) {
    String power =
        String.format(
            Locale.ROOT,
            "%.0f %% [%.0f, %.0f]",
            100 * row.power(),
            100 * row.ci95Low(),
            100 * row.ci95High());
    return row.unchanged()
        ? List.of("(nothing changed)", "", "0", "no", power)
        : List.of(
            row.parameter(),
            row.from() + " to " + row.to(),
            CheckSummary.figure(row.multiple()),
            row.pairedFails() ? "yes" : "no",
            power);
  }
}
