package io.depinsim.cli;

import io.depinsim.core.run.RunDirectoryException;
import io.depinsim.core.run.SweepRecord;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.RunService.Provenance;
import io.depinsim.experiments.sweep.Design;
import io.depinsim.experiments.sweep.SweepOptions;
import io.depinsim.experiments.sweep.SweepService;
import io.depinsim.reports.SweepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** {@code depinsim sweep}. */
@Command(
    name = "sweep",
    description = "How often findings hold over the ranges of assumed inputs.",
    footer = {
      "",
      "Exit code 0, whether or not findings hold; 3: no point at all could be run.",
      "  depinsim sweep FILE",
      "  depinsim sweep FILE --points 100 --design sobol --inputs 'providers.*'",
      "  depinsim sweep FILE --replicates 3 --set run.horizon='6 months' --seed 7"
    })
final class SweepCommand implements Callable<Integer> {
  private static final int POINTS = 500;

  @Spec private CommandSpec spec;

  @ParentCommand private Depinsim program;

  @Parameters(paramLabel = "FILE", description = "Scenario file, YAML or JSON.")
  private Path file;

  @Mixin private ScenarioOptions scenarioOptions;

  @Mixin private KeepingOptions keepingOptions;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "" + POINTS,
      description = "Combinations of inputs tried; default: 500.")
  private int points;

  @Option(
      names = "--replicates",
      paramLabel = "R",
      defaultValue = "1",
      description = "Replicates at each point; default: 1.")
  private int replicates;

  @Option(
      names = "--design",
      paramLabel = "DESIGN",
      defaultValue = "latinHypercube",
      description = "latinHypercube (default) or sobol.")
  private Design design;

  @Option(
      names = "--inputs",
      paramLabel = "PATTERN",
      description = "Vary only inputs that match, * for any text.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go; default: sweeps/NAME[-CHANGES].")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Points run at once; default: one a processor.")
  private Integer threads;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException, InterruptedException {
    atLeastOne("--points", points);
    atLeastOne("--replicates", replicates);
    int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
    atLeastOne("--threads", workers);
    Scenario scenario = scenarioOptions.read(file, Optional.empty(), List.of());
    Path folder = out != null ? out : Path.of("sweeps", scenario.name() + variant());
    Unfinished unfinished = new Unfinished(folder, spec.commandLine(), quiet);
    SweepRecord sweep;
    try (ProgressReport progress =
        ProgressReport.of(
            scenario.name(), "points", noProgress || quiet, spec.commandLine().getErr())) {
      SweepOptions options =
          new SweepOptions(
              design,
              points,
              replicates,
              Wildcards.any(inputs),
              workers,
              progress::at,
              keepingOptions.keeping(
                  Keeping.DEFAULT_SECONDS, program.interruption().listen(), unfinished::greet));
      sweep =
          new SweepService(scenario, options)
              .run(
                  folder,
                  new Provenance(Version.text(), commandLine()),
                  (directory, record) -> {
                    directory.write(scenario.resolvedYaml(), record);
                    SweepReport.write(directory, record);
                  });
    } catch (InterruptedException e) {
      throw unfinished.interrupted();
    } catch (RunDirectoryException e) {
      throw unfinished.explained(e);
    }
    if (!quiet) {
      new SweepSummary(spec.commandLine().getOut()).print(folder, scenario, sweep);
      spec.commandLine().getOut().println(NextCommand.afterSweep(file));
    }
    return sweep.manifest().failed() == points ? ExitCodes.BROKEN : ExitCodes.SUCCESS;
  }

  private String variant() {
    List<String> changes = new ArrayList<>(scenarioOptions.arguments());
    changes.addAll(inputs);
    if (points != POINTS || replicates != 1 || design != Design.latinHypercube) {
      changes.add(points + " " + replicates + " " + design);
    }
    return changes.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "-%08x", String.join("\n", changes).hashCode());
  }

  private void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " " + value + ": must be 1 or more.");
    }
  }

  private String commandLine() {
    StringBuilder text =
        new StringBuilder("./depinsim sweep ").append(ScenarioOptions.quote(file.toString()));
    for (String argument : scenarioOptions.arguments()) {
      text.append(' ').append(ScenarioOptions.quote(argument));
    }
    text.append(" --points ").append(points);
    text.append(" --replicates ").append(replicates);
    text.append(" --design ").append(design);
    for (String pattern : inputs) {
      text.append(" --inputs ").append(ScenarioOptions.quote(pattern));
    }
    return text.toString();
  }
}
