package io.depinsim.cli;

import io.depinsim.core.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim validate}. */
@Command(
    name = "validate",
    description = "Say everything that is wrong with scenarios, by line and column.",
    footer = {"", "Example:", "  depinsim validate scenarios/filecoin/replay-history.yaml"})
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
  private List<Path> files;

  @Mixin private ScenarioOptions options;

  @Override
  public Integer call() {
    Refusals refusals = new Refusals(spec.commandLine().getErr());
    for (Path file : files) {
      refusals
          .read(file, each -> options.read(each, Optional.empty(), List.of()))
          .ifPresent(scenario -> say(file, scenario));
    }
    int code = refusals.end();
    if (code == ExitCodes.INVALID) {
      spec.commandLine().getErr().println(NextCommand.afterRefusal());
    }
    return code;
  }

  private void say(Path file, Scenario scenario) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(summary(file, scenario));
    out.println(NextCommand.afterValid(file));
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
