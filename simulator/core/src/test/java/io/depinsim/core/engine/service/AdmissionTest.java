package io.depinsim.core.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.depinsim.core.scenario.AdmissionSpec;
import io.depinsim.core.time.Ticks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Providers 0 and 1 stand in the east, 2 in the west; those of 1 are half as fast as others. */
class AdmissionTest {
  private static JobService service(Integer perOwner, Double perRegion, Double slowest) {
    return JobGaugesTest.service(
        List.of("east", "west"), 1, new AdmissionSpec(perOwner, perRegion, slowest));
  }

  private static List<Integer> connected(JobService jobs, int... offered) {
    for (int row = 0; row < offered.length; row++) {
      jobs.offerMachines(row, offered[row]);
    }
    jobs.admitMachines(0, offered.length, 0);
    Machines machines = jobs.machines();
    return List.of(machines.connected(0), machines.connected(1), machines.connected(2));
  }

  @Test
  void withoutRulesEveryMachineIsConnected() {
    JobService jobs = service(null, null, null);
    assertEquals(List.of(2, 1, 2), connected(jobs, 2, 1, 2));
    assertEquals(0, jobs.refusedMachines());
    assertEquals(List.of(0, 1, 1), connected(jobs, 0, 1, 1));
  }

  @Test
  void anOwnerGetsJobsForNoMoreMachinesThanTheCap() {
    JobService jobs = service(1, null, null);
    assertEquals(List.of(1, 0, 1), connected(jobs, 2, 0, 1));
    assertEquals(1, jobs.refusedMachines());
  }

  @Test
  void machinesBelowTheFloorGetNoJobs() {
    double fast = Ticks.MICROS_PER_MONTH;
    assertEquals(List.of(2, 0, 2), connected(service(null, null, 0.6 * fast), 2, 2, 2));
    assertEquals(List.of(2, 2, 2), connected(service(null, null, 0.5 * fast), 2, 2, 2));
  }

  @Test
  void aRegionHasNoMoreThanItsShareAndWhoCameFirstStays() {
    JobService jobs = service(null, 0.5, null);
    assertEquals(List.of(0, 1, 0), connected(jobs, 0, 2, 0), "half of two");
    assertEquals(List.of(1, 1, 0), connected(jobs, 2, 2, 0), "a newcomer takes what is new");
    assertEquals(List.of(2, 1, 2), connected(jobs, 2, 2, 2), "with the west the east has room");
    assertEquals(1, jobs.refusedMachines());
    assertEquals(List.of(2, 0, 0), connected(jobs, 2, 2, 0), "and less room without it");
  }

  @Test
  void shareOfARegionIsOfMachinesWithinTheOtherRules() {
    JobService jobs = service(1, 0.5, null);
    // One each of three owners: one and a half in each region.
    assertEquals(List.of(1, 0, 1), connected(jobs, 2, 2, 2));
  }
}
