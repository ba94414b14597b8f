package io.depinsim.cli;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.random.Streams;
import io.depinsim.core.run.ComparisonRecord;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.experiments.CompareOptions;
import io.depinsim.experiments.Keeping;
import io.depinsim.experiments.RunOptions;
import io.depinsim.experiments.RunService;
import io.depinsim.experiments.compare.Precision;
import io.depinsim.reports.ComparisonWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code depinsim compare}. */
@Command(
    name = "compare",
    description = "Compare policies that meet the same luck: differences, verdicts.",
    footer = {
      "",
      "  depinsim compare FILE --precision '1 %%' --map demand,price",
      "  depinsim compare FILE --vary outside.cloud.reliability='99.9 %%,95 %%'"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int MOST = 10_000;
  private static final int PAIRS = 30;

  /** Replicates that suffice for a first look. */
  private static final int USUAL = 30;

  private static final int MAP_STEPS = 7;
  private static final int MAP_REPLICATES = 10;
  private static final Pattern COUNTS = Pattern.compile("(\\d{1,7})(?:\\.\\.(\\d{1,7}))?");

  @Spec private CommandSpec spec;

  @ParentCommand private Depinsim program;

  @Parameters(paramLabel = "FILE", description = "Scenario file, YAML or JSON.")
  private Path file;

  @Mixin private ScenarioOptions scenarioOptions;

  @Option(
      names = "--vary",
      paramLabel = "PATH=A,B",
      description = "Policies of these values, A the base; repeatable.")
  private List<String> variations = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Only the base and this policy; may be repeated.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--replicates",
      paramLabel = "N[..MOST]",
      description = "To start with, and at most (10000).")
  private String replicates;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "Add replicates to this half-width, as %% of base.")
  private String precision;

  @Option(
      names = "--best",
      paramLabel = "QUESTION",
      description = "Add replicates until its best policy is known.")
  private String best;

  @Option(
      names = "--map",
      paramLabel = "X,Y[,STEPS]",
      description = "Map the best policy over two uncertainties.")
  private String map;

  @Option(
      names = "--stated-inputs",
      description = "Do not draw `uncertainties`; take stated values.")
  private boolean stated;

  @Mixin private KeepingOptions keepingOptions;

  @Mixin private WorkOptions work;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Integer> first = count(1);
    Scenario scenario = scenarioOptions.read(file, first, variations);
    CompareOptions how = how(scenario);
    List<String> chosen = chosen(scenario);
    if (scenario.run().replicates() < 2) {
      throw work.mistake(
          "compare takes two replicates at least, and "
              + (first.isPresent() ? "--replicates" : "`run.replicates`")
              + " says 1. Maybe --replicates 30?");
    }
    work.threads();
    Path folder = work.folder(scenario.name() + "-compare", own());
    RunService.Verdicts verdicts =
        new Execution(spec.commandLine(), program, work, keepingOptions)
            .run(
                scenario,
                folder,
                Keeping.DEFAULT_SECONDS,
                commandLine(),
                (progress, keeping) ->
                    new RunOptions(
                        chosen,
                        scenario.run().replicates(),
                        work.threads(),
                        CheckLevel.EPOCH,
                        key -> true,
                        progress,
                        RunOptions.DEFAULT_SERIES,
                        keeping,
                        Optional.of(how)));
    if (!work.quiet()) {
      PrintWriter out = spec.commandLine().getOut();
      ComparisonRecord comparison = verdicts.comparison().orElseThrow();
      new CompareSummary(out)
          .print(scenario, comparison, how, CompareSummary.results(folder, work.report()));
      out.println(next(scenario, comparison));
    }
    return ExitCodes.SUCCESS;
  }

  /** The same with more replicates where they would decide something, else what may follow. */
  private String next(Scenario scenario, ComparisonRecord comparison) {
    boolean few =
        scenario.run().replicates() < ComparisonRecord.RESAMPLED && !scenario.metrics().isEmpty();
    long wanted =
        comparison.rows().stream()
            .mapToLong(row -> row.needed().orElse(0))
            .filter(needed -> needed <= MOST)
            .max()
            .orElse(0);
    long most = Math.max(wanted, few ? USUAL : 0);
    if (most == 0) {
      return NextCommand.afterCompare(file, scenario);
    }
    List<String> same = new ArrayList<>(scenarioOptions.arguments());
    variations.forEach(value -> same.addAll(List.of("--vary", value)));
    policies.forEach(value -> same.addAll(List.of("--policy", value)));
    option(same, "--map", map);
    if (stated) {
      same.add("--stated-inputs");
    }
    same.addAll(List.of("--replicates", ComparisonWords.aboutPlain(most)));
    return NextCommand.afterUndecided(file, same);
  }

  private CompareOptions how(Scenario scenario) {
    List<String> sides = new ArrayList<>(map == null ? List.of() : List.of(map.split(",")));
    int steps = MAP_STEPS;
    if (sides.size() == 3) {
      steps = whole("--map", sides.remove(2).trim());
    }
    if (map != null && (sides.size() != 2 || sides.get(0).equals(sides.get(1)) || steps < 2)) {
      throw work.mistake(
          "--map " + map + ": takes two different uncertainties, and maybe a number of steps.");
    }
    int first = scenario.run().replicates();
    int most = count(2).orElse(Math.max(first, MOST));
    if (most < first || most > Streams.REPLICATE_LIMIT / 2) {
      throw work.mistake(
          "--replicates: at most "
              + most
              + ": must be at least the "
              + first
              + " to start with, and at most "
              + Streams.REPLICATE_LIMIT / 2
              + ".");
    }
    return new CompareOptions(
        !stated,
        Math.min(PAIRS, first),
        precision == null ? Optional.empty() : Optional.of(new Precision(share(precision))),
        Optional.ofNullable(best),
        most,
        CompareOptions.RESAMPLES,
        sides.stream().map(String::trim).toList(),
        steps,
        MAP_REPLICATES);
  }

  private double share(String text) {
    Matcher matcher = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,9})?)\\s*%?").matcher(text.trim());
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) <= 0) {
      throw work.mistake("--precision " + text + ": must be a percentage above 0, such as '1 %'.");
    }
    return Double.parseDouble(matcher.group(1)) / 100;
  }

  /** The first or second number of {@code --replicates}. */
  private Optional<Integer> count(int group) {
    if (replicates == null) {
      return Optional.empty();
    }
    Matcher matcher = COUNTS.matcher(replicates);
    if (!matcher.matches()) {
      throw work.mistake(
          "--replicates " + replicates + ": must be a number, or two as in 30..2000.");
    }
    Optional<Integer> number = Optional.ofNullable(matcher.group(group)).map(Integer::valueOf);
    number.ifPresent(value -> work.atLeastOne("--replicates", value));
    return number;
  }

  private int whole(String option, String text) {
    if (!text.matches("\\d{1,3}")) {
      throw work.mistake(option + " " + text + ": must be a whole number.");
    }
    return Integer.parseInt(text);
  }

  /** The base is always among them: without it there is nothing to compare with. */
  private List<String> chosen(Scenario scenario) {
    List<String> named = new ArrayList<>(policies);
    if (!named.isEmpty()) {
      named.add(scenario.policies().get(0));
    }
    List<String> chosen = PolicyNames.chosen(scenario, named, work);
    if (chosen.size() < 2) {
      throw work.mistake(
          "compare takes two policies at least. Maybe --vary PATH=A,B, or `policies` in the file?");
    }
    return chosen;
  }

  /** Options that change results, as they were given. */
  private List<String> own() {
    List<String> own = new ArrayList<>(scenarioOptions.arguments());
    variations.forEach(value -> own.addAll(List.of("--vary", value)));
    policies.forEach(value -> own.addAll(List.of("--policy", value)));
    option(own, "--replicates", replicates);
    option(own, "--precision", precision);
    option(own, "--best", best);
    option(own, "--map", map);
    if (stated) {
      own.add("--stated-inputs");
    }
    return own;
  }

  private static void option(List<String> all, String name, String value) {
    if (value != null) {
      all.addAll(List.of(name, value));
    }
  }

  private String commandLine() {
    StringBuilder text =
        new StringBuilder("./depinsim compare ").append(ScenarioOptions.quote(file.toString()));
    own().forEach(argument -> text.append(' ').append(ScenarioOptions.quote(argument)));
    return text.toString();
  }
}
