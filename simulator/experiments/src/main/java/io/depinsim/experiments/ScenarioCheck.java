package io.depinsim.experiments;

import io.depinsim.core.InvariantException;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.ChartSpec;
import io.depinsim.core.scenario.Examination;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.FindingSpec;
import io.depinsim.core.scenario.MetricSpec;
import io.depinsim.core.scenario.Nearest;
import io.depinsim.core.scenario.Problem;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import io.depinsim.core.scenario.ScenarioReader;
import io.depinsim.core.scenario.UncertainInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks, before anything runs, what a reader of one file cannot know: that every policy and regime
 * can be assembled and measured alike, that every metric a scenario speaks of exists (under some
 * policy for charts, under its own policy for an expectation, under the base for questions, under
 * every one of its policies for a finding), that statements can find measurements and history, and
 * that both ends of an uncertain input are possible.
 */
public final class ScenarioCheck {
  /** Sections whose values an economy reads. */
  private static final List<String> WORLD =
      List.of(
          "assets",
          "hardware",
          "providers",
          "consumers",
          "outside",
          "networks",
          "shocks",
          "regions");

  private final Scenario scenario;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> jobs;
  private final Set<String> base = new LinkedHashSet<>();
  private final Set<String> all = new LinkedHashSet<>();
  private final Map<String, Set<String>> byPolicy = new LinkedHashMap<>();
  private final Map<String, MetricDefinition> definitions = new LinkedHashMap<>();
  private Optional<Assembler> first = Optional.empty();

  private ScenarioCheck(Scenario scenario) {
    this.scenario = scenario;
    this.jobs = JobsCheck.networks(scenario);
  }

  /**
   * Reads a scenario and checks it.
   *
   * @param variations {@code path=a,b}: policy factors that the file does not state
   * @throws ScenarioException with everything that is wrong, whichever of the two found it
   * @throws IOException if the file cannot be read
   */
  public static Scenario read(
      ScenarioReader reader, Path file, List<String> overrides, List<String> variations)
      throws IOException {
    Examination examination = reader.examine(file, overrides, variations);
    if (examination.scenario().isEmpty()) {
      throw new ScenarioException(examination.problems());
    }
    Scenario scenario = examination.scenario().get();
    List<Problem> all = new ArrayList<>(examination.problems());
    all.addAll(problems(scenario));
    if (!all.isEmpty()) {
      throw new ScenarioException(scenario.inOrder(all));
    }
    return scenario;
  }

  /**
   * Checks a scenario.
   *
   * @throws ScenarioException with everything that is wrong
   */
  public static void check(Scenario scenario) {
    List<Problem> problems = problems(scenario);
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
  }

  /** Everything that is wrong with a scenario that was read, each thing once, by file and line. */
  public static List<Problem> problems(Scenario scenario) {
    ScenarioCheck check = new ScenarioCheck(scenario);
    boolean built = true;
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        built &= check.world(policy, regime);
      }
    }
    if (built) {
      check.statements();
      scenario.uncertainties().forEach(check::uncertain);
    }
    return scenario.inOrder(check.problems);
  }

  /** Whether a policy can be assembled under a regime; then its metrics are known. */
  private boolean world(String policy, String regime) {
    Scenario applied;
    try {
      applied = scenario.policy(policy, regime);
    } catch (ScenarioException e) {
      return problems.addAll(e.problems()) && false;
    }
    List<Problem> wrong = WorldCheck.problems(applied, jobs);
    problems.addAll(wrong);
    try {
      Assembler assembler = new Assembler(applied);
      measured(applied, assembler);
      Set<String> known = new LinkedHashSet<>();
      for (MetricDefinition d : assembler.definitions(k -> true)) {
        known.add(d.key());
        if (base.isEmpty()) {
          definitions.put(d.key(), d);
        }
      }
      base.addAll(all.isEmpty() ? known : List.of());
      all.addAll(known);
      byPolicy.computeIfAbsent(policy, p -> known).retainAll(known);
      return true;
    } catch (IllegalArgumentException | ArithmeticException | InvariantException e) {
      if (wrong.isEmpty()) {
        problems.add(applied.refusal(e.getMessage()));
      }
      return false;
    }
  }

  /** Policies and regimes are compared measurement by measurement. */
  private void measured(Scenario applied, Assembler assembler) {
    if (first.isEmpty()) {
      first = Optional.of(assembler);
    } else if (!Arrays.equals(first.get().measurementPoints(), assembler.measurementPoints())) {
      String path =
          Stream.of("run.measure", "run.horizon", "run.end")
              .filter(each -> !applied.place(each).equals(scenario.place(each)))
              .findFirst()
              .orElse("run");
      problems.add(
          applied.problem(
              path,
              "every policy and regime must be measured at the times of the first, to be compared",
              "leave `run.measure`, `run.horizon` and `run.end` alone"));
    }
  }

  /** A question must find its metric under the base, which all policies are compared with. */
  private void question(String name, MetricSpec spec) {
    String path = "metrics." + name;
    String key = Questions.metric(name, spec);
    MetricDefinition metric = definitions.get(key);
    if (metric == null) {
      String where = all.contains(key) ? " under the base policy" : "";
      String at = path + (spec.metric() == null ? "" : ".metric");
      metric(at, key, base, (spec.metric() == null ? ", nor is `metric` given" : "") + where);
      return;
    }
    String wrong = spec.wrongUnit(Questions.unit(spec, metric));
    if (!wrong.isEmpty()) {
      problems.add(scenario.problem(path + ".matters", wrong, ""));
    }
    LocalDate end = MeasurementWindow.day(times().get(times().size() - 1));
    boolean reached = spec.from() == null || !spec.from().isAfter(end);
    if (reached && MeasurementWindow.of(times(), spec.from(), spec.to(), 0).isEmpty()) {
      problems.add(
          scenario.problem(
              path + (spec.to() == null ? ".from" : ".to"),
              "nothing is measured between `from` and `to`",
              "widen them, or measure more often by `run.measure`"));
    }
  }

  /** Both ends of an uncertain input must be possible, and its name its own. */
  private void uncertain(String name, UncertainInput input) {
    String path = "uncertainties." + name;
    if (!WORLD.contains(input.path().split("\\.")[0])) {
      problems.add(scenario.problem(path + ".path", "must lead into the world", "one of " + WORLD));
      return;
    }
    for (BigDecimal end : List.of(input.low(), input.high())) {
      try {
        Scenario changed = scenario.with(List.of(input.path() + "=" + input.text(end)));
        new Assembler(changed.policy(changed.policies().get(0))).definitions(key -> false);
      } catch (ScenarioException e) {
        Problem first = e.problems().get(0);
        String rule = "its value " + input.text(end) + " is refused: " + first.rule();
        problems.add(scenario.problem(path, rule, first.maybe()));
      } catch (IllegalArgumentException | ArithmeticException e) {
        String rule = "its value " + input.text(end) + " is refused: " + e.getMessage();
        problems.add(scenario.problem(path, rule, ""));
      }
    }
  }

  private void statements() {
    scenario.metrics().forEach(this::question);
    scenario
        .charts()
        .forEach(
            (name, chart) -> {
              for (int i = 0; i < chart.metrics().size(); i++) {
                drawn("charts." + name + ".metrics." + i, chart, chart.metrics().get(i));
              }
            });
    scenario
        .history()
        .forEach((name, h) -> metric("history." + name + ".metric", h.metric(), all, ""));

    for (int i = 0; i < scenario.expect().size(); i++) {
      ExpectSpec expect = scenario.expect().get(i);
      boolean other = expect.policy() != null;
      String policy = other ? "policy " + expect.policy() : "the base policy";
      String where = all.contains(expect.metric()) ? " under " + policy : "";
      Set<String> known = other ? byPolicy.get(expect.policy()) : base;
      metric("expect." + i + ".metric", expect.metric(), known, where);
      window("expect." + i, expect);
    }
    scenario.findings().forEach(this::finding);
  }

  /** A statement must find measurements or history, whatever the length of the run. */
  private void window(String path, ExpectSpec e) {
    if (e.history() == null) {
      measurement(path, e);
      return;
    }
    Set<LocalDate> days = new LinkedHashSet<>();
    for (LocalDate day : scenario.history().get(e.history()).points().keySet()) {
      boolean early = e.from() != null && day.isBefore(e.from());
      boolean late = e.to() != null && day.isAfter(e.to());
      if (!early && !late) {
        days.add(day);
      }
    }
    boolean found =
        e.step() == null
            ? !days.isEmpty()
            : days.stream().anyMatch(day -> days.contains(day.minusDays(e.step())));
    if (!found) {
      problems.add(
          scenario.problem(
              path + ".history",
              e.step() == null
                  ? "no point of this history lies between `from` and `to`"
                  : "no two points of this history between `from` and `to` are `step` days apart",
              e.step() == null ? "widen `from` and `to`" : "mind `step`"));
    }
  }

  private void measurement(String path, ExpectSpec e) {
    List<Instant> times = times();
    LocalDate start = MeasurementWindow.day(times.get(0));
    LocalDate end = MeasurementWindow.day(times.get(times.size() - 1));
    LocalDate from = e.from() == null ? start : e.from();
    LocalDate to = e.to() == null ? end : e.to();
    // A run that was cut short reaches less, which is no mistake of the statement.
    if (!from.isAfter(end) && MeasurementWindow.of(times, from, to).isEmpty()) {
      problems.add(
          scenario.problem(
              path + (e.to() == null ? ".from" : ".to"),
              "nothing is measured between `from` and `to`",
              "widen them, or measure more often by `run.measure`"));
    }
  }

  /** When the base is measured. */
  private List<Instant> times() {
    return Arrays.stream(first.get().measurementPoints())
        .mapToObj(first.get().calendar()::toInstant)
        .toList();
  }

  /** A policy without the metric could only make the claim undefined. */
  private void finding(String name, FindingSpec spec) {
    List<String> policies =
        spec.between().isEmpty() ? List.copyOf(byPolicy.keySet()) : spec.between();
    List<String> lacking =
        policies.stream().filter(p -> !byPolicy.get(p).contains(spec.metric())).toList();
    if (!lacking.isEmpty()) {
      String where = all.contains(spec.metric()) ? " under policy " + lacking.get(0) : "";
      metric("findings." + name + ".metric", spec.metric(), byPolicy.get(lacking.get(0)), where);
    }
  }

  private void metric(String path, String metric, Set<String> known, String where) {
    if (!known.contains(metric)) {
      String near = Nearest.suggest(metric, known);
      String maybe = near.isEmpty() ? elsewhere(metric, known) : near;
      problems.add(scenario.problem(path, "no metric of this scenario" + where, maybe));
    }
  }

  private void drawn(String path, ChartSpec chart, String metric) {
    if (chart.members(metric, all).isEmpty()) {
      metric(path, metric, all, "");
      if (all.contains(metric)) {
        String rule = "has no cells: no key begins with `" + metric + ".`";
        problems.add(scenario.problem(path, rule, "`kind: dots`"));
      }
    } else if (chart.kind() == ChartSpec.ChartKind.frontier
        && definitions.get(metric).better() == MetricDefinition.Direction.NEITHER) {
      String rule = "a frontier needs metrics of which more, or less, is better";
      problems.add(scenario.problem(path, rule, "another metric, or `kind: lines`"));
    }
  }

  /** The same metric of another network or cohort, else how to find all. */
  private static String elsewhere(String metric, Set<String> known) {
    String tail = metric.substring(metric.indexOf('.') + 1);
    return known.stream()
        .filter(each -> each.substring(each.indexOf('.') + 1).equals(tail))
        .findFirst()
        .map(each -> "`" + each + "`")
        .orElse("see `depinsim list metrics FILE`");
  }
}
