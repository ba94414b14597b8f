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
   * @param args folder, number of replicates, {@code policies} to have two of them and two regimes,
   *     {@code comparison} to have many
   */
  public static void main(String[] args) {
    boolean several = args.length > 2 && args[2].equals("policies");
    FilecoinLikeRun demo =
        several
            ? new FilecoinLikeRun(
                Integer.parseInt(args[1]), 1, List.of("plan", "half"), List.of("calm", "crash"))
            : new FilecoinLikeRun(Integer.parseInt(args[1]), 1);
    if (args.length > 2 && args[2].equals("comparison")) {
      List<String> policies =
          List.of("plan", "half", "double", "late", "burn", "capped at a third");
      List<String> regimes = List.of("calm", "crash", "boom");
      FilecoinLikeRun many = new FilecoinLikeRun(20, 30, policies, regimes);
      try (RunDirectory run =
          many.write(Path.of(args[0]), ComparisonSample.large(policies, regimes).record())) {
        ReportWriter.write(run, many.input());
      }
      return;
    }
    try (RunDirectory run = demo.write(Path.of(args[0]))) {
      ReportWriter.write(run, demo.input());
    }
  }
}
