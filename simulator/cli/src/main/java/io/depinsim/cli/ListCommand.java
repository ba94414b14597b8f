package io.depinsim.cli;

import io.depinsim.core.scenario.Catalogue;
import io.depinsim.core.scenario.FieldReference;
import io.depinsim.core.scenario.Nearest;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.experiments.Assembler;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim list}. */
@Command(
    name = "list",
    description = "List kinds, presets, fields, rules or a scenario's metrics.",
    footer = {
      "",
      "Examples:",
      "  depinsim list kinds",
      "  depinsim list fields pricing.utilisation",
      "  depinsim list metrics scenarios/filecoin/replay-history.yaml"
    })
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "kinds, presets, fields, evaluations or metrics.")
  private What what;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Of fields: a block or kind. Of metrics: a scenario file.")
  private String name;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  /** What can be listed. */
  enum What {
    kinds,
    presets,
    fields,
    evaluations,
    metrics
  }

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogues.join();
    PrintWriter out = spec.commandLine().getOut();
    switch (what) {
      case kinds -> Listing.kinds(catalogue, out);
      case presets -> Listing.presets(catalogue, out);
      case fields -> fields(new FieldReference(catalogue), out);
      case evaluations -> Listing.evaluations(catalogue, out);
      case metrics -> metrics(catalogue, out);
    }
    return ExitCodes.SUCCESS;
  }

  private void fields(FieldReference reference, PrintWriter out) {
    if (name == null) {
      reference.names().forEach(out::println);
      return;
    }
    String text =
        reference
            .plain(name)
            .orElseThrow(
                () -> {
                  String maybe = Nearest.suggest(name, reference.names());
                  return new ParameterException(
                      spec.commandLine(),
                      name
                          + ": no such block or kind."
                          + (maybe.isEmpty() ? "" : " Maybe " + maybe + ".")
                          + " All: depinsim list fields.");
                });
    out.print(text);
    out.flush();
  }

  private void metrics(Catalogue catalogue, PrintWriter out) throws IOException {
    if (name == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing file: metrics belong to a scenario's networks and cohorts.");
    }
    Scenario scenario =
        new ScenarioReader(catalogue).read(InputFile.require(Path.of(name)), List.of());
    Scenario base = scenario.policy(scenario.policies().get(0));
    Listing.metrics(new Assembler(base).definitions(key -> true), out);
  }
}
