package io.depinsim.cli;

import io.depinsim.core.scenario.Preset;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim new}. */
@Command(
    name = "new",
    description = "Write a short commented scenario to start from.",
    footer = {
      "",
      "Examples:",
      "  depinsim new mine",
      "  depinsim new mine --preset storage",
      "  depinsim new mine --from econagentic/baseline"
    })
final class NewCommand implements Callable<Integer> {
  /** Most lines of a new file. */
  static final int LINES = 40;

  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "Name of the scenario: lower-case words joined by hyphens.")
  private String name;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description = "What to start from; default: compute. See depinsim list presets.")
  private String preset;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Start from this scenario instead: a file, or a shipped one such as"
              + " filecoin/replay-history.")
  private String from;

  @Option(names = "--out", paramLabel = "FILE", description = "File to write; default: NAME.yaml.")
  private Path out;

  @Option(names = "--force", description = "Replace the file if there is one.")
  private boolean force;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  @Override
  public Integer call() throws IOException {
    if (!name.matches(NAME)) {
      String near = name.replaceFirst("\\.(ya?ml|json)$", "").toLowerCase(Locale.ROOT);
      near = near.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      throw mistake(
          name
              + ": a name must be lower-case words joined by hyphens, since directories carry it."
              + (near.matches(NAME) ? " Maybe `" + near + "`." : ""));
    }
    if (preset != null && from != null) {
      throw mistake("--preset and --from exclude each other: a file starts from one of them.");
    }
    Path file = out != null ? out : Path.of(name + ".yaml");
    if (Files.isDirectory(file)) {
      throw mistake("--out " + file + ": this is a folder. Maybe " + file.resolve(name + ".yaml."));
    }
    if (file.toString().endsWith(".json")) {
      throw mistake("--out " + file + ": the comments need YAML. Maybe " + name + ".yaml.");
    }
    String head = EditorLine.of(file);
    int room = LINES - (int) head.lines().count();
    String text = head + (from != null ? copy(file, room) : blank(file));
    write(file, text);
    report(file, text);
    return ExitCodes.SUCCESS;
  }

  private String blank(Path file) throws IOException {
    Preset chosen = Catalogues.join().getPreset(preset == null ? "compute" : preset);
    return chosen.starter(name, ScenarioOptions.quote(file.toString()));
  }

  private String copy(Path file, int room) throws IOException {
    Path parent = InputFile.require(ShippedScenarios.resolve(from));
    if (Files.exists(file) && Files.isSameFile(file, parent)) {
      throw mistake(file + ": a file must not extend itself. Maybe choose another NAME or --out.");
    }
    Scenario scenario = new ScenarioReader(Catalogues.join()).read(parent, List.of());
    return new ShortCopy(scenario)
        .text(
            name,
            ScenarioOptions.quote(file.toString()),
            EditorLine.yaml(EditorLine.seenFrom(file, parent)),
            room);
  }

  private void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try {
      if (force) {
        Files.writeString(file, text);
      } else {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
    } catch (FileAlreadyExistsException e) {
      throw mistake(file + ": is there already. Maybe choose another NAME, --out or --force.");
    }
  }

  private void report(Path file, String text) {
    PrintWriter writer = spec.commandLine().getOut();
    Optional<String> parent = text.lines().filter(line -> line.startsWith("extends: ")).findFirst();
    writer.println(
        "Wrote "
            + file
            + ": "
            + text.lines().count()
            + " lines"
            + parent.map(p -> ", extends " + p.substring(9).replaceFirst(" +#.*", "")).orElse("")
            + ".");
    writer.println(NextCommand.afterNew(file));
  }

  private ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
