package io.depinsim.core.engine.service;

import io.depinsim.core.engine.Concentration;
import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.engine.service.JobTally.Sum;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.metric.MetricDefinition;
import io.depinsim.core.metric.MetricDefinition.Direction;
import io.depinsim.core.network.Geography;
import io.depinsim.core.time.SimulatedTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of a network that serves jobs. Keys are {@code network.metric}, and {@code
 * network.metric.region.tier} where there are several regions or tiers. Totals, shares and means
 * are since the start of the run. Reading them changes nothing.
 */
public final class JobGauges {
  private static final double MICROS_PER_HOUR = SimulatedTime.MICROS_PER_DAY / 24.0;
  private static final double MICROS_PER_MILLISECOND = SimulatedTime.MICROS_PER_DAY / 86_400_000.0;
  private static final String JOBS = "Jobs";
  private static final String ORIGIN = "Jobs by origin";
  private static final String HOURS = "Use by hour";
  private static final String SPREAD = "Decentralisation";

  private final JobService jobs;
  private final JobTally tally;
  private final RegionLoad load;
  private final Geography geography;
  private final List<String> tiers;
  private final String money;
  private final LongSupplier now;
  private final List<Gauge> gauges = new ArrayList<>();

  private JobGauges(JobService jobs, List<String> tiers, String money, LongSupplier now) {
    this.jobs = jobs;
    this.tally = jobs.tally();
    this.load = jobs.load();
    this.geography = jobs.geography();
    this.tiers = tiers;
    this.money = money;
    this.now = now;
  }

  /**
   * All metrics, in the order they are listed.
   *
   * @param tiers their names; an empty one for a price without tiers
   * @param money key of the currency that is paid
   * @param now tells the time, microseconds since the start
   */
  public static List<Gauge> of(
      JobService jobs, List<String> tiers, String money, LongSupplier now) {
    JobGauges all = new JobGauges(jobs, tiers, money, now);
    all.counts();
    all.times();
    all.quality();
    if (all.geography.regions() > 1 || tiers.size() > 1) {
      all.origins();
    }
    all.hours();
    all.spread();
    return List.copyOf(all.gauges);
  }

  private void counts() {
    add(
        "jobsPresent",
        "Jobs in the system",
        "jobs",
        "jobs that wait or run",
        JOBS,
        Direction.NEITHER,
        jobs::present);
    count(Count.ARRIVED, "jobsArrived", "Jobs arrived", "jobs that came", Direction.HIGHER);
    count(Count.DONE, "jobsDone", "Jobs done", "jobs done", Direction.HIGHER);
    count(
        Count.WITHDRAWN,
        "jobsWithdrawn",
        "Jobs withdrawn",
        "jobs whose patience ended while they waited",
        Direction.LOWER);
    count(
        Count.TURNED_AWAY,
        "jobsTurnedAway",
        "Jobs turned away",
        "jobs that nobody took: no provider, a full line, or too dear",
        Direction.LOWER);
    count(
        Count.FAILED,
        "jobsFailed",
        "Jobs failed",
        "jobs given up after their machine went down once too often",
        Direction.LOWER);
    count(
        Count.INTERRUPTED,
        "interruptions",
        "Interruptions",
        "times a machine went down under a job",
        Direction.LOWER);
    count(
        Count.DISPLACED,
        "displacements",
        "Displacements",
        "times a job made way for one of an earlier tier",
        Direction.LOWER);
  }

  private void count(Count what, String key, String label, String formula, Direction better) {
    String unit = what == Count.INTERRUPTED || what == Count.DISPLACED ? "times" : "jobs";
    add(key, label, unit, formula + ", so far", JOBS, better, () -> tally.total(what));
  }

  private void times() {
    add(
        "meanWait",
        "Mean wait",
        "h",
        "mean time from arrival to the first start, of jobs started so far",
        JOBS,
        Direction.LOWER,
        () -> hours(tally.total(Count.WAIT), tally.total(Count.STARTED)));
    quantiles("wait", "Wait", "time from arrival to the first start", tally::waits);
    add(
        "meanResponse",
        "Mean response",
        "h",
        "mean time from arrival to result, of jobs done so far",
        JOBS,
        Direction.LOWER,
        () -> hours(tally.total(Count.RESPONSE), tally.total(Count.DONE)));
    quantiles("response", "Response", "time from arrival to result", tally::responses);
    add(
        "latency",
        "Latency",
        "ms",
        "mean delay one way between consumers and the machines that did their jobs, so far",
        JOBS,
        Direction.LOWER,
        () -> ratio(tally.total(Count.LATENCY), tally.total(Count.DONE)) / MICROS_PER_MILLISECOND);
    add(
        "costPerUnit",
        "Cost of service",
        money + "/unit",
        "what users have paid for jobs done, allocators' fees included, over the work done",
        JOBS,
        Direction.LOWER,
        this::costPerUnit);
  }

  /** Where the times of a region and tier are counted. */
  @FunctionalInterface
  private interface Times {
    Waits of(int region, int tier);
  }

  private void quantiles(String key, String label, String what, Times times) {
    for (int percent : new int[] {50, 90, 99}) {
      add(
          key + "P" + percent,
          label + ", " + percent + " % within",
          "h",
          what + " within which " + percent + " % lie so far, to 3.2 %; 0 without jobs",
          JOBS,
          Direction.LOWER,
          () -> quantile(times, percent / 100.0));
    }
  }

  private double quantile(Times times, double share) {
    Waits all = new Waits();
    for (int region = 0; region < tally.regions(); region++) {
      for (int tier = 0; tier < tally.tiers(); tier++) {
        all.addAll(times.of(region, tier));
      }
    }
    return all.quantile(share) / MICROS_PER_HOUR;
  }

  private double costPerUnit() {
    double minor = 0;
    for (Desk desk : jobs.desks()) {
      minor += desk.dueTotal() * desk.markUp();
    }
    return ratio(minor / jobs.setting().minorPerUnit(), tally.total(Sum.DONE));
  }

  private void quality() {
    add(
        "machinesRefused",
        "Machines not admitted",
        "machines",
        "machines that would serve and get no jobs, by `admission`",
        SPREAD,
        Direction.NEITHER,
        jobs::refusedMachines);
    add(
        "lateShare",
        "Share done late",
        "1",
        "jobs done after their deadline over jobs done so far; 0 without any",
        JOBS,
        Direction.LOWER,
        () -> ratio(tally.total(Count.LATE), tally.total(Count.DONE)));
    add(
        "completedShare",
        "Share completed",
        "1",
        "jobs done over jobs done, withdrawn, turned away or failed so far; 1 without any",
        JOBS,
        Direction.HIGHER,
        () -> completed(tally::total));
    add(
        "availableShare",
        "Availability",
        "1",
        "time for which machines could work over time for which they were connected so far; 1 "
            + "without any",
        JOBS,
        Direction.HIGHER,
        this::availability);
  }

  private static double completed(ToDoubleFunction<Count> total) {
    double done = total.applyAsDouble(Count.DONE);
    double lost =
        total.applyAsDouble(Count.WITHDRAWN)
            + total.applyAsDouble(Count.TURNED_AWAY)
            + total.applyAsDouble(Count.FAILED);
    return done + lost > 0 ? done / (done + lost) : 1;
  }

  private double availability() {
    long time = now.getAsLong();
    double connected = 0;
    double available = 0;
    for (int region = 0; region < load.regions(); region++) {
      connected += load.connectedMicros(region, time);
      for (int hour = 0; hour < RegionLoad.HOURS; hour++) {
        available += load.availableMicros(region, hour, time);
      }
    }
    return connected > 0 ? available / connected : 1;
  }

  private void origins() {
    for (int r = 0; r < tally.regions(); r++) {
      for (int t = 0; t < tally.tiers(); t++) {
        int region = r;
        int tier = t;
        String key = key(geography.name(region), tiers.get(tier));
        String label = label(geography.name(region), tiers.get(tier));
        add(
            "meanWait" + key,
            "Mean wait" + label,
            "h",
            "mean time from arrival to the first start, of jobs of this origin and tier started so"
                + " far",
            ORIGIN,
            Direction.LOWER,
            () -> {
              long started = tally.total(Count.STARTED, region, tier);
              return hours(tally.total(Count.WAIT, region, tier), started);
            });
        add(
            "completedShare" + key,
            "Share completed" + label,
            "1",
            "the same as completedShare, of jobs of this origin and tier",
            ORIGIN,
            Direction.HIGHER,
            () -> completed(what -> tally.total(what, region, tier)));
      }
    }
  }

  private void hours() {
    for (int r = 0; r < load.regions(); r++) {
      for (int h = 0; h < RegionLoad.HOURS; h++) {
        int region = r;
        int hour = h;
        String clock = String.format(Locale.ROOT, "%02d", hour);
        add(
            "busyShare" + key(geography.name(region), clock),
            "Busy" + label(geography.name(region), clock + ":00"),
            "1",
            "time worked over time in which machines of the region could work, in this hour of the"
                + " day (UTC) so far; at most 1, 0 without machines",
            HOURS,
            Direction.NEITHER,
            () -> busy(region, hour));
      }
    }
  }

  private double busy(int region, int hour) {
    long time = now.getAsLong();
    double worked = load.busyMicros(region, hour, time);
    // A machine that was disconnected still finishes its job.
    return Math.min(1, ratio(worked, load.availableMicros(region, hour, time)));
  }

  private void spread() {
    add(
        "workNakamoto",
        "Nakamoto coefficient of work",
        "providers",
        "fewest providers that have done more than half of the work so far",
        SPREAD,
        Direction.HIGHER,
        () -> Concentration.nakamoto(jobs.worked()));
    add(
        "workGini",
        "Gini coefficient of work",
        "1",
        "of work done so far among providers that have done any",
        SPREAD,
        Direction.LOWER,
        () -> Concentration.gini(jobs.worked()));
    add(
        "largestProviderShare",
        "Share of the largest provider",
        "1",
        "most work done by one provider over all work done so far",
        SPREAD,
        Direction.LOWER,
        () -> {
          double[] worked = jobs.worked();
          return ratio(Arrays.stream(worked).max().orElse(0), Arrays.stream(worked).sum());
        });
    if (load.regions() == 1) {
      return;
    }
    for (int r = 0; r < load.regions(); r++) {
      int region = r;
      add(
          "machineShare" + key(geography.name(region)),
          "Share of machines" + label(geography.name(region)),
          "1",
          "connected machines of the region over all; 0 without any",
          SPREAD,
          Direction.NEITHER,
          () -> regionShare(region));
    }
    add(
        "largestRegionShare",
        "Share of the largest region",
        "1",
        "connected machines of the region that has most over all; 0 without any",
        SPREAD,
        Direction.LOWER,
        () -> {
          double most = 0;
          for (int region = 0; region < load.regions(); region++) {
            most = Math.max(most, regionShare(region));
          }
          return most;
        });
  }

  private double regionShare(int region) {
    long all = 0;
    for (int other = 0; other < load.regions(); other++) {
      all += load.connected(other);
    }
    return ratio(load.connected(region), all);
  }

  private static String key(String... parts) {
    StringBuilder key = new StringBuilder();
    for (String part : parts) {
      key.append(part.isEmpty() ? "" : "." + part);
    }
    return key.toString();
  }

  private static String label(String... parts) {
    StringBuilder label = new StringBuilder();
    for (String part : parts) {
      label.append(part.isEmpty() ? "" : ", " + part);
    }
    return label.toString();
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }

  private static double hours(long micros, long jobs) {
    return ratio(micros, jobs) / MICROS_PER_HOUR;
  }

  private void add(
      String key,
      String label,
      String unit,
      String formula,
      String family,
      Direction better,
      DoubleSupplier value) {
    gauges.add(
        new Gauge(
            new MetricDefinition(
                jobs.setting().name() + "." + key, label, unit, formula, family, better),
            value));
  }
}
