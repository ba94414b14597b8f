package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import io.depinsim.experiments.ScenarioCheck;
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
    int code = ExitCodes.SUCCESS;
    for (Path file : files) {
      try {
        Scenario scenario = options.read(file);
        ScenarioCheck.check(scenario);
        spec.commandLine().getOut().println(summary(file, scenario));
      } catch (ScenarioException e) {
        code = Math.max(code, ExitCodes.INVALID);
        spec.commandLine().getErr().println(e.getMessage());
      } catch (IllegalArgumentException e) {
        code = Math.max(code, ExitCodes.INVALID);
        e.getMessage()
            .lines()
            .forEach(line -> spec.commandLine().getErr().println(file + ": " + line));
      } catch (IOException e) {
        code = Math.max(code, ExitCodes.INPUT_OUTPUT);
        spec.commandLine().getErr().println(Failures.message(e));
      }
    }
    return code;
  }

  private static String summary(Path file, Scenario scenario) {
    return String.join(
        "",
        file + ": valid; ",
        count(scenario.policies().size(), "policy", "policies") + ", ",
        count(scenario.regimes().size(), "regime", "regimes") + ", ",
        count(scenario.run().replicates(), "replicate", "replicates") + ".");
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
