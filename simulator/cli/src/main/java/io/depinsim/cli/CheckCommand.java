package io.depinsim.cli;

import io.depinsim.core.random.Streams;
import io.depinsim.core.run.Baseline;
import io.depinsim.core.run.BaselineFile;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.ScenarioCheck;
import io.depinsim.experiments.StopSignal;
import io.depinsim.experiments.check.CheckOptions;
import java.io.IOException;
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
import picocli.CommandLine.Mixin;
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

  @Mixin private PowerOptions power;

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
    atLeast("--sets", power.sets(), 1);
    if (update && power.asked()) {
      throw mistake("--update and --power exclude each other.");
    }
    if (!power.asked() && power.refined()) {
      throw mistake("--out and --inputs belong to --power.");
    }
    if (replicates != null && !update) {
      throw mistake("--replicates is of a new baseline. Maybe add --update?");
    }
    double rate = rate();
    Map<Path, Scenario> scenarios = new LinkedHashMap<>();
    Refusals refusals = new Refusals(spec.commandLine().getErr());
    for (Path file : CheckFiles.find(paths)) {
      refusals.read(file, CheckCommand::read).ifPresent(s -> scenarios.put(file, s));
    }
    int refused = refusals.end();
    if (refused != ExitCodes.SUCCESS) {
      return refused;
    }
    List<CheckWork.Subject> subjects = new ArrayList<>();
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      Path file = entry.getKey();
      Optional<Baseline> baseline =
          BaselineFile.exists(file) ? earlier(file, entry.getValue()) : Optional.empty();
      subjects.add(new CheckWork.Subject(file, entry.getValue(), baseline));
    }
    StopSignal stop = program.interruption().listen();
    CheckWork work =
        new CheckWork(
            subjects,
            quiet,
            spec.commandLine().getOut(),
            name ->
                ProgressReport.of(
                    name,
                    power.asked() ? "steps" : "replicates",
                    noProgress || quiet,
                    spec.commandLine().getErr()),
            progress -> options(rate, progress, stop));
    try {
      return power.asked()
          ? work.measure(power)
          : update
              ? work.update(Optional.ofNullable(replicates))
              : work.check(Optional.ofNullable(junit));
    } catch (InterruptedException e) {
      InterruptedException told = new InterruptedException("Interrupted; nothing was kept.");
      told.initCause(e);
      throw told;
    }
  }

  private CheckOptions options(double rate, RunOptions.Progress progress, StopSignal stop) {
    return new CheckOptions(
        rate,
        freshSeed == null ? OptionalLong.empty() : OptionalLong.of(freshSeed),
        threads != null ? threads : Runtime.getRuntime().availableProcessors(),
        progress,
        stop);
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
