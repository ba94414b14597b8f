package io.depinsim.cli;

import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.BaselineFile;
import io.depinsim.core.run.PowerCsv;
import io.depinsim.core.run.PowerRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.check.BaselineCheck;
import io.depinsim.experiments.check.CheckOptions;
import io.depinsim.experiments.check.CheckResult;
import io.depinsim.experiments.check.Moves;
import io.depinsim.experiments.check.Power;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code check} does with scenarios that were read, one after the other. */
final class CheckWork {
  /** Replicates of a new baseline at least. */
  private static final int FEWEST = 20;

  private final List<Subject> subjects;
  private final boolean quiet;
  private final PrintWriter out;
  private final Reports reports;
  private final Options options;

  /**
   * Work.
   *
   * @param quiet whether only what moved is printed
   * @param reports makes the report of a scenario's progress
   * @param options makes options of how progress is told
   */
  CheckWork(
      List<Subject> subjects, boolean quiet, PrintWriter out, Reports reports, Options options) {
    this.subjects = subjects;
    this.quiet = quiet;
    this.out = out;
    this.reports = reports;
    this.options = options;
  }

  /**
   * A scenario to check.
   *
   * @param file where it was read from
   * @param baseline beside it; empty if there is none, or none that is any good
   */
  record Subject(Path file, Scenario scenario, Optional<Baseline> baseline) {}

  /** Makes the report of a scenario's progress. */
  interface Reports {
    ProgressReport of(String scenario);
  }

  /** Makes options of how progress is told. */
  interface Options {
    CheckOptions with(RunOptions.Progress progress);
  }

  /**
   * Holds every scenario against its baseline.
   *
   * @param junit where JUnit XML goes; empty for nowhere
   * @return the exit code
   */
  int check(Optional<Path> junit) throws IOException, InterruptedException {
    JunitReport report = new JunitReport();
    int moved = 0;
    int missing = 0;
    for (Subject subject : subjects) {
      Scenario scenario = subject.scenario();
      Optional<Baseline> baseline = subject.baseline();
      if (baseline.isEmpty()) {
        String sentence =
            "there is no baseline " + BaselineFile.of(subject.file()) + ". Maybe --update.";
        out.println(scenario.name() + ": FAILS: " + sentence);
        report.addFailure(scenario.name(), sentence);
        missing++;
        continue;
      }
      CheckResult result;
      try (ProgressReport progress = reports.of(scenario.name())) {
        result = new BaselineCheck(scenario, options.with(progress::at)).against(baseline.get());
      }
      report.add(result);
      moved += result.failed() ? 1 : 0;
      if (!quiet || result.failed()) {
        new CheckSummary(out).print(result);
      }
    }
    if (junit.isPresent()) {
      report.write(junit.get());
    }
    if (!quiet) {
      out.println(
          subjects.size()
              + (subjects.size() == 1 ? " scenario: " : " scenarios: ")
              + (subjects.size() - moved - missing)
              + " passed, "
              + moved
              + " moved"
              + (missing > 0 ? ", " + missing + " without a baseline" : "")
              + "."
              + (moved > 0 ? " If that was meant: --update." : ""));
    }
    return moved + missing == 0 ? ExitCodes.SUCCESS : ExitCodes.EXPECTATION_FAILED;
  }

  /**
   * Writes baselines.
   *
   * @param replicates how many each is to hold; empty for as many as before
   * @return the exit code
   */
  int update(Optional<Integer> replicates) throws InterruptedException {
    for (Subject subject : subjects) {
      Scenario scenario = subject.scenario();
      Optional<Baseline> old = subject.baseline();
      int count =
          replicates.orElseGet(
              () ->
                  old.map(Baseline::replicates)
                      .orElse(Math.max(FEWEST, scenario.run().replicates())));
      Baseline now;
      try (ProgressReport progress = reports.of(scenario.name())) {
        now = new BaselineCheck(scenario, options.with(progress::at)).record(count, Version.text());
      }
      boolean same = old.isPresent() && old.get().behavesAs(now);
      Path file = BaselineFile.of(subject.file());
      if (!same) {
        BaselineFile.write(file, now);
      }
      if (!quiet) {
        new CheckSummary(out)
            .update(scenario.name(), file, old.isEmpty(), !same, Moves.between(old, now));
        if (now.questions().isEmpty()) {
          out.println(
              "  No question stands under `metrics`, so any digest that differs will fail a check.");
        }
      }
    }
    return ExitCodes.SUCCESS;
  }

  /**
   * Measures what checks would notice.
   *
   * @return the exit code
   */
  int measure(PowerOptions power) throws InterruptedException {
    List<PowerRow> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      Scenario scenario = subject.scenario();
      Baseline baseline =
          subject
              .baseline()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          scenario.name()
                              + ": there is no baseline. Maybe --update without --power first."));
      Power.Found found;
      CheckOptions own;
      try (ProgressReport progress = reports.of(scenario.name())) {
        own = options.with(progress::at);
        found = new Power(scenario, baseline, own, power.sets()).measure(power.inputs());
      }
      new PowerSummary(out).print(scenario.name(), own.falseAlarm(), found);
      rows.addAll(found.rows());
    }
    power.folder().ifPresent(folder -> out.println("Table: " + PowerCsv.write(folder, rows)));
    return ExitCodes.SUCCESS;
  }
}
