package io.depinsim.cli;

import io.depinsim.core.run.PowerRow;
import io.depinsim.experiments.check.Power;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the terminal shows of the power of a check. */
final class PowerSummary {
  private static final String LINE = "  %-38s %-26s %12s %6s %16s";

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
            + ": what a check would notice of 5 % more of one parameter; power is the share of "
            + rows.get(0).sets()
            + " sets of fresh replicates that alarm, with its exact 95 % interval");
    out.println(line("parameter", "change", "paired, in", "fails", "power of fresh"));
    out.println(line("", "", "`matters`", "", "replicates"));
    rows.forEach(row -> out.println(line(row)));
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

  private static String line(PowerRow row) {
    String power =
        String.format(
            Locale.ROOT,
            "%.0f %% [%.0f, %.0f]",
            100 * row.power(),
            100 * row.ci95Low(),
            100 * row.ci95High());
    return row.unchanged()
        ? line("(nothing changed)", "", "0", "no", power)
        : line(
            row.parameter(),
            row.from() + " to " + row.to(),
            Double.isInfinite(row.multiple()) ? "beyond all" : CheckSummary.figure(row.multiple()),
            row.pairedFails() ? "yes" : "no",
            power);
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, LINE, (Object[]) cells).stripTrailing();
  }
}
