package io.depinsim.cli;

import io.depinsim.core.run.SweepManifest;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.run.SweepRecord.ShareRow;
import io.depinsim.core.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the terminal shows when a sweep has ended. */
final class SweepSummary {
  private final PrintWriter out;

  SweepSummary(PrintWriter out) {
    this.out = out;
  }

  void print(Path folder, Scenario scenario, SweepRecord sweep) {
    SweepManifest manifest = sweep.manifest();
    out.println(scenario.name() + ": " + scenario.question());
    long logarithmic = sweep.inputs().stream().filter(SweepRecord.Input::logarithmic).count();
    out.println(
        manifest.points()
            + " points ("
            + manifest.design()
            + ") over "
            + count(manifest.inputs().size(), "assumed input")
            + ", "
            + logarithmic
            + " of them by logarithm; "
            + count(manifest.assumedHeld(), "further assumed input")
            + " as written.");
    sweep.shares().forEach(row -> out.println("  " + line(row)));
    if (manifest.failed() > 0) {
      out.println(
          count(manifest.failed(), "point")
              + " could not be run, the first: "
              + sweep.failures().get(0).sentence().lines().findFirst().orElse(""));
    }
    out.println("Page: " + folder.resolve("sweep.html"));
  }

  private static String line(ShareRow row) {
    int counted = row.points() - row.failed();
    if (row.share().isEmpty()) {
      return row.finding() + ": no point has an effect";
    }
    return row.finding()
        + ": holds in "
        + row.holds()
        + " of "
        + counted
        + ", "
        + percent(row.share())
        + " ["
        + percent(row.wilson95Low())
        + ", "
        + percent(row.wilson95High())
        + "]; median effect "
        + String.format(Locale.ROOT, "%.4g", row.medianEffect().getAsDouble())
        + ", claimed "
        + row.limitDirection()
        + " "
        + String.format(Locale.ROOT, "%.4g", row.limit())
        + (row.failed() == 0 ? "" : "; " + row.failed() + " points without an effect, not counted");
  }

  private static String percent(OptionalDouble share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble());
  }

  private static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
