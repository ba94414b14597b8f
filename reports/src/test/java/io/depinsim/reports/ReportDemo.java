package io.depinsim.reports;

import io.depinsim.core.run.RunDirectory;
import java.nio.file.Path;
import java.util.List;

/** Writes the made-up run with its report into a folder, for looking at. */
public final class ReportDemo {

  private ReportDemo() {}

  /**
   * Writes one report.
   *
   * @param args folder, number of replicates, {@code policies} to have two of them and two regimes
   */
  public static void main(String[] args) {
    boolean several = args.length > 2 && args[2].equals("policies");
    FilecoinLikeRun demo =
        several
            ? new FilecoinLikeRun(
                Integer.parseInt(args[1]), 1, List.of("plan", "half"), List.of("calm", "crash"))
            : new FilecoinLikeRun(Integer.parseInt(args[1]), 1);
    try (RunDirectory run = demo.write(Path.of(args[0]))) {
      ReportWriter.write(run, demo.input());
    }
  }
}
