package io.depinsim.experiments;

import io.depinsim.core.engine.market.MarketShock;
import io.depinsim.core.scenario.BuildContext;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.GenesisSpec;
import io.depinsim.core.scenario.KindChoice;
import io.depinsim.core.scenario.Nearest;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.Problem;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.time.SimulationCalendar;
import io.depinsim.core.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What does not fit together in the world of one policy and regime, all at once: parts that nobody
 * serves, pays or reads. The assembler would refuse some of it too, but one by one.
 */
final class WorldCheck {
  private final Scenario scenario;
  private final SimulationCalendar calendar;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> traded;

  private WorldCheck(Scenario scenario) {
    this.scenario = scenario;
    this.calendar = SimulationCalendar.startingOn(scenario.run().start());
    this.traded =
        scenario.networks().entrySet().stream()
            .filter(entry -> entry.getValue().exchange() != null)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Everything of that sort, of a scenario with one policy and regime applied.
   *
   * @param jobsSomewhere networks that serve jobs under any policy and regime
   */
  static List<Problem> problems(Scenario applied, Set<String> jobsSomewhere) {
    WorldCheck check = new WorldCheck(applied);
    applied.providers().forEach(check::cohort);
    SumCheck sums = new SumCheck(applied, check::add);
    applied.providers().forEach(sums::cohort);
    long horizon = new Assembler(applied).horizonMicros();
    applied.networks().forEach((name, spec) -> sums.network(name, spec, horizon));
    applied.networks().forEach(check::network);
    applied
        .consumers()
        .forEach((name, spec) -> check.buyers("consumers." + name + ".buys", spec.buys()));
    applied.shocks().forEach(check::shock);
    new JobsCheck(applied, jobsSomewhere, check::add).check();
    check.warmUp();
    return check.problems;
  }

  private void add(String path, String rule, String maybe) {
    problems.add(scenario.problem(path, rule, maybe));
  }

  private void cohort(String name, CohortSpec spec) {
    String until = "providers." + name + ".entry.until";
    if (spec.entry() != null
        && !spec.entry().until().isAfter(scenario.run().start())
        && sameFile(until, "run.start")) {
      add(
          until,
          "must be after the start of the run",
          "leave `entry` out if all are there at once");
    }
    String path = "providers." + name + ".joins";
    if (spec.joins().isEmpty()) {
      add(path, "a cohort must join a network, or nothing reads it", "remove the cohort");
    }
    for (int i = 0; i < spec.joins().size(); i++) {
      String network = spec.joins().get(i);
      if (spec.joins().indexOf(network) < i) {
        add(path + "." + i, "this network stands twice", "remove one");
      } else if (spec.owns() != null && !traded.contains(network)) {
        add(
            path + "." + i,
            "this network has no `exchange`, so owners of machines could not be paid",
            traded.isEmpty() ? "give it one" : Nearest.suggest("", traded));
      } else if (spec.owns() == null && !spec.capacity().containsKey(network)) {
        add(
            path + "." + i,
            "the cohort states no `capacity` for this network",
            "add `capacity: {" + network + ": …}`, or leave the network out");
      }
    }
  }

  /** Summaries and findings would be about the last measurement alone. */
  private void warmUp() {
    Span warmUp = scenario.run().warmUp();
    boolean late =
        warmUp != null && calendar.plus(0, warmUp) >= new Assembler(scenario).horizonMicros();
    if (late && sameFile("run.warmUp", end())) {
      add(
          "run.warmUp",
          "the run has ended by then, so nothing would be summed up",
          "a shorter time");
    }
  }

  private void network(String name, NetworkSpec spec) {
    String path = "networks." + name;
    supply(path, spec);
    boolean joined =
        scenario.providers().values().stream().anyMatch(cohort -> cohort.joins().contains(name));
    boolean served =
        scenario.providers().values().stream()
            .anyMatch(cohort -> cohort.owns() != null && cohort.joins().contains(name));
    if (!joined) {
      add(
          path,
          "no cohort of `providers` joins this network, so nobody could ever serve it",
          "name it in `joins` of one");
    } else if (spec.pricing() != null && !served) {
      add(
          path + ".pricing",
          "no cohort with `owns` joins this network, so nobody could ever serve its users",
          "name it in `joins` of one");
    }
  }

  /** What exists at the start must fit under the cap. */
  private void supply(String path, NetworkSpec spec) {
    BigDecimal cap = scenario.assets().get(spec.asset()).cap();
    if (spec.genesis() == null || cap == null) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (GenesisSpec.HolderSpec holder : spec.genesis().holders().values()) {
      sum = sum.add(holder.total());
    }
    for (BigDecimal part : Arrays.asList(spec.genesis().reserve(), spec.genesis().minedBefore())) {
      sum = part == null ? sum : sum.add(part);
    }
    if (sum.compareTo(cap) > 0) {
      add(
          path + ".genesis",
          "holders, reserve and what was mined before come to "
              + sum.toPlainString()
              + " "
              + spec.asset()
              + ", more than the cap of "
              + cap.toPlainString(),
          "raise `assets." + spec.asset() + ".cap`");
    }
  }

  private void buyers(String path, String network) {
    if (scenario.networks().get(network).pricing() == null) {
      List<String> selling =
          scenario.networks().keySet().stream()
              .filter(name -> scenario.networks().get(name).pricing() != null)
              .toList();
      add(
          path,
          "this network sells no service, since it has no `pricing`",
          selling.isEmpty() ? "give it one" : Nearest.suggest("", selling));
    }
  }

  private void shock(String name, KindChoice choice) {
    String path = "shocks." + name + "." + choice.key();
    BuildContext context = new BuildContext(name, "", 0, calendar.start());
    MarketShock shock = choice.build(MarketShock.class, context);
    if (!traded.contains(shock.network())) {
      add(
          path + ".network",
          "this network has no `exchange`, so there is no market to hit",
          traded.isEmpty() ? "remove the shock" : Nearest.suggest("", traded));
    }
    boolean late = shock.fromMicros() >= new Assembler(scenario).horizonMicros();
    if (late && sameFile(path + ".at", end())) {
      add(
          path + ".at",
          "the run has ended by then, so the shock would do nothing",
          "an earlier time");
    }
  }

  /** A run that another file or an option cuts short reaches less, which is no mistake. */
  private boolean sameFile(String path, String other) {
    return scenario.place(path).file().equals(scenario.place(other).file());
  }

  private String end() {
    return scenario.run().end() == null ? "run.horizon" : "run.end";
  }
}
