package io.depinsim.cli;

import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.Evaluation;
import io.depinsim.core.scenario.Evaluator;
import io.depinsim.core.scenario.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim evaluate}. */
@Command(
    name = "evaluate",
    description = "Apply one rule alone: JSON in, JSON out, exact decimals.",
    footer = {
      "",
      "Examples:",
      "  depinsim evaluate --list",
      "  depinsim evaluate initialPledge --example > input.json",
      "  depinsim evaluate initialPledge --input input.json",
      "  depinsim evaluate initialPledge --schema"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "KIND", description = "Name of the rule.")
  private String key;

  @Option(names = "--list", description = "List the rules.")
  private boolean list;

  @Option(names = "--schema", description = "Print the JSON Schema of the input.")
  private boolean schema;

  @Option(names = "--example", description = "Print an input that works.")
  private boolean example;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Read the input from here; - for standard input.")
  private String input;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogues.join();
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      Listing.evaluations(catalogue, out);
      return ExitCodes.SUCCESS;
    }
    if (key == null) {
      throw new ParameterException(spec.commandLine(), "Missing KIND. Maybe evaluate --list?");
    }
    Evaluation<?, ?> evaluation =
        catalogue.findEvaluation(key).orElseThrow(() -> unknown(catalogue));
    Evaluator evaluator = new Evaluator(catalogue);
    if (schema) {
      out.print(evaluator.schema(evaluation));
    } else if (example) {
      out.print(evaluator.example(evaluation));
    } else if (input == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing --input FILE. Maybe --input - to read standard input?");
    } else {
      out.print(evaluator.evaluate(evaluation, text()));
    }
    out.flush();
    return ExitCodes.SUCCESS;
  }

  private ParameterException unknown(Catalogue catalogue) {
    List<String> known = catalogue.listEvaluations().stream().map(Evaluation::key).toList();
    String near = Nearest.find(key, known).map(word -> "`" + word + "`").orElse("");
    return new ParameterException(
        spec.commandLine(),
        key
            + ": no such rule. Maybe "
            + (near.isEmpty() ? "" : near + ", or ")
            + "see `depinsim evaluate --list`.");
  }

  private String text() throws IOException {
    return input.equals("-")
        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
        : Files.readString(InputFile.require(Path.of(input)));
  }
}
