package io.depinsim.reports;

import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.ChartSpec.ChartKind;
import io.depinsim.reports.chart.Chart;
import io.depinsim.reports.chart.ChartImages;
import io.depinsim.reports.chart.HeadlessFonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws what one run has more than another: {@code charts/NAME.difference.svg}, the same as PNG and
 * {@code report-difference.html}, beside the files of the run itself.
 */
public final class DifferenceReport {
  private DifferenceReport() {}

  /**
   * Reads two finished runs and writes the differences into the folder of the first.
   *
   * @param run folder that gets the files
   * @param other folder of the run that is taken from it; only read
   * @param input what the scenario of the first run says about its report
   * @throws IllegalArgumentException if the runs have no policy, regime, metric or time in common
   * @throws io.depinsim.core.run.RunDirectoryException if a file is missing, damaged or cannot be
   *     written
   */
  public static void write(RunDirectory run, RunDirectory other, ReportInput input) {
    HeadlessFonts.prepare(); // before anything touches AWT
    RunPair pair = new RunPair(RunRecord.read(run), RunRecord.read(other));
    RunRecord differences = pair.differences();
    String less = name(run) + " less " + name(other);
    RunCharts charts = new RunCharts(differences, input, foot(less, pair));
    ChartImages images = ChartImages.load();
    List<ReportPage.Figure> figures = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Map.Entry<String, ChartSpec> entry : input.charts().entrySet()) {
      ChartSpec spec = entry.getValue();
      boolean measured = differences.series().metrics().containsAll(spec.metrics());
      if (!spec.kind().overTime() || !measured) {
        leftOut.add(entry.getKey());
        continue;
      }
      String file = entry.getKey() + ".difference";
      Chart chart = charts.chart(file, asDifference(spec));
      String svg = images.svg(chart);
      run.write("charts/" + file + ".svg", out -> out.write(svg));
      run.write("charts/" + file + ".png", images.png(chart));
      figures.add(new ReportPage.Figure(file, svg, caption(spec, less, pair)));
    }
    String page = new DifferencePage(pair, differences, input, less, figures, leftOut).html();
    run.write("report-difference.html", out -> out.write(page));
  }

  private static String name(RunDirectory run) {
    return run.path().toAbsolutePath().normalize().getFileName().toString();
  }

  private static String foot(String less, RunPair pair) {
    long seed = pair.run().manifest().seed();
    long other = pair.other().manifest().seed();
    return String.join(
        " · ",
        less,
        seed == other ? "seed " + seed : "seeds " + seed + " and " + other,
        "digests " + pair.run().shortDigest() + " and " + pair.other().shortDigest());
  }

  /** Lines, since differences may be negative; without history, whose difference is nothing. */
  private static ChartSpec asDifference(ChartSpec spec) {
    return new ChartSpec(
        spec.title() + ", difference",
        ChartKind.lines,
        spec.metrics(),
        null,
        null,
        spec.fittedUntil(),
        false);
  }

  private static String caption(ChartSpec spec, String less, RunPair pair) {
    String title =
        spec.title().endsWith(".")
            ? spec.title().substring(0, spec.title().length() - 1)
            : spec.title();
    return title + ", " + less + ", replicate by replicate. " + luck(pair);
  }

  /** Whether luck was shared, as a sentence. */
  static String luck(RunPair pair) {
    return pair.sharesLuck()
        ? "Both runs have the same seed, so a replicate met the same luck in both."
        : "Seed, drawn inputs or arithmetic differ, so a replicate met other luck in either run and"
            + " the differences are of luck too.";
  }
}
