package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.depinsim.core.engine.Concentration;
import io.depinsim.core.engine.service.JobTally.Count;
import io.depinsim.core.metric.Gauge;
import io.depinsim.core.network.Geography;
import io.depinsim.core.random.Streams;
import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.scenario.AllocatorSpec.Principal;
import io.depinsim.core.scenario.QueueSpec;
import io.depinsim.core.scenario.RegionSpec;
import io.depinsim.core.time.SimulatedTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Metrics of worlds small enough to work out by hand. */
class JobGaugesTest {
  private static final long HOUR = SimulatedTime.MICROS_PER_DAY / 24;
  private static final int EAST = 0;
  private static final int WEST = 1;

  /** Providers 0 and 1 stand in the east, 2 in the west; two machines each. */
  private static JobService service(List<String> regions, int tiers) {
    return service(regions, tiers, AdmissionSpec.EVERYBODY);
  }

  /** The same where not every machine gets jobs; those of provider 1 do half as much work. */
  static JobService service(List<String> regions, int tiers, AdmissionSpec admission) {
    Map<String, RegionSpec> specs = new LinkedHashMap<>();
    regions.forEach(name -> specs.put(name, new RegionSpec(Map.of(), null)));
    int west = Math.min(WEST, Math.max(0, regions.size() - 1));
    StationTraits traits =
        new StationTraits(
            new int[] {EAST, EAST, west},
            new double[] {1, 0.5, 1},
            new double[] {1, 1, 1},
            new long[] {1, 1, 1},
            new int[] {2, 2, 2},
            new long[] {0, 2, 4});
    Streams streams = new Streams(1, 0);
    return new JobService(
        new JobService.Setting(
            "net",
            0,
            new Geography(specs),
            traits,
            List.of(),
            tiers,
            QueueSpec.DEFAULT,
            100,
            streams),
        new JobSources(List.of(), tiers, streams),
        List.of(new Desk("main", (job, stations, draws) -> 0, Principal.consumers, 0.1, 0, 0)),
        admission,
        () -> {});
  }

  private static Map<String, Gauge> gauges(JobService jobs, List<String> tiers, long now) {
    return JobGauges.of(jobs, tiers, "USD", () -> now).stream()
        .collect(Collectors.toMap(gauge -> gauge.definition().key(), gauge -> gauge));
  }

  private static double value(Map<String, Gauge> gauges, String key) {
    return gauges.get("net." + key).value().getAsDouble();
  }

  @Test
  void meansAndSharesAreTakenOverAllAndOverEachOriginAndTier() {
    JobService jobs = service(List.of("east", "west"), 2);
    JobTally tally = jobs.tally();
    tally.count(Count.ARRIVED, EAST, 0, 3);
    tally.started(EAST, 0, HOUR);
    tally.started(EAST, 0, 3 * HOUR);
    tally.started(WEST, 1, 8 * HOUR);
    tally.done(EAST, 0, 2 * HOUR, 10_000, 4, false);
    tally.done(EAST, 0, 6 * HOUR, 30_000, 1, true);
    tally.done(WEST, 1, 10 * HOUR, 80_000, 5, false);
    tally.count(Count.WITHDRAWN, EAST, 0, 1);
    tally.count(Count.TURNED_AWAY, WEST, 1, 2);
    tally.count(Count.FAILED, WEST, 0, 4);
    Map<String, Gauge> all = gauges(jobs, List.of("gold", "plain"), 0);
    assertEquals(3, value(all, "jobsArrived"));
    assertEquals(3, value(all, "jobsDone"));
    assertEquals(4, value(all, "meanWait"), 1e-12);
    assertEquals(2, value(all, "meanWait.east.gold"), 1e-12);
    assertEquals(8, value(all, "meanWait.west.plain"), 1e-12);
    assertEquals(0, value(all, "meanWait.west.gold"), "nobody started");
    assertEquals(6, value(all, "meanResponse"), 1e-12);
    assertEquals(40, value(all, "latency"), 1e-12);
    assertEquals(1 / 3.0, value(all, "lateShare"), 1e-12);
    assertEquals(0.3, value(all, "completedShare"), 1e-12);
    assertEquals(2 / 3.0, value(all, "completedShare.east.gold"), 1e-12);
    assertEquals(1 / 3.0, value(all, "completedShare.west.plain"), 1e-12);
    assertEquals(0, value(all, "completedShare.west.gold"));
    assertEquals(1, value(all, "completedShare.east.plain"), "nobody came");
    assertEquals(3, value(all, "waitP50"), 3 * 0.032);
    assertEquals(8, value(all, "waitP99"), 8 * 0.032);
    assertEquals(6, value(all, "responseP50"), 6 * 0.032);
  }

  @Test
  void oneRegionAndTierHaveNoMetricsOfTheirOwn() {
    Map<String, Gauge> all = gauges(service(List.of(), 1), List.of(""), 0);
    assertFalse(all.keySet().stream().anyMatch(key -> key.startsWith("net.meanWait.")));
    assertFalse(all.containsKey("net.largestRegionShare"));
    assertTrue(all.containsKey("net.busyShare.09"));
    assertEquals(1, value(all, "completedShare"));
    assertEquals(1, value(all, "availableShare"));
    assertEquals(0, value(all, "costPerUnit"));
    assertEquals(0, value(all, "workNakamoto"));
  }

  @Test
  void useIsCountedByHourUpToTheMomentOfReadingWhichChangesNothing() {
    JobService jobs = service(List.of("east", "west"), 1);
    jobs.connectMachines(0, 2, 0);
    jobs.connectMachines(2, 1, 12 * HOUR);
    jobs.machines().occupy(0, 0, HOUR / 2);
    long end = 25 * HOUR + HOUR / 4;
    // In the first hour one of two machines works for half of it, and in the next day both times.
    double zeroth = (0.5 + 1) / 4;
    double first = (1 + 0.25) / 2.5;
    for (int reading = 0; reading < 2; reading++) {
      Map<String, Gauge> all = gauges(jobs, List.of(""), end);
      assertEquals(zeroth, value(all, "busyShare.east.00"), 1e-12);
      assertEquals(first, value(all, "busyShare.east.01"), 1e-12);
      assertEquals(0.5, value(all, "busyShare.east.13"), 1e-12);
      assertEquals(0, value(all, "busyShare.west.13"), "connected and idle");
      assertEquals(0, value(all, "busyShare.west.05"), "not connected");
    }
    jobs.passTo(end);
    assertEquals(zeroth, value(gauges(jobs, List.of(""), end), "busyShare.east.00"), 1e-12);
  }

  @Test
  void machinesThatAreDownAreConnectedAndNotAvailable() {
    JobService jobs = service(List.of("east", "west"), 1);
    jobs.connectMachines(0, 2, 0);
    jobs.connectMachines(2, 2, 0);
    jobs.connectMachines(2, 1, 4 * HOUR);
    jobs.machines().takeDown(0, Machines.BROKEN, 6 * HOUR);
    Map<String, Gauge> all = gauges(jobs, List.of(""), 10 * HOUR);
    assertEquals((34 - 4) / 34.0, value(all, "availableShare"), 1e-12);
    assertEquals(2 / 3.0, value(all, "machineShare.east"), 1e-12);
    assertEquals(2 / 3.0, value(all, "largestRegionShare"), 1e-12);
  }

  @Test
  void workOfProvidersSaysHowItIsSpread() {
    JobService jobs = service(List.of("east", "west"), 1);
    jobs.worked()[0] = 1;
    jobs.worked()[2] = 3;
    Map<String, Gauge> all = gauges(jobs, List.of(""), 0);
    assertEquals(1, value(all, "workNakamoto"));
    assertEquals(0.25, value(all, "workGini"), 1e-12);
    assertEquals(0.75, value(all, "largestProviderShare"), 1e-12);
  }

  @Test
  void usersPayAllocatorsToo() {
    JobService jobs = service(List.of(), 1);
    jobs.desks().get(0).done(600, HOUR, false, 3);
    jobs.tally().done(0, 0, HOUR, 0, 3, false);
    assertEquals(6 * 1.1 / 3, value(gauges(jobs, List.of(""), 0), "costPerUnit"), 1e-12);
  }

  @Test
  void halfIsNotMoreThanHalf() {
    assertEquals(2, Concentration.nakamoto(new double[] {2, 1, 1}));
    assertEquals(1, Concentration.nakamoto(new double[] {0, 3, 1, 1}));
    assertEquals(0, Concentration.nakamoto(new double[] {0, 0}));
    assertEquals(0, Concentration.gini(new double[] {0, 5}));
    assertEquals(0, Concentration.gini(new double[] {5, 5, 5}), 1e-12);
  }
}
