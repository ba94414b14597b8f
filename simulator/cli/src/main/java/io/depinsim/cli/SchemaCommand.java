package io.depinsim.cli;

import io.depinsim.core.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code depinsim schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of scenario files, for editors.",
    footer = {
      "",
      "An editor with a YAML language server completes and checks a file that begins with",
      "  # yaml-language-server: $schema=PATH/depinsim.schema.json",
      "",
      "Example:",
      "  depinsim schema > depinsim.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(new ScenarioSchema(Catalogues.join()).text());
    spec.commandLine().getOut().flush();
    return ExitCodes.SUCCESS;
  }
}
