package io.depinsim.reports;

import io.depinsim.core.run.SweepDirectory;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.reports.chart.HeadlessFonts;
import io.depinsim.reports.chart.SweepImages;

/** Draws a sweep: {@code sweep.html}. */
public final class SweepReport {
  private SweepReport() {}

  /**
   * Writes the page into the folder of the sweep; it appears whole or not at all.
   *
   * @throws io.depinsim.core.run.RunDirectoryException if it cannot be written
   */
  public static void write(SweepDirectory directory, SweepRecord sweep) {
    HeadlessFonts.prepare(); // before anything touches AWT
    directory.writePage(new SweepPage(sweep, SweepImages.load()).html());
  }
}
