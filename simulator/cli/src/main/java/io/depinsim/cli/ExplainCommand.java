package io.depinsim.cli;

import io.depinsim.core.run.Decision;
import io.depinsim.core.run.DecisionFile;
import io.depinsim.core.run.DecisionSection;
import io.depinsim.core.run.Manifest;
import io.depinsim.core.run.RunDirectory;
import io.depinsim.core.scenario.Nearest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code depinsim explain}. */
@Command(
    name = "explain",
    description = "Show decisions of a run as JSON lines, or how a number came about.",
    footer = {
      "",
      "Every block is checked before anything is shown. Examples:",
      "  depinsim explain runs/new --agent 'render.*' --from 2025-03-01 --limit 10",
      "  depinsim explain runs/new --metric render.price --at 2025-06-30"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Run directory.")
  private Path folder;

  @Option(names = "--policy", paramLabel = "NAME", description = "Of this policy only.")
  private String policy;

  @Option(names = "--regime", paramLabel = "NAME", description = "Of this regime only.")
  private String regime;

  @Option(names = "--replicate", paramLabel = "N", description = "Of this replicate only.")
  private Integer replicate;

  @Option(names = "--from", paramLabel = "DATE", description = "Not before this day.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Before this day.")
  private LocalDate to;

  @Option(names = "--agent", paramLabel = "NAME", description = "Of this agent; * for any text.")
  private String agent;

  @Option(names = "--limit", paramLabel = "N", description = "No more lines than this.")
  private Long limit;

  @Option(names = "--metric", paramLabel = "KEY", description = "Explain this metric instead.")
  private String metric;

  @Option(names = "--at", paramLabel = "DATE", description = "Its values on this day.")
  private LocalDate at;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  private boolean debug;

  @Override
  public Integer call() {
    try (RunDirectory run = RunDirectory.open(folder)) {
      Manifest manifest = run.manifest();
      require("--policy", policy, manifest.policies());
      require("--regime", regime, manifest.regimes());
      refuse(replicate != null && replicate < 0, "--replicate " + replicate, "must be 0 or more.");
      refuse(limit != null && limit < 1, "--limit " + limit, "must be 1 or more.");
      boolean ordered = from == null || to == null || from.isBefore(to);
      refuse(!ordered, "--to " + to, "must lie after --from " + from + ".");
      if (metric != null) {
        return explainMetric(run, manifest);
      }
      refuse(at != null, "--at " + at, "needs --metric.");
      Optional<DecisionFile> decisions = run.decisions();
      if (decisions.isEmpty()) {
        spec.commandLine().getErr().println(nothing(manifest.decisions()));
      } else {
        decisions.get().verify();
        print(decisions.get());
      }
      return ExitCodes.SUCCESS;
    }
  }

  private void require(String option, String name, List<String> known) {
    if (name != null && !known.contains(name)) {
      String maybe = Nearest.suggest(name, known);
      refuse(
          true,
          option + " " + name,
          "the run has none of this name." + (maybe.isEmpty() ? "" : " Maybe " + maybe + "."));
    }
  }

  private void refuse(boolean wrong, String what, String rule) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), what + ": " + rule);
    }
  }

  private int explainMetric(RunDirectory run, Manifest manifest) {
    boolean forDecisions = from != null || to != null || agent != null || limit != null;
    refuse(forDecisions, "--metric " + metric, "takes no --from, --to, --agent or --limit.");
    refuse(at == null, "--metric " + metric, "needs --at, a day of the run.");
    require("--metric", metric, manifest.metricKeys());
    Predicate<MetricExplanation.Column> wanted =
        column ->
            (policy == null || policy.equals(column.policy()))
                && (regime == null || regime.equals(column.regime()))
                && (replicate == null || replicate == column.replicate());
    MetricExplanation explanation =
        new MetricExplanation(manifest, run.series(), metric, at, wanted);
    refuse(!explanation.measured(), "--at " + at, explanation.whenMeasured());
    explanation.print(spec.commandLine().getOut());
    return ExitCodes.SUCCESS;
  }

  private static String nothing(Manifest.Decisions logged) {
    if (logged.replicates() == 0) {
      return "This run logged no decision: run.decisions.replicates is 0.";
    }
    return "This run logged no decision: nothing in it decides in a way that is logged, or"
        + " run.decisions.rate is too low for it.";
  }

  private void print(DecisionFile file) {
    List<DecisionSection> sections = new ArrayList<>();
    for (DecisionSection section : file.index().sections()) {
      boolean wanted =
          (policy == null || policy.equals(section.policy()))
              && (regime == null || regime.equals(section.regime()))
              && (replicate == null || replicate == section.replicate());
      if (wanted) {
        sections.add(section);
      }
    }
    if (sections.isEmpty()) {
      spec.commandLine().getErr().println("No decision of this replicate was logged.");
      return;
    }
    Lines lines = new Lines(spec.commandLine().getOut());
    for (DecisionSection section : sections) {
      file.read(section, lines);
    }
    spec.commandLine().getOut().flush();
    lines.tellIfNone();
  }

  /** Prints what matches, as long as more is wanted. */
  private final class Lines implements DecisionFile.Taker {
    private final PrintWriter out;
    private final Predicate<String> agents =
        Wildcards.any(agent == null ? List.of() : List.of(agent));
    private final Instant first =
        from == null ? Instant.MIN : from.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final Instant end =
        to == null ? Instant.MAX : to.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final Set<String> others = new TreeSet<>();
    private long printed;

    Lines(PrintWriter out) {
      this.out = out;
    }

    @Override
    public boolean wants(Instant earliest, Instant latest) {
      return more() && earliest.isBefore(end) && !latest.isBefore(first);
    }

    @Override
    public boolean take(Decision decision) {
      Instant time = decision.time();
      if (time.isBefore(first) || !time.isBefore(end)) {
        return true;
      }
      if (!agents.test(decision.agent())) {
        others.add(decision.agent());
        return true;
      }
      // Not println, which would flush a million times.
      out.write(decision.json() + "\n");
      printed++;
      return more() && !out.checkError();
    }

    private boolean more() {
      return limit == null || printed < limit;
    }

    private void tellIfNone() {
      if (printed == 0) {
        String who =
            others.isEmpty()
                ? "No decision was logged between these days."
                : "No decision of " + agent + " was logged. Agents: " + String.join(", ", others);
        spec.commandLine().getErr().println(who + (others.isEmpty() ? "" : "."));
      }
    }
  }
}
