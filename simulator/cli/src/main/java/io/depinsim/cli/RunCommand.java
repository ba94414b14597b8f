package io.depinsim.cli;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.scenario.Nearest;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.RunService;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code depinsim run}. */
@Command(
    name = "run",
    description = "Run scenarios; write results, charts and a report.",
    footer = {
      "",
      "Exit code 1: an expectation failed; 130: interrupted, go on with --resume.",
      "  depinsim run FILE --replicates 20 --out results/mine --resume",
      "  depinsim run FILE --set filecoin.vesting.linear.locked='50 %%' --seed 7"
    })
final class RunCommand implements Callable<Integer> {
  private static final String LESS_MEMORY =
      "fewer --threads, a smaller --series or fewer --metrics, a smaller `potential` or `rows`";

  @Spec private CommandSpec spec;

  @ParentCommand private Depinsim program;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
  private List<Path> files;

  @Mixin private ScenarioOptions scenarioOptions;

  @Mixin private KeepingOptions keepingOptions;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Keep states of replicates this often (30).")
  private double checkpoint;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Repetitions; default: as the scenario says.")
  private Integer replicates;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Only this policy; may be repeated.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go; default: runs/NAME[-CHANGES].")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replicates run at once; default: one a processor.")
  private Integer threads;

  @Option(
      names = "--check",
      completionCandidates = CheckLevelNames.class,
      paramLabel = "LEVEL",
      defaultValue = "epoch",
      description = "none, run, epoch or event; default: epoch.")
  private CheckLevel checks;

  @Option(
      names = "--metrics",
      paramLabel = "PATTERN",
      description = "Record only those that match, * for any text.")
  private String metrics;

  @Option(
      names = "--series",
      paramLabel = "N",
      description = "Keep series of the first N replicates only (100).")
  private Integer series;

  @Option(names = "--no-report", description = "Write no charts and no page.")
  private boolean noReport;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (files.size() > 1 && out != null) {
      throw mistake("--out takes one scenario. Maybe run them one by one?");
    }
    atLeastOne("--replicates", replicates);
    if (replicates != null && replicates > Streams.REPLICATE_LIMIT) {
      throw mistake(
          "--replicates "
              + replicates
              + ": must be at most "
              + Streams.REPLICATE_LIMIT
              + ", since each has random numbers of its own.");
    }
    atLeastOne("--threads", threads);
    atLeastOne("--series", series);
    if (!(checkpoint > 0)) {
      throw mistake("--checkpoint " + checkpoint + ": must be above 0.");
    }
    Map<Path, Scenario> scenarios = new LinkedHashMap<>();
    Refusals refusals = new Refusals(spec.commandLine().getErr());
    for (Path file : files) {
      refusals.read(file, this::read).ifPresent(scenario -> scenarios.put(file, scenario));
    }
    int refused = refusals.end();
    if (refused != ExitCodes.SUCCESS) {
      return refused;
    }
    int code = ExitCodes.SUCCESS;
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      try {
        boolean held = run(entry.getKey(), entry.getValue());
        code = Math.max(code, held ? ExitCodes.SUCCESS : ExitCodes.EXPECTATION_FAILED);
      } catch (OutOfMemoryError e) {
        code = ExitCodes.INPUT_OUTPUT;
        spec.commandLine().getErr().println(Failures.outOfMemory(entry.getKey(), LESS_MEMORY));
      }
    }
    return code;
  }

  private Scenario read(Path file) throws IOException {
    return replicates == null ? scenarioOptions.read(file) : scenarioOptions.read(file, replicates);
  }

  private boolean run(Path file, Scenario scenario) throws InterruptedException {
    Path folder = out != null ? out : Path.of("runs", scenario.name() + variant());
    int count = replicates != null ? replicates : scenario.run().replicates();
    List<String> chosen = chosen(scenario);
    int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
    PrintWriter err = spec.commandLine().getErr();
    RunService.Verdicts verdicts;
    Unfinished unfinished = new Unfinished(folder, spec.commandLine(), quiet);
    try (ProgressReport progress =
        ProgressReport.of(scenario.name(), "replicates", noProgress || quiet, err)) {
      RunOptions options =
          new RunOptions(
              chosen,
              count,
              workers,
              checks,
              Wildcards.any(metrics == null ? List.of() : List.of(metrics)),
              progress::at,
              series != null ? series : RunOptions.DEFAULT_SERIES,
              keepingOptions.keeping(
                  checkpoint, program.interruption().listen(), unfinished::greet));
      RunService service = new RunService(scenario, options);
      RunService.Provenance provenance =
          new RunService.Provenance(Version.text(), commandLine(file));
      Optional<RunService.Verdicts> complete =
          keepingOptions.resume() ? service.findComplete(folder, provenance) : Optional.empty();
      if (complete.isPresent()) {
        unfinished.complete();
      }
      verdicts = complete.isPresent() ? complete.get() : service.run(folder, provenance);
    } catch (InterruptedException e) {
      throw unfinished.interrupted();
    } catch (RunDirectoryException e) {
      throw unfinished.explained(e);
    }
    if (!noReport) {
      Reports.write(folder, scenario);
    }
    if (!quiet) {
      PrintWriter out = spec.commandLine().getOut();
      new RunSummary(out).print(folder, scenario, verdicts, !noReport);
      out.println(NextCommand.afterRun(file, scenario));
    }
    return verdicts.expectations().stream()
        .noneMatch(row -> row.outcome() == ExpectationRow.Outcome.failed);
  }

  /** A run with other values, policies or replicates takes a folder of its own. */
  private String variant() {
    List<String> changes = new ArrayList<>(scenarioOptions.arguments());
    changes.addAll(policies);
    if (replicates != null) {
      changes.add("--replicates " + replicates);
    }
    return changes.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "-%08x", String.join("\n", changes).hashCode());
  }

  /** In the scenario's order, whatever the order on the command line. */
  private List<String> chosen(Scenario scenario) {
    if (policies.isEmpty()) {
      return scenario.policies();
    }
    for (String policy : policies) {
      if (!scenario.policies().contains(policy)) {
        String maybe = Nearest.suggest(policy, scenario.policies());
        throw mistake(
            "--policy "
                + policy
                + ": no such policy."
                + (maybe.isEmpty() ? "" : " Maybe " + maybe + "."));
      }
    }
    return scenario.policies().stream().filter(policies::contains).toList();
  }

  private void atLeastOne(String option, Integer value) {
    if (value != null && value < 1) {
      throw mistake(option + " " + value + ": must be 1 or more.");
    }
  }

  private ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private String commandLine(Path file) {
    StringBuilder text =
        new StringBuilder("./depinsim run ").append(ScenarioOptions.quote(file.toString()));
    for (String argument : scenarioOptions.arguments()) {
      text.append(' ').append(ScenarioOptions.quote(argument));
    }
    for (String policy : policies) {
      text.append(" --policy ").append(ScenarioOptions.quote(policy));
    }
    if (replicates != null) {
      text.append(" --replicates ").append(replicates);
    }
    if (series != null) {
      text.append(" --series ").append(series);
    }
    return text.toString();
  }
}
