package io.depinsim.experiments;

import io.depinsim.core.ledger.CheckLevel;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.scenario.ExpectSpec;
import io.depinsim.core.scenario.FindingSpec;
import io.depinsim.core.scenario.Nearest;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks, before anything runs, what a reader of one file cannot know: that every policy and regime
 * can be assembled, that every metric a scenario speaks of exists (under some policy for charts,
 * under the base for expectations, under every one of its policies for a finding), that statements
 * about history can find some, and that nothing is asked for that no mechanism reads yet.
 */
public final class ScenarioCheck {
  private final List<String> problems = new ArrayList<>();

  private ScenarioCheck() {}

  /**
   * Checks a scenario.
   *
   * @throws IllegalArgumentException with one line for each thing that is wrong; or if a policy
   *     cannot be assembled
   */
  public static void check(Scenario scenario) {
    Set<String> base = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    Map<String, Set<String>> byPolicy = new LinkedHashMap<>();
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        Set<String> known = new LinkedHashSet<>();
        Assembler assembler = new Assembler(scenario.policy(policy, regime));
        for (MetricDefinition d : assembler.assemble(0, CheckLevel.NONE, k -> true).definitions()) {
          known.add(d.key());
        }
        if (all.isEmpty()) {
          base.addAll(known);
        }
        all.addAll(known);
        byPolicy.computeIfAbsent(policy, p -> known).retainAll(known);
      }
    }
    ScenarioCheck check = new ScenarioCheck();
    check.unread(scenario);
    scenario
        .charts()
        .forEach(
            (name, chart) -> chart.metrics().forEach(m -> check.add("charts." + name, m, all)));
    scenario.history().forEach((name, h) -> check.add("history." + name, h.metric(), all));
    scenario.expect().forEach(e -> check.add("expect '" + e.name() + "'", e.metric(), base));
    scenario.expect().forEach(e -> check.window(e, scenario));
    scenario.findings().forEach((name, f) -> check.finding(name, f, byPolicy));
    if (!check.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", check.problems));
    }
  }

  /** What the format has a place for and nothing acts on would be a silent lie: refused. */
  private void unread(Scenario scenario) {
    scenario
        .networks()
        .forEach(
            (name, network) -> {
              if (network.service() == NetworkSpec.Service.jobs) {
                problems.add(
                    "networks."
                        + name
                        + ".service: jobs: this version serves populations only. Maybe"
                        + " `population`.");
              }
            });
    if (!scenario.metrics().isEmpty()) {
      problems.add(
          "metrics: nothing reads `better` and `matters` in this version. Maybe remove it.");
    }
  }

  /** A statement about history must find some of it, whatever the length of the run. */
  private void window(ExpectSpec e, Scenario scenario) {
    if (e.history() == null) {
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
          "expect '"
              + e.name()
              + "': finds no point of history "
              + e.history()
              + " in its window. Maybe widen `from` and `to`, or mind `step`?");
    }
  }

  /** A policy without the metric could only make the claim undefined. */
  private void finding(String name, FindingSpec spec, Map<String, Set<String>> byPolicy) {
    for (String policy : spec.between().isEmpty() ? byPolicy.keySet() : spec.between()) {
      String path = "findings." + name + (byPolicy.size() > 1 ? " under policy " + policy : "");
      add(path, spec.metric(), byPolicy.get(policy));
    }
  }

  private void add(String path, String metric, Set<String> known) {
    if (!known.contains(metric)) {
      String maybe = Nearest.suggest(metric, known);
      problems.add(
          path
              + ": "
              + metric
              + ": no metric of this scenario. Maybe "
              + (maybe.isEmpty() ? "see `depinsim list metrics`" : maybe)
              + ".");
    }
  }
}
