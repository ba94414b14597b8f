package io.depinsim.cli;

import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.BaselineFile;
import io.depinsim.core.run.PowerCsv;
import io.depinsim.core.run.PowerRow;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.ScenarioCheck;
import io.depinsim.experiments.StopSignal;
import io.depinsim.experiments.check.BaselineCheck;
import io.depinsim.experiments.check.CheckOptions;
import io.depinsim.experiments.check.CheckResult;
import io.depinsim.experiments.check.Moves;
import io.depinsim.experiments.check.Power;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code depinsim check}. */
@Command(
    name = "check",
    description = "Say whether behaviour moved from the baselines of scenarios.",
    footer = {
      "Exit code 1: behaviour moved, an expectation failed, or there is no baseline.",
      "  depinsim check scenarios/policies --junit check.xml",
      "  depinsim check FILE --update --replicates 40"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int FEWEST = 20;

  @Spec private CommandSpec spec;

  @ParentCommand private Depinsim program;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scenario files, or folders that hold some.")
  private List<Path> paths;

  @Option(names = "--update", description = "Write baselines, and show what moved.")
  private boolean update;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Of a new baseline; default: as before, or 20.")
  private Integer replicates;

  @Option(
      names = "--fresh-seed",
      paramLabel = "N",
      description = "Seed of fresh replicates; default: the baseline's.")
  private Long freshSeed;

  @Option(
      names = "--false-alarm",
      paramLabel = "SHARE",
      defaultValue = "1 %",
      description = "Of unchanged scenarios that may alarm (1 %%).")
  private String falseAlarm;

  @Option(names = "--power", description = "Measure what a check would notice, instead.")
  private boolean power;

  @Option(
      names = "--inputs",
      paramLabel = "PATTERN",
      description = "Of --power: assumed inputs to screen, * for any.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--sets",
      paramLabel = "N",
      defaultValue = "20",
      description = "Of --power: sets of fresh replicates each (20).")
  private Integer sets;

  @Option(names = "--out", paramLabel = "DIR", description = "Of --power: write power.csv.")
  private Path folder;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML as well.")
  private Path junit;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replicates run at once; default: one a processor.")
  private Integer threads;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(names = "--quiet", description = "Print nothing but errors and what moved.")
  private boolean quiet;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  @Override
  public Integer call() throws IOException, InterruptedException {
    atLeast("--threads", threads, 1);
    atLeast("--replicates", replicates, 2);
    if (replicates != null && replicates > Streams.REPLICATE_LIMIT / 2) {
      throw mistake("--replicates: at most " + Streams.REPLICATE_LIMIT / 2 + ".");
    }
    atLeast("--sets", sets, 1);
    if (update && power) {
      throw mistake("--update and --power exclude each other.");
    }
    if (!power && (folder != null || !inputs.isEmpty())) {
      throw mistake("--out and --inputs belong to --power.");
    }
    if (replicates != null && !update) {
      throw mistake("--replicates is of a new baseline. Maybe add --update?");
    }
    options(RunOptions.Progress.NONE, new StopSignal());
    Map<Path, Scenario> scenarios = new LinkedHashMap<>();
    Refusals refusals = new Refusals(spec.commandLine().getErr());
    for (Path file : CheckFiles.find(paths)) {
      refusals.read(file, CheckCommand::read).ifPresent(s -> scenarios.put(file, s));
    }
    int refused = refusals.end();
    if (refused != ExitCodes.SUCCESS) {
      return refused;
    }
    Map<Path, Baseline> baselines = new LinkedHashMap<>();
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      if (BaselineFile.exists(entry.getKey())) {
        earlier(entry.getKey(), entry.getValue())
            .ifPresent(baseline -> baselines.put(entry.getKey(), baseline));
      }
    }
    StopSignal stop = program.interruption().listen();
    if (power) {
      return measured(scenarios, baselines, stop);
    }
    return update ? updated(scenarios, baselines, stop) : checked(scenarios, baselines, stop);
  }

  private static Scenario read(Path file) throws IOException {
    return ScenarioCheck.read(new ScenarioReader(Catalogues.join()), file, List.of(), List.of());
  }

  /** The baseline; nothing, after a sentence, if it is no good and is to be written anew. */
  private Optional<Baseline> earlier(Path file, Scenario scenario) {
    try {
      return Optional.of(baseline(file, scenario));
    } catch (RunDirectoryException | IllegalArgumentException e) {
      if (!update) {
        throw e;
      }
      spec.commandLine().getErr().println("Written anew: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Baseline baseline(Path file, Scenario scenario) {
    Path path = BaselineFile.of(file);
    Baseline baseline = BaselineFile.read(path);
    if (!baseline.scenario().equals(scenario.name())) {
      throw new IllegalArgumentException(
          path
              + ": scenario: "
              + baseline.scenario()
              + ": this is the baseline of another scenario than "
              + scenario.name()
              + ". Maybe write it anew with --update.");
    }
    return baseline;
  }

  private int checked(Map<Path, Scenario> scenarios, Map<Path, Baseline> baselines, StopSignal stop)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    JunitReport report = new JunitReport();
    int moved = 0;
    int missing = 0;
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      Scenario scenario = entry.getValue();
      Optional<Baseline> baseline = Optional.ofNullable(baselines.get(entry.getKey()));
      if (baseline.isEmpty()) {
        String sentence =
            "there is no baseline " + BaselineFile.of(entry.getKey()) + ". Maybe --update.";
        out.println(scenario.name() + ": FAILS: " + sentence);
        report.addFailure(scenario.name(), sentence);
        missing++;
        continue;
      }
      CheckResult result;
      try (ProgressReport progress = progress(scenario, "replicates")) {
        CheckOptions options = options(progress::at, stop);
        result = new BaselineCheck(scenario, options).against(baseline.get());
      }
      report.add(result);
      moved += result.failed() ? 1 : 0;
      if (!quiet || result.failed()) {
        new CheckSummary(out).print(result);
      }
    }
    if (junit != null) {
      report.write(junit);
    }
    if (!quiet) {
      out.println(
          scenarios.size()
              + (scenarios.size() == 1 ? " scenario: " : " scenarios: ")
              + (scenarios.size() - moved - missing)
              + " passed, "
              + moved
              + " moved"
              + (missing > 0 ? ", " + missing + " without a baseline" : "")
              + "."
              + (moved > 0 ? " If that was meant: --update." : ""));
    }
    return moved + missing == 0 ? ExitCodes.SUCCESS : ExitCodes.EXPECTATION_FAILED;
  }

  private int updated(Map<Path, Scenario> scenarios, Map<Path, Baseline> baselines, StopSignal stop)
      throws InterruptedException {
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      Scenario scenario = entry.getValue();
      Optional<Baseline> old = Optional.ofNullable(baselines.get(entry.getKey()));
      int count =
          replicates != null
              ? replicates
              : old.map(Baseline::replicates).orElse(Math.max(FEWEST, scenario.run().replicates()));
      Baseline now;
      try (ProgressReport progress = progress(scenario, "replicates")) {
        CheckOptions options = options(progress::at, stop);
        now = new BaselineCheck(scenario, options).record(count, Version.text());
      }
      boolean same = old.isPresent() && old.get().behavesAs(now);
      Path file = BaselineFile.of(entry.getKey());
      if (!same) {
        BaselineFile.write(file, now);
      }
      if (!quiet) {
        PrintWriter out = spec.commandLine().getOut();
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

  private int measured(
      Map<Path, Scenario> scenarios, Map<Path, Baseline> baselines, StopSignal stop)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<PowerRow> rows = new ArrayList<>();
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      Scenario scenario = entry.getValue();
      Baseline baseline = baselines.get(entry.getKey());
      if (baseline == null) {
        throw new IllegalArgumentException(
            scenario.name() + ": there is no baseline. Maybe --update without --power first.");
      }
      Power.Found found;
      try (ProgressReport progress = progress(scenario, "steps")) {
        CheckOptions options = options(progress::at, stop);
        found = new Power(scenario, baseline, options, sets).measure(Wildcards.any(inputs));
      }
      new PowerSummary(out).print(scenario.name(), rate(), found);
      rows.addAll(found.rows());
    }
    if (folder != null) {
      out.println("Table: " + PowerCsv.write(folder, rows));
    }
    return ExitCodes.SUCCESS;
  }

  private ProgressReport progress(Scenario scenario, String unit) {
    return ProgressReport.of(
        scenario.name(), unit, noProgress || quiet, spec.commandLine().getErr());
  }

  private CheckOptions options(RunOptions.Progress progress, StopSignal stop) {
    return new CheckOptions(
        rate(),
        freshSeed == null ? OptionalLong.empty() : OptionalLong.of(freshSeed),
        threads != null ? threads : Runtime.getRuntime().availableProcessors(),
        progress,
        stop);
  }

  private double rate() {
    Matcher matcher = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})?)\\s*%").matcher(falseAlarm.trim());
    double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (percent < 0.01 || percent > 50) {
      throw mistake(
          "--false-alarm " + falseAlarm + ": must be 0.01 % to 50 %, such as '1 %' in quotes.");
    }
    return percent / 100;
  }

  private void atLeast(String option, Integer value, int least) {
    if (value != null && value < least) {
      throw mistake(option + " " + value + ": must be " + least + " or more.");
    }
  }

  private ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
