package io.depinsim.cli;

import io.depinsim.core.ledger.CheckLevel;
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
    description = "Run scenarios: every policy, regime and replicate; results, charts and report.",
    footer = {
      "",
      "Exit code 0: every expectation of the scenario held; 1: one failed; 2: wrong",
      "usage or invalid scenario; 3: an invariant broke or an event failed; 4: input,",
      "output or resources failed; 130: interrupted.",
      "",
      "Examples:",
      "  depinsim run scenarios/filecoin/replay-history.yaml",
      "  depinsim run FILE --replicates 20 --threads 2 --out results/mine",
      "  depinsim run FILE --set filecoin.vesting.linear.locked='50 %%' --seed 7"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ParentCommand private Depinsim program;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
  private List<Path> files;

  @Mixin private ScenarioOptions scenarioOptions;

  @Mixin private KeepingOptions keepingOptions;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Independent repetitions; default: the scenario's.")
  private Integer replicates;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Only this policy. May be repeated; default: all.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Run directory; default: runs/<scenario name>, with a suffix when values are changed.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replicates run at once; default: all processors. Changes no result.")
  private Integer threads;

  @Option(
      names = "--check",
      paramLabel = "LEVEL",
      defaultValue = "epoch",
      description =
          "When invariants are tested: none, run, epoch, event; default: epoch. Changes no result.")
  private CheckLevel checks;

  @Option(
      names = "--metrics",
      paramLabel = "PATTERN",
      description =
          "Record only metrics that match, * for any text; default: all. Changes no result;"
              + " charts and expectations about others are left out.")
  private String metrics;

  @Option(
      names = "--series",
      paramLabel = "N",
      description =
          "Keep the series of the first N replicates only; default: 100. Statistics are of all.")
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
    atLeastOne("--threads", threads);
    atLeastOne("--series", series);
    Map<Path, Scenario> scenarios = new LinkedHashMap<>();
    Refusals refusals = new Refusals(spec.commandLine().getErr());
    for (Path file : files) {
      refusals.read(file, this::read).ifPresent(scenario -> scenarios.put(file, scenario));
    }
    int refused = refusals.end();
    if (refused != ExitCodes.SUCCESS) {
      return refused;
    }
    boolean held = true;
    for (Map.Entry<Path, Scenario> entry : scenarios.entrySet()) {
      held &= run(entry.getKey(), entry.getValue());
    }
    return held ? ExitCodes.SUCCESS : ExitCodes.EXPECTATION_FAILED;
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
    Unfinished unfinished = new Unfinished(folder, spec.commandLine());
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
              keepingOptions.keeping(program.interruption().listen()));
      RunService service = new RunService(scenario, options);
      RunService.Provenance provenance =
          new RunService.Provenance(Version.text(), commandLine(file));
      Optional<RunService.Verdicts> complete =
          keepingOptions.resume() ? service.findComplete(folder, provenance) : Optional.empty();
      unfinished.greet(keepingOptions.resume(), complete.isPresent());
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
      new RunSummary(spec.commandLine().getOut()).print(folder, scenario, verdicts, !noReport);
    }
    return verdicts.expectations().stream()
        .noneMatch(row -> row.outcome() == ExpectationRow.Outcome.failed);
  }

  /** A run with other values or fewer policies does not take the folder of the scenario itself. */
  private String variant() {
    List<String> changes = new ArrayList<>(scenarioOptions.arguments());
    changes.addAll(policies);
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
