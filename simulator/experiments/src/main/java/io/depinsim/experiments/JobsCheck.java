package io.depinsim.experiments;

import io.depinsim.core.scenario.AllocatorSpec;
import io.depinsim.core.scenario.CohortSpec;
import io.depinsim.core.scenario.ConsumerSpec;
import io.depinsim.core.scenario.FeeSpec;
import io.depinsim.core.scenario.HardwareSpec;
import io.depinsim.core.scenario.JobsSpec;
import io.depinsim.core.scenario.NetworkSpec;
import io.depinsim.core.scenario.NetworkSpec.Service;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.scenario.Scenario;
import io.depinsim.core.scenario.ScenarioException;
import java.util.LinkedHashSet;
import java.util.Set;

/** What must stand together for jobs to be served one by one, and what nothing reads otherwise. */
final class JobsCheck {
  /** Identities of the machines of a cohort are numbered by 26 bits. */
  private static final long MOST_MACHINES = 1L << 26;

  private final Scenario scenario;
  private final Set<String> somewhere;
  private final Report report;

  /** Where problems go. */
  @FunctionalInterface
  interface Report {
    /** A problem at a path. */
    void add(String path, String rule, String maybe);
  }

  /**
   * A check of a scenario with one policy and regime applied.
   *
   * @param somewhere networks that serve jobs under any policy and regime
   */
  JobsCheck(Scenario scenario, Set<String> somewhere, Report report) {
    this.scenario = scenario;
    this.somewhere = somewhere;
    this.report = report;
  }

  /** Networks that serve jobs under any policy and regime of a scenario that was read. */
  static Set<String> networks(Scenario scenario) {
    Set<String> found = new LinkedHashSet<>();
    for (String policy : scenario.policies()) {
      for (String regime : scenario.regimes()) {
        try {
          scenario
              .policy(policy, regime)
              .networks()
              .forEach((name, spec) -> add(found, name, spec.service()));
        } catch (ScenarioException e) {
          // Said by whoever applies it.
          scenario.networks().forEach((name, spec) -> add(found, name, Service.jobs));
        }
      }
    }
    return found;
  }

  private static void add(Set<String> found, String name, Service service) {
    if (service == Service.jobs) {
      found.add(name);
    }
  }

  /** Checks everything. */
  void check() {
    scenario.networks().forEach(this::network);
    scenario.consumers().forEach(this::consumer);
    scenario.providers().forEach(this::cohort);
    scenario.hardware().forEach(this::hardware);
    if (somewhere.isEmpty()) {
      scenario.regions().forEach(this::unreadRegion);
    }
  }

  /** What happens to machines matters only where single machines do single jobs. */
  private void hardware(String name, HardwareSpec spec) {
    boolean serves =
        scenario.providers().values().stream()
            .anyMatch(
                cohort ->
                    cohort.owns() != null
                        && cohort.owns().hardware().equals(name)
                        && cohort.joins().stream().anyMatch(somewhere::contains));
    if (!serves) {
      unreadIf(spec.wear() != null, "hardware." + name + ".wear");
      unreadIf(spec.power() > 0, "hardware." + name + ".power");
      unreadIf(spec.idlePower() > 0, "hardware." + name + ".idlePower");
    }
  }

  private void unreadRegion(String name, RegionSpec spec) {
    unreadIf(spec.crews() != null, "regions." + name + ".crews");
    unreadIf(spec.outages() != null, "regions." + name + ".outages");
    unreadIf(spec.power() != null, "regions." + name + ".power");
  }

  private void unreadIf(boolean stated, String path) {
    if (stated) {
      unread(path);
    }
  }

  private boolean served(String network) {
    NetworkSpec spec = scenario.networks().get(network);
    return spec != null && spec.service() == Service.jobs;
  }

  private void reclaims(String path, CohortSpec spec) {
    if (spec.owns() == null || spec.owns().reclaims() == null) {
      return;
    }
    if (spec.kind() != CohortSpec.ProviderKind.idle) {
      report.add(path, "only idle owners have a use of their own", "`kind: idle`");
    } else if (spec.joins().stream().noneMatch(somewhere::contains)) {
      unread(path);
    }
  }

  private void network(String name, NetworkSpec spec) {
    String path = "networks." + name;
    if (spec.service() == Service.jobs) {
      if (spec.pricing() == null) {
        report.add(path + ".service", "jobs are paid for, so they need `pricing`", "give it one");
      }
      if (spec.allocation() == null) {
        report.add(
            path + ".service",
            "somebody must place jobs",
            "add `allocation: {allocators: {main: {rule: {random: {}}}}}`");
      }
      int regions = Math.max(1, scenario.regions().size());
      Double share = spec.admission() == null ? null : spec.admission().perRegion();
      if (share != null && share * regions < 1) {
        report.add(
            path + ".admission.perRegion",
            "with " + regions + " regions one of them always has a larger share",
            "a larger share, or more regions");
      }
      tokens(path, spec);
    } else if (!somewhere.contains(name)) {
      if (spec.allocation() != null) {
        unread(path + ".allocation");
      }
      if (spec.admission() != null) {
        unread(path + ".admission");
      }
      QueueSpec queue = spec.queue();
      if (queue != null
          && (queue.line() != QueueSpec.DEFAULT.line()
              || queue.discipline() != QueueSpec.DEFAULT.discipline()
              || queue.preempts()
              || queue.longest() != null)) {
        unread(path + ".queue");
      }
    }
  }

  /**
   * Fees of allocators are taken in currency, and providers have none where users pay in tokens.
   */
  private void tokens(String path, NetworkSpec spec) {
    if (spec.allocation() == null
        || spec.fees() == null
        || spec.fees().payIn() != FeeSpec.PayIn.token) {
      return;
    }
    spec.allocation()
        .allocators()
        .forEach(
            (key, allocator) -> {
              if (allocator.principal() == AllocatorSpec.Principal.providers
                  && allocator.fee() > 0) {
                report.add(
                    path + ".allocation.allocators." + key + ".principal",
                    "providers are paid in tokens here, and an allocator takes its fee in currency",
                    "`consumers`, or `payIn: currency`");
              }
            });
  }

  private void unread(String path) {
    report.add(path, "nothing reads it where populations are served", "state `service: jobs`");
  }

  private void consumer(String name, ConsumerSpec spec) {
    String path = "consumers." + name + ".jobs";
    if (!served(spec.buys())) {
      if (spec.jobs() != null && !somewhere.contains(spec.buys())) {
        unread(path);
      }
      return;
    }
    if (spec.jobs() == null) {
      report.add(
          "consumers." + name + ".buys",
          "this network serves jobs, and the cohort does not say what its jobs are like",
          "add `jobs: {arrivals: {poisson: {}}, work: {exponential: {mean: 1 unit}}}`");
      return;
    }
    JobsSpec jobs = spec.jobs();
    NetworkSpec network = scenario.networks().get(spec.buys());
    boolean apart = network.queue() != null && network.queue().line() == QueueSpec.Line.provider;
    if (jobs.machines() > 1 && apart) {
      report.add(
          path + ".machines",
          "jobs of several machines need one line for all",
          "`queue: {line: network}`");
    }
    stages(path, spec.buys(), jobs);
  }

  /** Wherever a job may go it must be known what it does there. */
  private void stages(String path, String start, JobsSpec jobs) {
    Set<String> reached = new LinkedHashSet<>(Set.of(start));
    reach(path + ".next", jobs.next().keySet(), start, jobs, reached);
    int known = 0;
    while (known < reached.size()) {
      known = reached.size();
      for (String network : Set.copyOf(reached)) {
        JobsSpec.StageSpec stage = jobs.stages().get(network);
        if (stage != null && !network.equals(start)) {
          reach(path + ".stages." + network + ".next", stage.next().keySet(), start, jobs, reached);
        }
      }
    }
    for (String network : jobs.stages().keySet()) {
      if (!reached.contains(network) || network.equals(start)) {
        report.add(path + ".stages." + network, "no job goes there from elsewhere", "remove it");
      }
    }
  }

  private void reach(
      String path, Set<String> next, String start, JobsSpec jobs, Set<String> reached) {
    for (String network : next) {
      if (!reached.add(network)) {
        continue;
      }
      if (!served(network)) {
        report.add(path + "." + network, "this network does not serve jobs", "`service: jobs`");
      } else if (!network.equals(start) && !jobs.stages().containsKey(network)) {
        report.add(
            path + "." + network,
            "it is not said what jobs bring there",
            "add `stages: {" + network + ": {work: …}}`");
      }
    }
  }

  private void cohort(String name, CohortSpec spec) {
    String path = "providers." + name;
    reclaims(path + ".owns.reclaims", spec);
    boolean serves = spec.joins().stream().anyMatch(this::served);
    if (serves && spec.owns() == null) {
      report.add(
          path + ".joins",
          "jobs are done by machines, and the cohort owns none",
          "give it `owns` and `decisions`");
    } else if (serves && (long) spec.potential() * spec.owns().machines() > MOST_MACHINES) {
      report.add(
          path + ".potential",
          "potential times machines must be at most " + MOST_MACHINES,
          "split the cohort in two");
    } else if (spec.owns() != null
        && spec.joins().stream().noneMatch(somewhere::contains)
        && (spec.owns().askSpread() > 0 || !spec.owns().regions().isEmpty())) {
      unread(path + ".owns." + (spec.owns().askSpread() > 0 ? "askSpread" : "regions"));
    }
  }
}
