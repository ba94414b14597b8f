package io.depinsim.reports;

import io.depinsim.core.run.RunDirectory;
import java.nio.file.Path;

/** Writes the made-up run with its report into a folder, for looking at. */
public final class ReportDemo {

  private ReportDemo() {}

  /**
   * Writes one report.
   *
   * @param args folder, number of replicates
   */
  public static void main(String[] args) {
    FilecoinLikeRun demo = new FilecoinLikeRun(Integer.parseInt(args[1]), 1);
    try (RunDirectory run = demo.write(Path.of(args[0]))) {
      ReportWriter.write(run, demo.input());
    }
  }
}
