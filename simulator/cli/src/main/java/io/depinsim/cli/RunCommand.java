package io.depinsim.cli;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.ExpectationRow;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.RunService;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private WorkOptions work;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (files.size() > 1 && work.out().isPresent()) {
      throw work.mistake("--out takes one scenario. Maybe run them one by one?");
    }
    work.atLeastOne("--replicates", replicates);
    if (replicates != null && replicates > Streams.REPLICATE_LIMIT) {
      throw work.mistake(
          "--replicates "
              + replicates
              + ": must be at most "
              + Streams.REPLICATE_LIMIT
              + ", since each has random numbers of its own.");
    }
    work.atLeastOne("--series", series);
    if (!(checkpoint > 0)) {
      throw work.mistake("--checkpoint " + checkpoint + ": must be above 0.");
    }
    work.threads();
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
    return scenarioOptions.read(file, Optional.ofNullable(replicates), List.of());
  }

  private boolean run(Path file, Scenario scenario) throws InterruptedException {
    Path folder = work.folder(scenario.name(), changes());
    List<String> chosen = PolicyNames.chosen(scenario, policies, work);
    Execution execution = new Execution(spec.commandLine(), program, work, keepingOptions);
    RunService.Verdicts verdicts =
        execution.run(
            scenario,
            folder,
            checkpoint,
            commandLine(file),
            (progress, keeping) ->
                new RunOptions(
                    chosen,
                    scenario.run().replicates(),
                    work.threads(),
                    checks,
                    Wildcards.any(metrics == null ? List.of() : List.of(metrics)),
                    progress,
                    series != null ? series : RunOptions.DEFAULT_SERIES,
                    keeping,
                    Optional.empty()));
    if (!work.quiet()) {
      PrintWriter out = spec.commandLine().getOut();
      new RunSummary(out).print(folder, scenario, verdicts, work.report());
      out.println(NextCommand.afterRun(file, scenario));
    }
    return verdicts.expectations().stream()
        .noneMatch(row -> row.outcome() == ExpectationRow.Outcome.failed);
  }

  /** A run with other values, policies or replicates takes a folder of its own. */
  private List<String> changes() {
    List<String> changes = new ArrayList<>(scenarioOptions.arguments());
    changes.addAll(policies);
    if (replicates != null) {
      changes.add("--replicates " + replicates);
    }
    return changes;
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
