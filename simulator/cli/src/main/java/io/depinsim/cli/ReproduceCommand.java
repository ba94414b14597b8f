package io.depinsim.cli;

import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.ManifestFile;
import io.depinsim.core.run.PlainNumbers;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.run.StateDigest;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.ScenarioCheck;
import io.depinsim.experiments.check.Reproduction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code depinsim reproduce}. */
@Command(
    name = "reproduce",
    description = "Repeat a run from its manifest and compare the digests.",
    footer = {
      "",
      "Needs the manifest alone; with series.csv beside it, it names the first value that",
      "differs. Exit code 1: a digest differs.",
      "  depinsim reproduce runs/two-markets",
      "  depinsim reproduce archive/manifest.json"
    })
final class ReproduceCommand implements Callable<Integer> {
  private static final String SERIES = "series.csv";

  @Spec private CommandSpec spec;

  @ParentCommand private Depinsim program;

  @Parameters(paramLabel = "RUN", description = "Folder of a run, or its manifest.json.")
  private Path run;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replicates run at once; default: one a processor.")
  private Integer threads;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
    if (workers < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads " + workers + ": must be 1 or more.");
    }
    if (Files.isDirectory(run)) {
      RunDirectory.open(run).close();
    }
    Path file = ManifestFile.of(run);
    Manifest manifest = ManifestFile.read(InputFile.require(file));
    Scenario scenario = scenario(manifest);
    Reproduction reproduction;
    try (ProgressReport progress =
        ProgressReport.of(
            manifest.scenarioName(),
            "replicates",
            noProgress || quiet,
            spec.commandLine().getErr())) {
      reproduction =
          Reproduction.of(
              manifest, scenario, workers, progress::at, program.interruption().listen());
    } catch (InterruptedException e) {
      InterruptedException told = new InterruptedException("Interrupted; nothing was kept.");
      told.initCause(e);
      throw told;
    }
    PrintWriter err = spec.commandLine().getErr();
    List<Reproduction.Differing> differing = reproduction.differing();
    if (differing.isEmpty() && !reproduction.sameDecisions()) {
      otherProgram(manifest).ifPresent(err::println);
      err.println(
          manifest.scenarioName()
              + ": all "
              + reproduction.compared()
              + " digests are equal, but other decisions were logged.");
      return ExitCodes.EXPECTATION_FAILED;
    }
    if (differing.isEmpty()) {
      if (!quiet) {
        spec.commandLine().getOut().println(same(manifest, reproduction));
      }
      return ExitCodes.SUCCESS;
    }
    otherProgram(manifest).ifPresent(err::println);
    err.println(
        manifest.scenarioName()
            + ": "
            + differing.size()
            + " of "
            + reproduction.compared()
            + " digests differ. The first: "
            + words(differing.get(0)));
    err.println(firstValue(manifest, file, reproduction));
    return ExitCodes.EXPECTATION_FAILED;
  }

  /** Reads the scenario that the manifest holds, through a file that is gone afterwards. */
  private static Scenario scenario(Manifest manifest) throws IOException {
    Path folder = Files.createTempDirectory("depinsim-reproduce-");
    Path text = folder.resolve("scenario-in-manifest.yaml");
    try {
      Files.writeString(text, manifest.scenario());
      return ScenarioCheck.read(new ScenarioReader(Catalogues.join()), text, List.of(), List.of());
    } finally {
      Files.deleteIfExists(text);
      Files.deleteIfExists(folder);
    }
  }

  private static String same(Manifest manifest, Reproduction reproduction) {
    String version =
        manifest.programVersion().equals(Version.text())
            ? ""
            : " It was run with version "
                + manifest.programVersion()
                + ", and repeated with "
                + Version.text()
                + ".";
    return manifest.scenarioName()
        + ": reproduced; all "
        + reproduction.compared()
        + " digests are equal."
        + version;
  }

  private static Optional<String> otherProgram(Manifest manifest) {
    if (manifest.stateHashVersion() != StateDigest.VERSION) {
      return Optional.of(
          "Digests cannot be equal: the run's are of version "
              + manifest.stateHashVersion()
              + ", those of this program of version "
              + StateDigest.VERSION
              + ". The series can still be compared.");
    }
    return manifest.programVersion().equals(Version.text())
        ? Optional.empty()
        : Optional.of(
            "The run is of version "
                + manifest.programVersion()
                + " of the program; this is "
                + Version.text()
                + ".");
  }

  private static String words(Reproduction.Differing differing) {
    return "policy "
        + differing.policy()
        + ", regime "
        + differing.regime()
        + ", replicate "
        + differing.replicate()
        + (differing.earlier().isEmpty()
            ? " (the manifest holds none)."
            : differing.now().isEmpty() ? " (there is no such replicate)." : ".");
  }

  private static String firstValue(Manifest manifest, Path file, Reproduction reproduction) {
    Path folder = file.toAbsolutePath().getParent();
    boolean beside = folder.resolve("manifest.json").equals(file.toAbsolutePath());
    if (!beside || !Files.isRegularFile(folder.resolve(SERIES))) {
      return "Which value differs first cannot be told without " + SERIES + " beside the manifest.";
    }
    try (RunDirectory directory = RunDirectory.open(folder)) {
      Optional<Reproduction.Value> value = reproduction.firstDiffering(directory.series());
      return value
          .map(ReproduceCommand::words)
          .orElse(
              "All values of "
                  + SERIES
                  + " are equal: what differs is in state that no metric shows, or in one of the"
                  + " replicates behind the first "
                  + manifest.seriesReplicates()
                  + ".");
    }
  }

  private static String words(Reproduction.Value value) {
    return "The first value that differs: "
        + value.metric()
        + " at "
        + value.time()
        + ", policy "
        + value.policy()
        + ", regime "
        + value.regime()
        + ", replicate "
        + value.replicate()
        + ": was "
        + PlainNumbers.format(value.earlier())
        + ", is "
        + PlainNumbers.format(value.now())
        + ".";
  }
}
