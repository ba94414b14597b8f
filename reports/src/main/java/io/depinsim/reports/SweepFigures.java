package io.depinsim.reports;

import io.depinsim.core.run.SweepManifest;
import io.depinsim.reports.chart.SweepChart;
import io.depinsim.reports.chart.SweepImages;

/** Draws and numbers the pictures of a sweep's page. */
final class SweepFigures {
  private final SweepManifest manifest;
  private final SweepImages images;
  private int written;

  SweepFigures(SweepManifest manifest, SweepImages images) {
    this.manifest = manifest;
    this.images = images;
  }

  void write(Html html, SweepChart chart, String caption) {
    written++;
    PageFrame.figure(html, written, images.svg(chart), caption, "");
  }

  /** What stands at the foot of each. */
  String footer() {
    return String.join(
        " · ",
        manifest.scenarioName(),
        "seed " + manifest.seed(),
        SweepPage.plural(manifest.points(), "point", "points")
            + (manifest.failed() == 0 ? "" : ", " + manifest.failed() + " failed"),
        SweepPage.plural(manifest.replicates(), "replicate", "replicates") + " each",
        "digest " + manifest.digest().substring(0, 8));
  }
}
