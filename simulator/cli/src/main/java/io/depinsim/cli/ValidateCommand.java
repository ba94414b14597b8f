package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim validate}. */
@Command(
    name = "validate",
    description = "Read scenarios and say everything that is wrong with them, by line and column.",
    footer = {"", "Example:", "  depinsim validate scenarios/filecoin/replay-history.yaml"})
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
  private List<Path> files;

  @Mixin private ScenarioOptions options;

  @Override
  public Integer call() throws IOException {
    boolean valid = true;
    for (Path file : files) {
      try {
        Scenario scenario = options.read(file);
        spec.commandLine()
            .getOut()
            .println(
                file
                    + ": valid; "
                    + scenario.policies().size()
                    + " policies, "
                    + scenario.regimes().size()
                    + " regimes. Next: depinsim run "
                    + file);
      } catch (ScenarioException e) {
        valid = false;
        spec.commandLine().getErr().println(e.getMessage());
      }
    }
    return valid ? ExitCodes.SUCCESS : ExitCodes.INVALID;
  }
}
